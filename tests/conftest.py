"""Real servers for all tests: one embedded PostgreSQL and Valkey, a fresh database for each test."""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import asyncpg
import httpx
import pytest
import redis.asyncio as redis_asyncio
from fastapi import FastAPI, Request
from hypothesis import settings as hypothesis_settings

# Before anything of the product is imported: nothing of this machine's settings or data may leak into a test.
for _name in [n for n in os.environ if n.startswith(("YTX_", "REDIS_", "CELERY_", "CACHE_", "DATABASE_"))]:
    del os.environ[_name]
DATA = Path(tempfile.mkdtemp(prefix="ytx-test-"))
os.environ["YTX_DATA_DIR"] = str(DATA)
os.environ["YTX_LOG_LEVEL"] = "ERROR"

# In CI the same examples every time; elsewhere new ones, as that is how they find something.
hypothesis_settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis_settings.register_profile("here", deadline=None)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "here")

from app.accounts.types import LOCAL_USER, User  # noqa: E402
from app.config import Settings  # noqa: E402
from app.db.migrate import migrate  # noqa: E402
from app.embedded import ensure_running, wait_until_stopped  # noqa: E402
from app.main import create_app  # noqa: E402
from app.resources import Resources  # noqa: E402
from app.routes.dependencies import current_user  # noqa: E402

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"
USER_HEADER = "x-test-user"
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def servers() -> Iterator[Settings]:
    """The embedded servers of this test run."""
    settings = Settings()
    ensure_running(settings)
    yield settings
    wait_until_stopped(settings)
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture(scope="session")
async def template(servers: Settings) -> str:
    """The name of a migrated database, from which each test's own is copied."""
    await _administer(servers, "CREATE DATABASE template_for_tests")
    await migrate(_address(servers, "template_for_tests"))
    return "template_for_tests"


@pytest.fixture
async def settings(servers: Settings, template: str) -> AsyncIterator[Settings]:
    """Settings with a database of the test's own and an empty Valkey."""
    name = f"test_{next(_numbers)}"
    await _administer(servers, f"CREATE DATABASE {name} TEMPLATE {template}")
    valkey = redis_asyncio.Redis.from_url(servers.redis_url)
    await valkey.flushall()
    await valkey.aclose()
    yield Settings(database_url=_address(servers, name))
    await _administer(servers, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def empty_database(servers: Settings) -> AsyncIterator[str]:
    """The address of a database without a schema."""
    name = f"empty_{next(_numbers)}"
    await _administer(servers, f"CREATE DATABASE {name}")
    yield _address(servers, name)
    await _administer(servers, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[FastAPI]:
    """The application, open. A request may say who asks by a header; without one it is the local user."""
    app = create_app(settings)

    async def named_user(request: Request) -> User:
        return User(request.headers.get(USER_HEADER, LOCAL_USER.user_id))

    app.dependency_overrides[current_user] = named_user
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(app.router.lifespan_context(app))
        yield app


@pytest.fixture
async def resources(app: FastAPI) -> Resources:
    """What the application opened."""
    opened: Resources = app.state.resources
    return opened


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application, as the local user."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test", timeout=30) as client:
        yield client


@pytest.fixture
async def stranger(app: FastAPI, database: asyncpg.Connection) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application, as somebody else."""
    await database.execute("INSERT INTO users (user_id, display_name) VALUES ('stranger', 'Stranger')")
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", headers={USER_HEADER: "stranger"}
    ) as client:
        yield client


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[asyncpg.Connection]:
    """A connection past the product, as psql would have it."""
    connection = await asyncpg.connect(settings.postgres_address)
    yield connection
    await connection.close()


@pytest.fixture
async def valkey(settings: Settings) -> AsyncIterator[redis_asyncio.Redis]:
    """A connection past the product, as redis-cli would have it."""
    client = redis_asyncio.Redis.from_url(settings.redis_url)
    yield client
    await client.aclose()


async def eventually(look: Callable[[], Awaitable[object]], expected: object, seconds: float = 10.0) -> None:
    """Look until what is seen is as expected; fails with the last look when that takes too long."""
    deadline = asyncio.get_running_loop().time() + seconds
    while (seen := await look()) != expected:
        assert asyncio.get_running_loop().time() < deadline, f"still {seen!r}, expected {expected!r}"
        await asyncio.sleep(0.02)


def _address(servers: Settings, name: str) -> str:
    return servers.postgres_address.replace("/ytx?", f"/{name}?")


async def _administer(servers: Settings, statement: str) -> None:
    connection = await asyncpg.connect(servers.postgres_address)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
