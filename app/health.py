"""How the parts are, each told apart. The product serves as long as PostgreSQL does; the rest is comfort."""

from __future__ import annotations

import asyncio
import time
from typing import Literal

from pydantic import BaseModel, Field

from app import __version__
from app.cache import test_celery_connection
from app.cache.store import Store
from app.config import Settings
from app.db import Database

# A worker's answer costs a broadcast through the broker; a good one is believed for this long, a bad one for less.
GOOD_SECONDS = 5.0
BAD_SECONDS = 0.5


class Health(BaseModel):
    """The state of each part. `degraded`: everything works, but something that makes it fast or complete is away."""

    status: Literal["ok", "degraded", "down"]
    version: str
    database: Literal["ok", "down"]
    redis: Literal["ok", "down"]
    celery: Literal["ok", "down"] = Field(description="Whether a worker answers: new links wait while none does")
    cache_enabled: bool


class HealthService:
    """Asks the parts."""

    def __init__(self, database: Database, store: Store, settings: Settings) -> None:
        self._database = database
        self._store = store
        self._cache_enabled = settings.enable_cache
        self._celery = False
        self._celery_asked = float("-inf")
        self._asking = asyncio.Lock()

    async def check(self) -> Health:
        """The state of each part now; takes a second or so at worst."""
        database, redis, celery = await asyncio.gather(
            self._database.ping(), self._store.ping(), self._worker_answers()
        )
        return Health(
            status="down" if not database else "ok" if redis and celery else "degraded",
            version=__version__,
            database="ok" if database else "down",
            redis="ok" if redis else "down",
            celery="ok" if celery else "down",
            cache_enabled=self._cache_enabled,
        )

    async def _worker_answers(self) -> bool:
        async with self._asking:
            if time.monotonic() - self._celery_asked > (GOOD_SECONDS if self._celery else BAD_SECONDS):
                self._celery = await asyncio.to_thread(test_celery_connection)
                self._celery_asked = time.monotonic()
            return self._celery
