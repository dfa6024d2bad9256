"""Connections and transactions. SQL itself stands in the features' repositories.

Statements go through asyncpg as text: building a list as JSON in PostgreSQL and passing the bytes through is several
times faster than rows through an ORM, and the SQL is there to be read.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeAlias

import asyncpg
import structlog

from app.errors import Unavailable

log = structlog.get_logger(__name__)

# The driver ships no types.
Connection: TypeAlias = Any
Hook = Callable[[], Awaitable[None]]

POOL_SIZE = 10
CONNECT_SECONDS = 5.0
STATEMENT_SECONDS = 30.0
# A killed PostgreSQL is back within a second or two; a request rather waits for that than fails.
RECONNECT_SECONDS = 8.0
RECONNECT_PAUSE_SECONDS = 0.1
# A connection that was not used for so long is asked whether it still lives before it is handed out.
IDLE_SECONDS = 0.5

# What a server that is down, starting, stopping or cut off answers; anything else is a mistake of ours.
GONE = (
    OSError,
    TimeoutError,
    asyncpg.CannotConnectNowError,
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.QueryCanceledError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a statement on a connection whose end the driver has not noticed yet
)


class Transaction:
    """One transaction. What was handed to `after_commit` runs in order once the commit held, and only then."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._after_commit: list[Hook] = []

    def after_commit(self, hook: Hook) -> None:
        """Run `hook` when the commit has held. A hook must not raise: the write is already acknowledged."""
        self._after_commit.append(hook)

    async def run_hooks(self) -> None:
        """Run the hooks, each once."""
        hooks, self._after_commit = self._after_commit, []
        for hook in hooks:
            await hook()


class Database:
    """A pool of connections to one PostgreSQL. Open and closed by `app.resources`."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._pool: asyncpg.Pool | None = None
        self._last_used: dict[int, float] = {}

    async def open(self) -> None:
        """Connect. Raises Unavailable when PostgreSQL does not answer within a few seconds."""
        with _typed_errors():
            self._pool = await asyncpg.create_pool(
                self._address,
                min_size=1,
                max_size=POOL_SIZE,
                connect=connect,
                init=_prepare,
                command_timeout=STATEMENT_SECONDS,
            )

    async def close(self) -> None:
        """Close every connection, without waiting for long for those in use."""
        if self._pool is not None:
            try:
                await asyncio.wait_for(self._pool.close(), 3)
            except TimeoutError:
                self._pool.terminate()
            self._pool = None

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[Connection]:
        """A connection for single statements, each its own snapshot."""
        assert self._pool is not None, "the database is not open"
        with _typed_errors():
            connection = await self._acquire_alive(self._pool)
            server_pid = connection.get_server_pid()
            try:
                yield connection
            finally:
                if len(self._last_used) > 100 * POOL_SIZE:  # process ids of connections long closed
                    self._last_used.clear()
                self._last_used[server_pid] = time.monotonic()
                await self._pool.release(connection)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """One transaction; its hooks run after the commit, whether or not the caller still waits for them."""
        async with self.read() as connection:
            transaction = Transaction(connection)
            async with connection.transaction():
                yield transaction
        await asyncio.shield(transaction.run_hooks())

    async def _acquire_alive(self, pool: Any) -> Connection:
        """A connection that works. Those that a restarted server left behind dead are thrown away on the way."""
        while True:
            connection = await pool.acquire(timeout=CONNECT_SECONDS + RECONNECT_SECONDS)
            if time.monotonic() - self._last_used.get(connection.get_server_pid(), 0) < IDLE_SECONDS:
                return connection
            try:
                await connection.fetchval("SELECT 1", timeout=CONNECT_SECONDS)
            except GONE:
                with contextlib.suppress(asyncpg.InterfaceError):  # the pool may have noticed by itself
                    connection.terminate()
                await pool.release(connection)
            else:
                return connection

    async def ping(self, seconds: float = 1.0) -> bool:
        """Whether PostgreSQL answers a statement within the given time."""
        try:
            async with asyncio.timeout(seconds), self.read() as connection:
                return bool(await connection.fetchval("SELECT true"))
        except (Unavailable, TimeoutError):
            return False


async def connect(*arguments: Any, **options: Any) -> Connection:
    """Connect as `asyncpg.connect` does, trying again for a few seconds while the server is coming back."""
    loop = asyncio.get_running_loop()
    give_up = loop.time() + RECONNECT_SECONDS
    while True:
        try:
            return await asyncpg.connect(*arguments, timeout=CONNECT_SECONDS, **options)
        except (OSError, asyncpg.CannotConnectNowError, asyncpg.PostgresConnectionError):
            if loop.time() > give_up:
                raise
            await asyncio.sleep(RECONNECT_PAUSE_SECONDS)


async def _prepare(connection: Connection) -> None:
    for kind in ("json", "jsonb"):
        await connection.set_type_codec(kind, schema="pg_catalog", encoder=json.dumps, decoder=json.loads)


class _typed_errors:  # noqa: N801 - used as a verb in a with statement
    """Turn the driver's words for "the server is gone" into Unavailable."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, GONE):
            log.warning("database.gone", error=type(error).__name__, detail=str(error)[:200])
            raise Unavailable(
                "The database does not answer right now. Nothing was lost; try again in a moment."
            ) from error
