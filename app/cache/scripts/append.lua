-- append: put one item at the end of a cached list, if the list is exactly one version behind.
-- KEYS  value, companion          ARGV  version after the write, item as JSON text
-- returns 1 appended, 2 already there, 0 dropped: the next read fills again. Never creates a list.
local version = tonumber(ARGV[1])
local stored = tonumber(redis.call('HGET', KEYS[2], 'version') or '-1')
if stored >= version then
  return 2
end
redis.call('HDEL', KEYS[2], 'lease', 'lease_until')
local length = redis.call('STRLEN', KEYS[1])
if stored == version - 1 and length >= 2 and redis.call('GETRANGE', KEYS[1], -1, -1) == ']' then
  local separator = length == 2 and '' or ','
  redis.call('SETRANGE', KEYS[1], length - 1, separator .. ARGV[2] .. ']')
  redis.call('HSET', KEYS[2], 'version', version)
  return 1
end
redis.call('DEL', KEYS[1])
redis.call('HDEL', KEYS[2], 'version')
if version > tonumber(redis.call('HGET', KEYS[2], 'floor') or '0') then
  redis.call('HSET', KEYS[2], 'floor', version)
end
redis.call('EXPIRE', KEYS[2], 3600)
return 0
