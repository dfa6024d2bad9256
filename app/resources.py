"""Opens and closes everything shared. The same for the web server, the workers, the terminal and the tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from app.broker import Publisher
from app.cache.drainer import Apply, Change, Drainer
from app.cache.read_through import ReadThrough
from app.cache.store import Store
from app.chat.answering import ExtractiveAnswerer
from app.chat.generation import Generations
from app.chat.history import ChatHistory
from app.chat.service import ChatService
from app.config import Settings
from app.db import Database
from app.db.migrate import migrate
from app.db.notifications import Notifications
from app.db.outbox import take_changes
from app.embedded import ensure_running
from app.health import HealthService
from app.videos.extraction import ExtractionService
from app.videos.job_feed import JobFeed
from app.videos.service import VideoService
from app.videos.youtube import YouTubeSettings


@dataclass(frozen=True, slots=True)
class Resources:
    """What the entrances work with."""

    settings: Settings
    database: Database
    store: Store
    publisher: Publisher
    chats: ChatService
    videos: VideoService
    extraction: ExtractionService
    job_feed: JobFeed
    health: HealthService


@asynccontextmanager
async def open_resources(settings: Settings, *, serving: bool) -> AsyncIterator[Resources]:
    """Everything, ready for use: embedded servers up, schema current, connections open.

    `serving`: this process answers requests, so it also drains the outbox and listens for job news.
    Raises StartupError.
    """
    await asyncio.to_thread(ensure_running, settings)
    address = settings.postgres_address
    await migrate(address)
    database, store, publisher = Database(address), Store(settings.redis_url), Publisher()
    cache = ReadThrough(store if settings.enable_cache else None)
    generations = Generations(ExtractiveAnswerer(database))
    videos = VideoService(database, cache, publisher)
    job_news = Notifications(address, "jobs")
    await database.open()
    loops = [_drain(database, store), job_news.run()] if serving else []
    try:
        async with _running(loops):
            yield Resources(
                settings=settings,
                database=database,
                store=store,
                publisher=publisher,
                chats=ChatService(database, ChatHistory(database, cache, settings), generations),
                videos=videos,
                extraction=ExtractionService(database, youtube_settings(settings), publisher),
                job_feed=JobFeed(videos, job_news),
                health=HealthService(database, store, settings),
            )
            await generations.close()
    finally:
        await publisher.close()
        await store.close()
        await database.close()


def youtube_settings(settings: Settings) -> YouTubeSettings:
    """The part of the settings that concerns YouTube, without secrets' wrapping."""

    def secret(value: Any) -> str | None:
        return value.get_secret_value() if value is not None else None

    return YouTubeSettings(
        proxy=secret(settings.youtube_proxy),
        ca_file=str(settings.youtube_ca_file) if settings.youtube_ca_file else None,
        languages=settings.youtube_languages,
        clients=settings.youtube_clients,
        cookies=secret(settings.youtube_cookies),
        pause_seconds=settings.youtube_pause_seconds,
        deadline_seconds=settings.youtube_deadline_seconds,
    )


async def _drain(database: Database, store: Store) -> None:
    async def take(apply: Apply) -> bool:
        return await take_changes(database, lambda rows: apply([Change(*row) for row in rows]))

    await Drainer(store, take).run()


@asynccontextmanager
async def _running(loops: list[Coroutine[Any, Any, None]]) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(loop) for loop in loops]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
