-- invalidate: forget what is older than this version, take the lease away, and accept nothing older from now on.
-- KEYS  value, companion          ARGV  version after the write          returns 1 if something was dropped
local version = tonumber(ARGV[1])
if tonumber(redis.call('HGET', KEYS[2], 'version') or '-1') >= version then
  return 0
end
local dropped = redis.call('DEL', KEYS[1])
redis.call('HDEL', KEYS[2], 'version', 'lease', 'lease_until')
if version > tonumber(redis.call('HGET', KEYS[2], 'floor') or '0') then
  redis.call('HSET', KEYS[2], 'floor', version)
end
redis.call('EXPIRE', KEYS[2], 3600)
return dropped
