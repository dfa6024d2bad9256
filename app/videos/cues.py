"""A stretch of a transcript's cues."""

from __future__ import annotations

from app.db import Connection
from app.videos.types import Cue


async def cues_between(connection: Connection, track_id: int, first: int, last: int) -> tuple[list[Cue], int]:
    """The cues at the positions `first` to `last`, as far as there are any, and the position of the first one."""
    rows = await connection.fetch(
        """
        SELECT position, start_ms, end_ms, text FROM cues
        WHERE track_id = $1 AND position BETWEEN $2 AND $3 ORDER BY position
        """,
        *(track_id, first, last),
    )
    cues = [Cue(row["start_ms"], row["end_ms"], row["text"]) for row in rows]
    return cues, rows[0]["position"] if rows else first
