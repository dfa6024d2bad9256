"""One extraction from claim to end: what a worker does for a job. May be run twice or late; the job says who has it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from app.broker import EXTRACT_VIDEO, Publisher
from app.db import Database
from app.errors import ExtractionFailed, Unavailable
from app.videos.jobs import HEARTBEAT, STEPS, JobRepository
from app.videos.repository import VideoRepository
from app.videos.schemas import Job, Video
from app.videos.types import ExtractedVideo
from app.videos.youtube import YouTubeSettings, extract_video

log = structlog.get_logger(__name__)

LAST_ATTEMPT_FAILED = "The worker stopped several times while at this video. Try again; if it stays so, see the log."
UNEXPECTED = "Something unexpected happened while reading this video. The log has the details; you can try again."


class ExtractionService:
    """Runs jobs and finds those that nobody runs any more."""

    def __init__(self, database: Database, youtube: YouTubeSettings, publisher: Publisher) -> None:
        self._database = database
        self._youtube = youtube
        self._publisher = publisher

    async def run(self, job_id: int) -> None:
        """Do the job, unless somebody else does. What can go wrong ends in the job, not in an exception.

        Raises Unavailable if PostgreSQL is gone: the job is then found again by its silence.
        """
        async with self._database.transaction() as transaction:
            job = await JobRepository(transaction.connection).claim(job_id)
        if job is None:
            log.info("extraction.not_ours", job_id=job_id)
            return
        try:
            await self._extract(job)
        except ExtractionFailed as error:
            await self._fail(job, outcome=error.code, detail=error.detail)
        except Unavailable:
            raise
        except Exception:  # the edge of a worker: whatever it was, the user is told and the log has it
            log.exception("extraction.unexpected", job_id=job_id)
            await self._fail(job, outcome="internal", detail=UNEXPECTED)

    async def requeue_stalled(self) -> int:
        """Offer again the jobs whose worker or message was lost; returns how many. Fails those tried too often."""
        async with self._database.transaction() as transaction:
            stalled = await JobRepository(transaction.connection).take_stalled()
        for job, worth_it in stalled:
            if worth_it:
                log.warning("extraction.requeued", job_id=job.job_id)
                self._publisher.publish(EXTRACT_VIDEO, job_id=job.job_id)
            else:
                await self._fail(job, outcome="internal", detail=LAST_ATTEMPT_FAILED)
        return len(stalled)

    async def _extract(self, job: Job) -> None:
        async with self._database.read() as connection:
            video = await VideoRepository(connection).find_any(job.video_id)
        async with self._alive(job) as say:
            found = await extract_video(_youtube_id(video), self._youtube, on_step=say)
        await self._store(job, found)

    async def _store(self, job: Job, found: ExtractedVideo) -> None:
        async with self._database.transaction() as transaction:
            await VideoRepository(transaction.connection).store_extracted(job.video_id, found)
            await JobRepository(transaction.connection).finish(job.job_id)
        log.info("extraction.done", job_id=job.job_id, tracks=len(found.tracks))

    async def _fail(self, job: Job, *, outcome: str, detail: str) -> None:
        async with self._database.transaction() as transaction:
            await VideoRepository(transaction.connection).mark_failed(job.video_id, outcome=outcome, detail=detail)
            await JobRepository(transaction.connection).fail(job.job_id, outcome=outcome, detail=detail)
        log.info("extraction.failed", job_id=job.job_id, outcome=outcome)

    @asynccontextmanager
    async def _alive(self, job: Job) -> AsyncIterator[Progress]:
        """While inside, the job's heart beats and what is said is written down."""
        progress = Progress()
        reporter = asyncio.create_task(self._report(job, progress))
        try:
            yield progress
        finally:
            reporter.cancel()
            await asyncio.gather(reporter, return_exceptions=True)

    async def _report(self, job: Job, progress: Progress) -> None:
        while True:
            message = await progress.next(HEARTBEAT.total_seconds())
            try:
                async with self._database.transaction() as transaction:
                    jobs = JobRepository(transaction.connection)
                    if message is None:
                        await jobs.beat(job.job_id)
                    else:
                        await jobs.report(job.job_id, step=min(progress.said, STEPS - 1), message=message)
            except Unavailable:
                continue  # progress is a courtesy; the extraction goes on


class Progress:
    """The steps of an extraction, on their way from its callback to the database."""

    def __init__(self) -> None:
        self._messages: asyncio.Queue[str] = asyncio.Queue()
        self.said = 0

    def __call__(self, message: str) -> None:
        """Say what is being done now."""
        self._messages.put_nowait(message)

    async def next(self, seconds: float) -> str | None:
        """What was said next, or None after so long without a word."""
        try:
            message = await asyncio.wait_for(self._messages.get(), seconds)
        except TimeoutError:
            return None
        self.said += 1
        return message


def _youtube_id(video: Video | None) -> str:
    if video is None or video.youtube_id is None:
        raise ExtractionFailed("The video was removed from the library meanwhile.", code="cancelled")
    return video.youtube_id
