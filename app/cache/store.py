"""The store as the application sees it: every step answers or is BYPASS. The only file that catches its errors."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, TypeVar

import redis.asyncio as redis_asyncio
import structlog
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import NoScriptError, RedisError

from app.cache import scripts
from app.cache.breaker import Breaker
from app.cache.entry import BYPASS, Bypass
from app.cache.keys import companion

log = structlog.get_logger(__name__)

T = TypeVar("T")

# What one step may cost a request. A healthy store needs a hundredth of it.
STEP_SECONDS = 0.1
LEASE_MILLISECONDS = 3_000
PING_ATTEMPTS = 3


class Stored(NamedTuple):
    """An entry as it lies in the store. `version` None: of unknown age, not to be served."""

    body: bytes | None
    version: int | None
    owner: str


class Store:
    """Redis or Valkey, held at arm's length."""

    def __init__(self, url: str, *, step_seconds: float = STEP_SECONDS, breaker: Breaker | None = None) -> None:
        self._step_seconds = step_seconds
        self._breaker = breaker or Breaker()
        self._client = redis_asyncio.Redis.from_url(
            url,
            socket_timeout=step_seconds,
            socket_connect_timeout=step_seconds,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def read(self, key: str) -> Stored | Bypass:
        """The entry and its companion, as they were at one moment."""

        async def step() -> Stored:
            async with self._client.pipeline(transaction=True) as pipe:
                pipe.get(key)
                pipe.hmget(companion(key), "version", "owner")
                body, (version, owner) = await pipe.execute()
            return Stored(body, None if version is None else int(version), (owner or b"").decode())

        return await self._attempt("read", step)

    async def lease(self, key: str, token: str) -> bool | Bypass:
        """Ask for the right to fill `key`; False: somebody else has it."""
        result = await self._run(scripts.LEASE, key, token, LEASE_MILLISECONDS)
        return result if isinstance(result, Bypass) else result == 1

    async def fill(self, key: str, *, token: str, version: int, owner: str, seconds: int, body: bytes) -> bool | Bypass:
        """Store a list read under the lease `token`; False: it was refused, something newer is known."""
        result = await self._run(scripts.FILL, key, token, version, owner, seconds, body)
        return result if isinstance(result, Bypass) else result == 1

    async def release(self, key: str, token: str) -> None:
        """Give the lease `token` back unused."""
        await self._run(scripts.RELEASE, key, token)

    async def append(self, key: str, *, version: int, item: bytes) -> Bypass | None:
        """Bring a cached list from `version` - 1 to `version` by its new last item, or drop it."""
        result = await self._run(scripts.APPEND, key, version, item)
        return result if isinstance(result, Bypass) else None

    async def invalidate(self, key: str, *, version: int) -> Bypass | None:
        """Forget what is older than `version`."""
        result = await self._run(scripts.INVALIDATE, key, version)
        return result if isinstance(result, Bypass) else None

    async def ping(self) -> bool:
        """The raw truth about the store, past the breaker. A busy moment of this process is not held against it."""
        for _ in range(PING_ATTEMPTS):
            try:
                return bool(await self._client.ping())
            except (RedisError, OSError, TimeoutError):
                continue
        return False

    async def _run(self, script: scripts.Script, key: str, *arguments: Any) -> int | Bypass:
        async def step() -> int:
            try:
                return int(await self._client.evalsha(script.sha, 2, key, companion(key), *arguments))
            except NoScriptError:
                return int(await self._client.eval(script.text, 2, key, companion(key), *arguments))

        return await self._attempt("script", step)

    async def _attempt(self, name: str, step: Callable[[], Awaitable[T]]) -> T | Bypass:
        if not self._breaker.allows():
            return BYPASS
        try:
            async with asyncio.timeout(self._step_seconds):
                result = await step()
        except (RedisError, OSError, TimeoutError) as error:
            self._breaker.failed()
            log.warning("cache.bypass", step=name, error=type(error).__name__, breaker_open=self._breaker.is_open)
            return BYPASS
        self._breaker.succeeded()
        return result
