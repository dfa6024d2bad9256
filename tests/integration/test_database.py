"""Migrations at start, transactions and their hooks, the outbox."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest

from app.config import Settings
from app.db import Database
from app.db.migrate import migrate
from app.errors import StartupError, Unavailable


async def test_starters_at_once_migrate_once(empty_database: str) -> None:
    await asyncio.gather(*(migrate(empty_database) for _ in range(4)))

    connection = await asyncpg.connect(empty_database)
    assert await connection.fetchval("SELECT count(*) FROM alembic_version") == 1
    assert await connection.fetchval("SELECT user_id FROM users") == "local"
    await connection.close()


async def test_a_schema_newer_than_the_code_is_refused(empty_database: str) -> None:
    await migrate(empty_database)
    connection = await asyncpg.connect(empty_database)
    await connection.execute("UPDATE alembic_version SET version_num = '9999'")
    await connection.close()

    with pytest.raises(StartupError, match=r"9999.*newer"):
        await migrate(empty_database)


async def test_a_migration_that_breaks_leaves_nothing_behind(empty_database: str) -> None:
    connection = await asyncpg.connect(empty_database)
    await connection.execute("CREATE TABLE jobs (in_the_way integer)")
    with pytest.raises(Exception, match="jobs"):
        await migrate(empty_database)

    assert await connection.fetchval("SELECT to_regclass('users')") is None
    await connection.close()


async def test_the_cache_triggers_are_always_on(database: asyncpg.Connection) -> None:
    states = await database.fetch(
        "SELECT tgenabled::text AS state FROM pg_trigger"
        " WHERE NOT tgisinternal AND tgfoid::regproc::text LIKE '%_changed'"
    )
    assert len(states) == 12
    assert {row["state"] for row in states} == {"A"}


async def test_a_transaction_is_one_version_however_many_statements_it_has(database: asyncpg.Connection) -> None:
    async with database.transaction():
        session = await database.fetchval(
            "INSERT INTO chat_sessions (owner_id, title) VALUES ('local', 't') RETURNING session_id"
        )
        for _ in range(3):
            await database.execute(
                "INSERT INTO chat_messages (session_id, role, message) VALUES ($1, 'user', 'x')", session
            )
    versions = dict(await database.fetch("SELECT key, version FROM cache_versions"))
    assert versions == {"chat_sessions:local": 1, f"chat_messages:{session}": 1}
    await database.execute("DELETE FROM chat_messages WHERE message_id = 2")
    assert dict(await database.fetch("SELECT key, version FROM cache_versions"))[f"chat_messages:{session}"] == 2


async def test_hooks_run_after_the_commit_and_only_then(settings: Settings) -> None:
    database = Database(settings.postgres_address)
    await database.open()
    ran: list[str] = []

    async def hook() -> None:
        ran.append("hook")

    async def fail() -> None:
        async with database.transaction() as transaction:
            transaction.after_commit(hook)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert ran == []
    async with database.transaction() as transaction:
        transaction.after_commit(hook)
        assert ran == []
    assert ran == ["hook"]
    await database.close()


async def test_a_connection_that_was_cut_is_made_anew(settings: Settings, database: asyncpg.Connection) -> None:
    ours = Database(settings.postgres_address)
    await ours.open()
    await database.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    async with ours.read() as connection:
        assert await connection.fetchval("SELECT 1") == 1
    await ours.close()


async def test_a_statement_that_takes_too_long_is_unavailable_and_the_next_one_works(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.db.database.STATEMENT_SECONDS", 0.2)
    database = Database(settings.postgres_address)
    await database.open()

    async def wait_long() -> None:
        async with database.read() as connection:
            await connection.execute("SELECT pg_sleep(30)")

    with pytest.raises(Unavailable):
        await wait_long()
    async with database.read() as connection:
        assert await connection.fetchval("SELECT 1") == 1
    await database.close()


async def test_a_server_that_is_not_there_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.db.database.RECONNECT_SECONDS", 0.2)
    database = Database("postgresql://x@127.0.0.1:1/x")
    with pytest.raises(Unavailable):
        await database.open()
