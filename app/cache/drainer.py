"""The database tells the cache: every committed change leaves a row in the outbox, and this loop applies it.

It catches what the writing process could not say itself: it crashed after its commit, the store did not answer, or the
change came from psql. Rows are deleted only once they are applied, so a store that is away for an hour is brought up
to date when it is back. There is no cursor to lose a late commit behind.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple

import structlog

from app.cache.entry import Bypass
from app.cache.store import Store
from app.errors import Unavailable

log = structlog.get_logger(__name__)

PAUSE_SECONDS = 0.25
PAUSE_WHEN_AWAY_SECONDS = 1.0


class Change(NamedTuple):
    """A key that changed, and the version that the change made."""

    key: str
    version: int


Apply = Callable[[list[Change]], Awaitable[bool]]
# Hands over the changes that wait and deletes them if `apply` says so; returns whether there was nothing left behind.
TakeChanges = Callable[[Apply], Awaitable[bool]]


class Drainer:
    """Applies the outbox to the store until it is stopped. Any number may run at once."""

    def __init__(self, store: Store, take_changes: TakeChanges) -> None:
        self._store = store
        self._take_changes = take_changes

    async def run(self) -> None:
        """Drain for ever; ends only by cancellation."""
        while True:  # noqa: ASYNC110 - the database sets no event in this process
            await asyncio.sleep(PAUSE_SECONDS if await self.drain_once() else PAUSE_WHEN_AWAY_SECONDS)

    async def drain_once(self) -> bool:
        """Apply what waits now; False if it could not be done, so that it waits on."""
        try:
            return await self._take_changes(self._apply)
        except Unavailable:
            return False

    async def _apply(self, changes: list[Change]) -> bool:
        for change in changes:
            if isinstance(await self._store.invalidate(change.key, version=change.version), Bypass):
                log.info("cache.drain_waits", changes=len(changes))
                return False
        return True
