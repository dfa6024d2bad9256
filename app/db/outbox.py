"""The outbox of changed cache keys, as SQL. The triggers that fill it stand in `migrations/versions/0001/cache.sql`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from app.db.database import Connection, Database

BATCH = 500


async def changed_keys(connection: Connection) -> list[tuple[str, int]]:
    """The cached keys that the transaction under way has changed so far, each with its new version."""
    rows = await connection.fetch("SELECT key, version FROM cache_outbox WHERE xid = pg_current_xact_id()")
    return [(row["key"], row["version"]) for row in rows]


async def take_changes(database: Database, apply: Callable[[list[tuple[str, int]]], Awaitable[bool]]) -> bool:
    """Hand the waiting changes to `apply`, newest version of each key, and delete them if it returns True.

    Rows being handled elsewhere are skipped. Returns what `apply` returned; True if nothing waits.
    """
    async with database.transaction() as transaction:
        rows = await transaction.connection.fetch(
            "SELECT outbox_id, key, version FROM cache_outbox ORDER BY outbox_id LIMIT $1 FOR UPDATE SKIP LOCKED",
            BATCH,
        )
        if not rows:
            return True
        newest: dict[str, int] = {}
        for row in rows:
            newest[row["key"]] = max(row["version"], newest.get(row["key"], 0))
        if not await apply(list(newest.items())):
            return False
        await transaction.connection.execute(
            "DELETE FROM cache_outbox WHERE outbox_id = ANY ($1::bigint[])",
            [row["outbox_id"] for row in rows],
        )
    return True
