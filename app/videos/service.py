"""What can be done with videos: add by link, by file or as the sample; read; remove."""

from __future__ import annotations

import asyncio
from pathlib import PurePath

from app.accounts.types import User
from app.broker import EXTRACT_VIDEO, Publisher
from app.cache.read_through import ReadThrough
from app.db import Database, Transaction
from app.db.outbox import changed_keys
from app.errors import NotFound
from app.videos import sample
from app.videos.jobs import JobRepository
from app.videos.repository import VideoRepository
from app.videos.schemas import Job, Video
from app.videos.transcripts import parse_captions
from app.videos.types import CaptionTrack, TrackKind, Transcript
from app.videos.youtube import parse_video_link, watch_url

LONGEST_TITLE = 300
PASTED_TITLE = "Pasted transcript"


class VideoService:
    """Each method is one whole thing a user can ask for; it commits by itself."""

    def __init__(self, database: Database, cache: ReadThrough, publisher: Publisher) -> None:
        self._database = database
        self._cache = cache
        self._publisher = publisher

    async def list_videos(self, user: User) -> list[Video]:
        """The user's library, newest first."""
        async with self._database.read() as connection:
            return await VideoRepository(connection).list_newest(user.user_id)

    async def get_or_raise(self, user: User, video_id: int) -> Video:
        """One video of the user's. Raises NotFound."""
        async with self._database.read() as connection:
            video = await VideoRepository(connection).find(user.user_id, video_id)
        return _found(video)

    async def transcript_or_raise(self, user: User, video_id: int, track_id: int | None) -> bytes:
        """A track of a video with its cues, as JSON text; the first one if none is named. Raises NotFound."""
        async with self._database.read() as connection:
            transcript = await VideoRepository(connection).transcript(user.user_id, video_id, track_id)
        if transcript is None:
            raise NotFound("There is no such transcript.")
        return transcript

    async def add_link(self, user: User, link: str) -> tuple[Job, Video]:
        """Add a YouTube video and have its transcript fetched.

        The same link again is the same video; a new attempt is begun only where there is no transcript yet. Raises
        BadLink for anything but a link to one YouTube video.
        """
        youtube_id = parse_video_link(link)
        async with self._database.transaction() as transaction:
            videos, jobs = VideoRepository(transaction.connection), JobRepository(transaction.connection)
            video_id = await videos.insert_pending(user.user_id, youtube_id=youtube_id, url=watch_url(youtube_id))
            video = _found(await videos.find(user.user_id, video_id))
            job = await jobs.find_newest(user.user_id, video_id)
            if video.status != "ready" or job is None:
                job = await jobs.open_for(user.user_id, video_id)
                await videos.mark_pending(video_id)
                self._publish_after_commit(transaction, job)
            video = _found(await videos.find(user.user_id, video_id))
        return job, video

    async def add_captions(
        self,
        user: User,
        data: bytes,
        *,
        filename: str | None,
        title: str | None,
        link: str | None,
        language: str | None,
    ) -> Video:
        """Add a video by its caption file; no network is needed.

        With the link of a YouTube video that is in the library already, the captions become a track of that one: the
        way out when YouTube refuses. Raises BadCaptionFile, BadLink.
        """
        youtube_id = parse_video_link(link) if link else None
        parsed = await asyncio.to_thread(parse_captions, data, filename=filename)
        track = _uploaded(parsed, filename=filename, language=language)
        async with self._database.transaction() as transaction:
            videos = VideoRepository(transaction.connection)
            known = await videos.find_by_youtube_id(user.user_id, youtube_id) if youtube_id else None
            if known is not None:
                await videos.add_track(known.video_id, track)
                return _found(await videos.find(user.user_id, known.video_id))
            video_id = await videos.insert_ready(
                user.user_id,
                source="upload",
                title=(title or _title_of(filename))[:LONGEST_TITLE],
                url=watch_url(youtube_id) if youtube_id else None,
                youtube_id=youtube_id,
                duration_ms=parsed.cues[-1].end_ms,
            )
            assert video_id is not None, "only the sample can be there already"
            await videos.store_track(video_id, 0, track)
            return _found(await videos.find(user.user_id, video_id))

    async def add_sample(self, user: User) -> tuple[Video, bool]:
        """The sample transcript, and whether it is new to the user."""
        parsed = await asyncio.to_thread(parse_captions, sample.captions(), filename=sample.FILENAME)
        async with self._database.transaction() as transaction:
            videos = VideoRepository(transaction.connection)
            video_id = await videos.insert_ready(
                user.user_id,
                source="sample",
                title=sample.TITLE,
                url=None,
                youtube_id=None,
                duration_ms=parsed.cues[-1].end_ms,
            )
            if video_id is not None:
                await videos.store_track(video_id, 0, CaptionTrack(TrackKind.MANUAL, "en", "English", parsed))
                await videos.set_chapters(video_id, sample.CHAPTERS)
            return _found(await videos.find_sample(user.user_id)), video_id is not None

    async def delete(self, user: User, video_id: int) -> None:
        """Remove a video and its transcript; the chats about it stay. Raises NotFound."""
        async with self._database.transaction() as transaction:
            if not await VideoRepository(transaction.connection).delete(user.user_id, video_id):
                raise NotFound("There is no such video.")
            changes = await changed_keys(transaction.connection)
            transaction.after_commit(lambda: self._cache.finish(changes))

    async def list_jobs(self, user: User) -> list[Job]:
        """The user's last jobs, newest first."""
        async with self._database.read() as connection:
            return await JobRepository(connection).list_newest(user.user_id)

    async def job_or_raise(self, user: User, job_id: int) -> Job:
        """One job of the user's. Raises NotFound."""
        async with self._database.read() as connection:
            job = await JobRepository(connection).find(user.user_id, job_id)
        if job is None:
            raise NotFound("There is no such job.")
        return job

    def _publish_after_commit(self, transaction: Transaction, job: Job) -> None:
        async def publish() -> None:
            self._publisher.publish(EXTRACT_VIDEO, job_id=job.job_id)

        transaction.after_commit(publish)


def _found(video: Video | None) -> Video:
    if video is None:
        raise NotFound("There is no such video.")
    return video


def _uploaded(parsed: Transcript, *, filename: str | None, language: str | None) -> CaptionTrack:
    name = PurePath(filename).name if filename else PASTED_TITLE
    return CaptionTrack(TrackKind.UPLOAD, language or parsed.language or "", name, parsed)


def _title_of(filename: str | None) -> str:
    # Browsers and scripts may send a whole path, of either system.
    name = (filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    return name.split(".", 1)[0].strip() or name.strip() or PASTED_TITLE
