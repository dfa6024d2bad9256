"""A job as it changes, for whoever watches it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from app.accounts.types import User
from app.db.notifications import Notifications
from app.errors import Unavailable
from app.videos.schemas import Job
from app.videos.service import VideoService

# A notification can be lost with its connection; then this is how late the watcher is.
LOOK_AGAIN_SECONDS = 10.0


class JobFeed:
    """Tells watchers of each change without polling."""

    def __init__(self, videos: VideoService, news: Notifications) -> None:
        self._videos = videos
        self._news = news

    async def watch(self, user: User, job_id: int) -> AsyncIterator[Job]:
        """The job now and after each change, until it is over. Raises NotFound if it goes away meanwhile."""
        last: Job | None = None
        async with self._news.watch(str(job_id)) as changed:
            while last is None or not last.is_over:
                changed.clear()
                job = await self._look(user, job_id)
                if job is not None and job != last:
                    yield job
                    last = job
                    continue
                try:
                    await asyncio.wait_for(changed.wait(), LOOK_AGAIN_SECONDS)
                except TimeoutError:
                    continue

    async def _look(self, user: User, job_id: int) -> Job | None:
        try:
            return await self._videos.job_or_raise(user, job_id)
        except Unavailable:
            return None  # look again later; the stream stays open
