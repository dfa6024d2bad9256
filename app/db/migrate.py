"""Bring the schema to the version of this code, at every start. Safe with several starters at once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncpg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from app.db.database import Connection, connect
from app.errors import StartupError

MIGRATIONS = Path(__file__).parents[2] / "migrations"
# An arbitrary number that all starters agree on.
LOCK_KEY = 0x59_54_58
LOCK_SECONDS = 120


async def migrate(address: str) -> None:
    """Apply the missing migrations. Raises StartupError if the database was made by a newer version of the code."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["address"] = address
    scripts = ScriptDirectory.from_config(config)
    try:
        connection = await connect(address)
    except (OSError, asyncpg.PostgresError) as error:
        raise StartupError(f"PostgreSQL can't be reached: {error or type(error).__name__}.") from error
    try:
        async with asyncio.timeout(LOCK_SECONDS):
            await connection.execute("SELECT pg_advisory_lock($1)", LOCK_KEY)
        current = await _current(connection)
        _refuse_newer(scripts, current)
        if current != scripts.get_current_head():
            await asyncio.to_thread(command.upgrade, config, "head")
    finally:
        await connection.close()  # lets go of the lock


async def _current(connection: Connection) -> str | None:
    if await connection.fetchval("SELECT to_regclass('alembic_version')") is None:
        return None
    revision: str | None = await connection.fetchval("SELECT version_num FROM alembic_version")
    return revision


def _refuse_newer(scripts: ScriptDirectory, current: str | None) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    if current is not None and current not in known:
        raise StartupError(
            f"The database is at schema {current}, which this version of the program does not know: "
            "it was made by a newer one. Start that version, or restore a backup made by this one."
        )
