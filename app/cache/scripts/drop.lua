-- drop: forget a list, whatever its version. The floor stays.
-- KEYS  value, companion          returns 1 if there was one
redis.call('HDEL', KEYS[2], 'version', 'lease', 'lease_until')
return redis.call('DEL', KEYS[1])
