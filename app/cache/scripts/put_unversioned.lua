-- put_unversioned: store a list that a script brings without saying which version of the database it is.
-- Scripts and redis-cli see it; the application takes an entry without version for a miss, so it is never served stale.
-- KEYS  value, companion          ARGV  life in s, JSON text
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[1])
redis.call('HDEL', KEYS[2], 'version', 'lease', 'lease_until')
return 1
