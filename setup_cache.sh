#!/usr/bin/env bash
# Find a Redis (or Valkey) on this machine, or install one; check that it works; say what to do next.
#
#     ./setup_cache.sh          REDIS_HOST, REDIS_PORT and REDIS_PASSWORD from the environment or .env are used if set
#
# You do not need this for `make run`, which brings its own Valkey. It is for a Redis of your own.
set -euo pipefail
cd "$(dirname "$0")"

say() { printf '%s\n' "$*"; }
fail() { printf 'setup_cache.sh: %s\n' "$*" >&2; exit 1; }

from_env_file() { # NAME: its value in .env, if there is one
  [ -f .env ] && sed -n "s/^$1=//p" .env | tail -n 1 | tr -d '"' || true
}

HOST=${REDIS_HOST:-$(from_env_file REDIS_HOST)}; HOST=${HOST:-localhost}
PORT=${REDIS_PORT:-$(from_env_file REDIS_PORT)}; PORT=${PORT:-6379}
PASSWORD=${REDIS_PASSWORD:-$(from_env_file REDIS_PASSWORD)}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    fail "installing needs root: run this with sudo, or install Redis yourself."
  fi
}

client() {
  local program
  for program in redis-cli valkey-cli; do
    if command -v "$program" >/dev/null; then
      REDISCLI_AUTH=$PASSWORD VALKEYCLI_AUTH=$PASSWORD "$program" -h "$HOST" -p "$PORT" "$@" 2>/dev/null
      return
    fi
  done
  return 127
}

answers() { [ "$(client ping || true)" = PONG ]; }

install_redis() {
  say "No Redis or Valkey answers on $HOST:$PORT. Installing one."
  if command -v apt-get >/dev/null; then
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq redis-server redis-tools >/dev/null
  elif command -v dnf >/dev/null; then as_root dnf install -y -q valkey || as_root dnf install -y -q redis
  elif command -v pacman >/dev/null; then as_root pacman -S --noconfirm --needed valkey
  elif command -v apk >/dev/null; then as_root apk add --quiet redis
  elif command -v brew >/dev/null; then brew install --quiet redis
  else fail "no known package manager here: install Redis 7 or newer yourself, then run this again."; fi
}

start_redis() {
  local server
  if command -v systemctl >/dev/null && [ -d /run/systemd/system ]; then
    as_root systemctl enable --now redis-server 2>/dev/null || as_root systemctl enable --now redis 2>/dev/null \
      || as_root systemctl enable --now valkey
  elif command -v brew >/dev/null; then brew services start redis >/dev/null
  else
    server=$(command -v redis-server || command -v valkey-server) || fail "the package brought no server program."
    as_root "$server" --bind 127.0.0.1 --port "$PORT" --daemonize yes ${PASSWORD:+--requirepass "$PASSWORD"} \
      --save "" --maxmemory 256mb --maxmemory-policy volatile-lru >/dev/null
  fi
}

wait_until_it_answers() {
  for _ in $(seq 50); do answers && return; sleep 0.2; done
  fail "Redis does not answer on $HOST:$PORT. If it wants a password, set REDIS_PASSWORD. Its log may say more."
}

check() { # writes, reads and removes a key of its own, and runs a script as the cache does
  local key="setup_cache:$$"
  client set "$key" works EX 10 >/dev/null
  [ "$(client get "$key")" = works ] || fail "Redis answers, but does not keep what it is given."
  [ "$(client eval 'return redis.call("DEL", KEYS[1])' 1 "$key")" = 1 ] || fail "this Redis does not run Lua scripts."
}

command -v redis-cli >/dev/null || command -v valkey-cli >/dev/null || [ "$HOST" != localhost ] || install_redis
if ! answers; then
  case $HOST in
    localhost | 127.0.0.1 | ::1) command -v redis-server >/dev/null || command -v valkey-server >/dev/null || install_redis
      answers || start_redis ;;
    *) command -v redis-cli >/dev/null || command -v valkey-cli >/dev/null || fail "redis-cli is needed to check $HOST." ;;
  esac
fi
wait_until_it_answers
check
VERSION=$(client info server | tr -d '\r' | sed -n 's/^valkey_version:/Valkey /p; s/^redis_version:/Redis /p' | tail -n 1)
say "✓ $VERSION answers on $HOST:$PORT, keeps values and runs scripts."
say ""
say "Next:"
say "  1. cp .env.example .env          and set REDIS_HOST=$HOST and REDIS_PORT=$PORT there${PASSWORD:+, and REDIS_PASSWORD}"
say "  2. make run                      the page, the API and a worker on http://localhost:8000"
say "  3. curl http://localhost:8000/health"
