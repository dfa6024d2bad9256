-- lease: give the right to fill a key to one caller of the whole fleet, for a short time.
-- KEYS  value, companion          ARGV  token, life in ms          returns 1 if granted, 0 if somebody holds it
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local held_until = tonumber(redis.call('HGET', KEYS[2], 'lease_until') or '0')
if held_until > now then
  return 0
end
redis.call('HSET', KEYS[2], 'lease', ARGV[1], 'lease_until', now + ARGV[2])
if redis.call('PTTL', KEYS[2]) < 60000 then
  redis.call('PEXPIRE', KEYS[2], 60000)
end
return 1
