-- fill: store a list read from the database, if the lease still holds and nothing newer is known.
-- KEYS  value, companion          ARGV  token, version, owner, life in s, JSON text          returns 1 if stored
if redis.call('HGET', KEYS[2], 'lease') ~= ARGV[1] then
  return 0
end
redis.call('HDEL', KEYS[2], 'lease', 'lease_until')
local version = tonumber(ARGV[2])
if version < tonumber(redis.call('HGET', KEYS[2], 'floor') or '0')
  or version < tonumber(redis.call('HGET', KEYS[2], 'version') or '-1') then
  return 0
end
redis.call('SET', KEYS[1], ARGV[5], 'EX', ARGV[4])
redis.call('HSET', KEYS[2], 'version', ARGV[2], 'owner', ARGV[3])
-- The companion outlives its value, so that a floor is still known when a slow filler comes.
redis.call('EXPIRE', KEYS[2], ARGV[4] + 60)
return 1
