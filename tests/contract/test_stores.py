"""One suite over every kind of store: alive, dead, hanging, switched off. What a reader gets is always the truth."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator

import pytest

from app.cache.entry import Loaded, Outcome
from app.cache.read_through import ReadThrough
from app.cache.store import Store
from app.config import Settings
from app.errors import NotFound

KEY = "chat_messages:1"


@pytest.fixture
def hanging_address() -> Iterator[str]:
    """A server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"


@pytest.fixture(params=["alive", "dead", "hanging", "off"])
async def cache(request: pytest.FixtureRequest, settings: Settings, hanging_address: str) -> AsyncIterator[ReadThrough]:
    addresses = {"alive": settings.redis_url, "dead": "redis://127.0.0.1:1/0", "hanging": hanging_address}
    if request.param == "off":
        yield ReadThrough(None)
        return
    store = Store(addresses[request.param], step_seconds=0.1)
    yield ReadThrough(store)
    await store.close()


class Table:
    """A list in a database, as the cache sees it."""

    def __init__(self) -> None:
        self.version = 1
        self.body = b"[1]"
        self.loads = 0

    async def load(self) -> Loaded:
        self.loads += 1
        return Loaded(self.body, self.version, "me")

    def append(self, item: bytes) -> int:
        self.version += 1
        self.body = self.body[:-1] + b"," + item + b"]"
        return self.version


async def read(cache: ReadThrough, table: Table, owner: str = "me") -> bytes:
    return (await cache.get(KEY, owner=owner, seconds=60, load=table.load)).body


async def test_a_read_gives_what_the_database_has(cache: ReadThrough) -> None:
    table = Table()
    assert await read(cache, table) == b"[1]"
    assert await read(cache, table) == b"[1]"


async def test_a_read_after_an_append_shows_it(cache: ReadThrough) -> None:
    table = Table()
    await read(cache, table)
    await cache.finish([(KEY, table.append(b"2"))], {KEY: b"2"})
    assert await read(cache, table) == b"[1,2]"


async def test_a_read_after_a_change_shows_it(cache: ReadThrough) -> None:
    table = Table()
    await read(cache, table)
    table.body, table.version = b"[]", 2
    await cache.finish([(KEY, 2)])
    assert await read(cache, table) == b"[]"


async def test_an_error_of_the_database_is_the_readers(cache: ReadThrough) -> None:
    async def load() -> Loaded:
        raise NotFound("gone")

    for _ in range(2):
        with pytest.raises(NotFound):
            await cache.get(KEY, owner="me", seconds=60, load=load)


async def test_readers_at_once_all_get_the_list(cache: ReadThrough) -> None:
    table = Table()
    assert set(await asyncio.gather(*(read(cache, table) for _ in range(50)))) == {b"[1]"}


async def test_a_cancelled_reader_does_not_hurt_the_others(cache: ReadThrough) -> None:
    table = Table()
    first = asyncio.create_task(read(cache, table))
    others = [asyncio.create_task(read(cache, table)) for _ in range(5)]
    await asyncio.sleep(0)
    first.cancel()
    assert await asyncio.gather(*others) == [b"[1]"] * 5


async def test_a_hanging_store_is_left_alone_after_a_few_tries() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        store = Store(f"redis://127.0.0.1:{server.getsockname()[1]}/0", step_seconds=0.05)
        cache, table = ReadThrough(store), Table()
        outcomes = {(await cache.get(KEY, owner="me", seconds=60, load=table.load)).outcome for _ in range(50)}
        await store.close()
        assert outcomes == {Outcome.BYPASS}
        assert _connections(server) < 10


def _connections(server: socket.socket) -> int:
    server.setblocking(False)
    count = 0
    while True:
        try:
            server.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1
