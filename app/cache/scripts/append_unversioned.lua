-- append_unversioned: put an item at the end of a list that is there, on behalf of a script; see put_unversioned.
-- KEYS  value, companion          ARGV  item as JSON text          returns 1 if there was a list
local length = redis.call('STRLEN', KEYS[1])
if length < 2 or redis.call('GETRANGE', KEYS[1], -1, -1) ~= ']' then
  return 0
end
local separator = length == 2 and '' or ','
redis.call('SETRANGE', KEYS[1], length - 1, separator .. ARGV[1] .. ']')
redis.call('HDEL', KEYS[2], 'version', 'lease', 'lease_until')
return 1
