"""Writes past the application, and writes that could not reach the cache, are seen."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest
import redis.asyncio as redis_asyncio

from app.resources import Resources
from tests.conftest import eventually
from tests.integration.test_chat_routes import new_session, say


async def messages(client: httpx.AsyncClient, session_id: int) -> list[str]:
    listed: list[dict[str, Any]] = (await client.get(f"/chat/{session_id}/messages")).json()
    return [m["message"] for m in listed]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("INSERT INTO chat_messages (session_id, role, message) VALUES (1, 'user', 'b')", ["a", "b"]),
        ("UPDATE chat_messages SET message = 'c'", ["c"]),
        ("DELETE FROM chat_messages", []),
        ("TRUNCATE chat_messages CASCADE", []),
    ],
)
async def test_a_write_by_psql_is_seen(
    client: httpx.AsyncClient, database: asyncpg.Connection, statement: str, expected: list[str]
) -> None:
    session_id = (await new_session(client))["session_id"]
    await say(client, session_id, "a")
    assert await messages(client, session_id) == ["a"]
    await database.execute(statement)

    await eventually(lambda: messages(client, session_id), expected)
    [session] = (await client.get("/chat/sessions")).json()
    assert session["message_count"] == len(expected)


async def test_a_copy_by_psql_is_seen(client: httpx.AsyncClient, database: asyncpg.Connection) -> None:
    session_id = (await new_session(client))["session_id"]
    assert await messages(client, session_id) == []
    await database.copy_records_to_table(
        "chat_messages",
        columns=("session_id", "role", "message"),
        records=[(session_id, "user", f"m{n}") for n in range(9)],
    )
    await eventually(lambda: messages(client, session_id), [f"m{n}" for n in range(9)])


async def test_a_restore_with_triggers_asleep_is_seen(client: httpx.AsyncClient, database: asyncpg.Connection) -> None:
    session_id = (await new_session(client))["session_id"]
    assert await messages(client, session_id) == []
    await database.execute("SET session_replication_role = replica")
    await database.execute("INSERT INTO chat_messages (session_id, role, message) VALUES ($1, 'user', 'r')", session_id)
    await eventually(lambda: messages(client, session_id), ["r"])


async def test_a_write_that_could_not_reach_the_cache_reaches_it_later(
    client: httpx.AsyncClient, resources: Resources, valkey: redis_asyncio.Redis
) -> None:
    session_id = (await new_session(client))["session_id"]
    assert await messages(client, session_id) == []
    await valkey.client_pause(400)  # it hangs, as a swapping server does
    await say(client, session_id, "while it hung")

    for _ in range(200):  # while it hangs, as it comes back, and after
        assert await messages(client, session_id) == ["while it hung"]
    await eventually(lambda: _outcome(client, session_id), "hit")
    assert await messages(client, session_id) == ["while it hung"]


async def _outcome(client: httpx.AsyncClient, session_id: int) -> str:
    return (await client.get(f"/chat/{session_id}/messages")).headers["x-cache"]


async def test_the_outbox_is_emptied(client: httpx.AsyncClient, database: asyncpg.Connection) -> None:
    session_id = (await new_session(client))["session_id"]
    await asyncio.gather(*(say(client, session_id, str(n)) for n in range(5)))
    await eventually(lambda: database.fetchval("SELECT count(*) FROM cache_outbox"), 0)
