-- release: give a lease back unused, so that nobody waits for it.
-- KEYS  value, companion          ARGV  token          returns 1 if it was held
if redis.call('HGET', KEYS[2], 'lease') ~= ARGV[1] then
  return 0
end
return redis.call('HDEL', KEYS[2], 'lease', 'lease_until')
