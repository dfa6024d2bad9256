"""The cache against a real Valkey: what may be served, what is refused, what may be done to it from outside."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
import redis.asyncio as redis_asyncio

from app.cache import ChatCache, keys
from app.cache import test_redis_connection as redis_answers
from app.cache.entry import Bypass, Loaded, Outcome
from app.cache.read_through import ReadThrough
from app.cache.store import Store, Stored
from app.config import Settings

KEY = keys.chat_messages(42)


@pytest.fixture
async def store(settings: Settings) -> AsyncIterator[Store]:
    store = Store(settings.redis_url, step_seconds=1)
    yield store
    await store.close()


async def fill(store: Store, body: bytes, version: int, token: str = "t", seconds: int = 60) -> bool | Bypass:
    assert await store.lease(KEY, token)
    return await store.fill(KEY, token=token, version=version, owner="me", seconds=seconds, body=body)


async def entry(store: Store) -> Stored:
    found = await store.read(KEY)
    assert isinstance(found, Stored)
    return found


async def test_a_filled_list_is_plain_json_under_its_public_key(store: Store, valkey: redis_asyncio.Redis) -> None:
    await fill(store, b'[{"a":1}]', 3)

    assert json.loads(await valkey.get("chat_messages:42") or b"") == [{"a": 1}]
    assert 0 < await valkey.ttl("chat_messages:42") <= 60
    assert await entry(store) == Stored(b'[{"a":1}]', 3, "me")


async def test_only_one_caller_gets_the_lease(store: Store) -> None:
    granted = await asyncio.gather(*(store.lease(KEY, f"token {n}") for n in range(20)))
    assert granted.count(True) == 1


async def test_a_fill_without_the_lease_is_refused(store: Store) -> None:
    assert await store.fill(KEY, token="never given", version=1, owner="me", seconds=60, body=b"[]") is False
    assert (await entry(store)).body is None


async def test_a_write_between_load_and_fill_refuses_the_fill(store: Store) -> None:
    await store.lease(KEY, "slow")
    await store.invalidate(KEY, version=2)

    assert await store.fill(KEY, token="slow", version=1, owner="me", seconds=60, body=b"[old]") is False
    assert (await entry(store)).body is None


async def test_a_fill_from_an_old_snapshot_is_refused_even_with_a_lease(store: Store) -> None:
    await store.invalidate(KEY, version=5)

    assert await fill(store, b"[old]", 4) is False
    assert await fill(store, b"[new]", 5, token="u") is True


async def test_an_append_needs_exactly_the_version_before(store: Store) -> None:
    await fill(store, b"[1]", 1)
    await store.append(KEY, version=2, item=b"2")
    assert await entry(store) == Stored(b"[1,2]", 2, "me")

    await store.append(KEY, version=2, item=b"2")
    assert (await entry(store)).body == b"[1,2]", "repeated: nothing happens"

    await store.append(KEY, version=4, item=b"4")
    assert (await entry(store)).body is None, "one is missing: dropped, never guessed"


async def test_an_append_to_an_empty_list_makes_valid_json(store: Store) -> None:
    await fill(store, b"[]", 0)
    await store.append(KEY, version=1, item=b'{"a":"]"}')
    assert (await entry(store)).body == b'[{"a":"]"}]'


async def test_an_append_never_creates_a_list(store: Store) -> None:
    await store.append(KEY, version=1, item=b"1")
    assert (await entry(store)).body is None

    await fill(store, b"[1]", 1)
    await store.append(KEY, version=2, item=b"2")
    assert (await entry(store)).body == b"[1,2]"


async def test_an_append_to_an_expired_list_never_creates_one(store: Store, valkey: redis_asyncio.Redis) -> None:
    await fill(store, b"[1]", 1)
    await valkey.delete(KEY)  # what expiry does: the companion lives on
    await store.append(KEY, version=2, item=b"2")
    assert (await entry(store)).body is None


async def test_a_late_invalidation_does_not_drop_what_is_newer(store: Store) -> None:
    await fill(store, b"[new]", 7)
    await store.invalidate(KEY, version=6)
    assert (await entry(store)).body == b"[new]"


async def test_an_empty_list_is_a_value(store: Store) -> None:
    loads = 0

    async def load() -> Loaded:
        nonlocal loads
        loads += 1
        return Loaded(b"[]", 0, "me")

    cache = ReadThrough(store)
    outcomes = [(await cache.get(KEY, owner="me", seconds=60, load=load)).outcome for _ in range(3)]
    assert (outcomes, loads) == ([Outcome.MISS, Outcome.HIT, Outcome.HIT], 1)


@pytest.mark.parametrize(
    "action", ["del value", "del companion", "flushall", "script flush", "set garbage", "wrong type"]
)
async def test_anything_may_be_done_from_outside(store: Store, valkey: redis_asyncio.Redis, action: str) -> None:
    async def load() -> Loaded:
        return Loaded(b"[1]", 1, "me")

    cache = ReadThrough(store)
    await cache.get(KEY, owner="me", seconds=60, load=load)
    if action == "del value":
        await valkey.delete(KEY)
    elif action == "del companion":
        await valkey.delete(keys.companion(KEY))
    elif action == "flushall":
        await valkey.flushall()
    elif action == "script flush":
        await valkey.script_flush()
    elif action == "set garbage":
        await valkey.set(KEY, "\x00garbage")
    else:
        await valkey.delete(KEY)
        await valkey.rpush(KEY, "x")
    assert (await cache.get(KEY, owner="me", seconds=60, load=load)).body == b"[1]"


async def test_many_readers_of_a_cold_key_cost_one_load(store: Store) -> None:
    loads = 0

    async def load() -> Loaded:
        nonlocal loads
        loads += 1
        await asyncio.sleep(0.02)
        return Loaded(b"[1]", 1, "me")

    cache = ReadThrough(store)
    await asyncio.gather(*(cache.get(KEY, owner="me", seconds=60, load=load) for _ in range(100)))
    assert loads == 1


async def test_scripts_see_and_change_entries_without_harm(store: Store) -> None:
    assert redis_answers()
    assert ChatCache.get_chat_messages(42) is None
    assert ChatCache.append_chat_message(42, {"n": 1}) is False, "an expired list is never begun anew"
    assert ChatCache.set_chat_messages(42, [{"n": 1}])
    assert ChatCache.append_chat_message(42, {"n": 2})
    assert ChatCache.get_chat_messages(42) == [{"n": 1}, {"n": 2}]
    assert (await entry(store)).version is None, "the application takes it for a miss"

    async def load() -> Loaded:
        return Loaded(b"[]", 3, "me")

    reading = await ReadThrough(store).get(KEY, owner="me", seconds=60, load=load)
    assert (reading.body, reading.outcome) == (b"[]", Outcome.MISS)
    assert ChatCache.invalidate_chat_messages(42)
    assert ChatCache.get_chat_messages(42) is None


async def test_a_script_that_appends_to_the_applications_entry_makes_it_a_miss(store: Store) -> None:
    await fill(store, b"[]", 3)
    assert ChatCache.append_chat_message(42, {"invented": True})
    assert (await entry(store)).version is None


async def test_sessions_have_the_same_verbs(settings: Settings) -> None:
    assert ChatCache.get_chat_sessions("user123") is None
    assert ChatCache.set_chat_sessions("user123", [])
    assert ChatCache.get_chat_sessions("user123") == []
    assert ChatCache.invalidate_chat_sessions("user123")
