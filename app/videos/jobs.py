"""Background work in PostgreSQL: the truth about what is to be done, by whom it was begun, and how it ended."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.db import Connection
from app.videos.schemas import Job

STEPS = 4
LONGEST_LIST = 50
MOST_ATTEMPTS = 3
# A worker says that it lives every few seconds; silence for longer means that it does not.
HEARTBEAT = timedelta(seconds=2)
SILENCE = timedelta(seconds=12)


class JobRepository:
    """The statements on jobs, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def open_for(self, owner_id: str, video_id: int) -> Job:
        """The video's open job; a new one, queued, if there is none."""
        await self._connection.execute(
            """
            INSERT INTO jobs (owner_id, kind, video_id, steps, message)
            VALUES ($1, 'extract', $2, $3, 'Waiting for a worker')
            ON CONFLICT (video_id) WHERE state IN ('queued', 'running') DO NOTHING
            """,
            *(owner_id, video_id, STEPS),
        )
        job = await self.find_newest(owner_id, video_id)
        assert job is not None, "just inserted, or found by the conflict"
        return job

    async def find_newest(self, owner_id: str, video_id: int) -> Job | None:
        """The newest job on a video."""
        return _maybe(
            await self._connection.fetchrow(
                "SELECT * FROM jobs WHERE owner_id = $1 AND video_id = $2 ORDER BY job_id DESC LIMIT 1",
                owner_id,
                video_id,
            )
        )

    async def find(self, owner_id: str, job_id: int) -> Job | None:
        """One of the owner's jobs."""
        return _maybe(
            await self._connection.fetchrow("SELECT * FROM jobs WHERE owner_id = $1 AND job_id = $2", owner_id, job_id)
        )

    async def list_newest(self, owner_id: str) -> list[Job]:
        """The owner's last jobs, newest first."""
        rows = await self._connection.fetch(
            "SELECT * FROM jobs WHERE owner_id = $1 ORDER BY job_id DESC LIMIT $2", owner_id, LONGEST_LIST
        )
        return [_job(row) for row in rows]

    async def claim(self, job_id: int) -> Job | None:
        """Take a queued job, or one whose worker fell silent; None if somebody else has it or it is over."""
        return _maybe(
            await self._connection.fetchrow(
                """
                UPDATE jobs SET state = 'running', step = 0, message = 'Started', attempts = attempts + 1,
                    updated_at = now(), heartbeat_at = now()
                WHERE job_id = $1 AND (state = 'queued' OR state = 'running' AND heartbeat_at < now() - $2::interval)
                RETURNING *
                """,
                *(job_id, SILENCE),
            )
        )

    async def report(self, job_id: int, *, step: int, message: str) -> None:
        """Say which step is being done."""
        await self._connection.execute(
            "UPDATE jobs SET step = $2, message = $3, updated_at = now(), heartbeat_at = now() WHERE job_id = $1",
            *(job_id, step, message),
        )

    async def beat(self, job_id: int) -> None:
        """Say that the worker is alive."""
        await self._connection.execute("UPDATE jobs SET heartbeat_at = now() WHERE job_id = $1", job_id)

    async def finish(self, job_id: int) -> None:
        """It is done."""
        await self._connection.execute(
            "UPDATE jobs SET state = 'done', step = steps, message = 'Ready', updated_at = now() WHERE job_id = $1",
            job_id,
        )

    async def fail(self, job_id: int, *, outcome: str, detail: str) -> None:
        """It can't be done, and why."""
        await self._connection.execute(
            """
            UPDATE jobs SET state = 'failed', message = 'Failed', outcome = $2, detail = $3, updated_at = now()
            WHERE job_id = $1
            """,
            *(job_id, outcome, detail),
        )

    async def take_stalled(self) -> list[tuple[Job, bool]]:
        """Open jobs of which nothing was heard for too long, each with whether another attempt is worth it.

        Their clock is set anew, so that each is named once per silence.
        """
        rows = await self._connection.fetch(
            """
            UPDATE jobs SET state = 'queued', message = 'Waiting for a worker', heartbeat_at = now(), updated_at = now()
            WHERE state IN ('queued', 'running') AND heartbeat_at < now() - $1::interval RETURNING *
            """,
            SILENCE,
        )
        return [(_job(row), row["attempts"] < MOST_ATTEMPTS) for row in rows]


def _maybe(row: Any) -> Job | None:
    return None if row is None else _job(row)


def _job(row: Any) -> Job:
    return Job.model_validate(dict(row))
