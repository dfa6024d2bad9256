"""Get or load: the one algorithm to read first.

1. Ask the store for the entry and its companion. No answer in time: load, and leave the cache alone (BYPASS).
2. The entry is whole, of a known version and the reader's own: hand its bytes on (HIT).
3. Else ask for the key's lease. Who gets it loads from the database and fills (MISS); the fill is refused if a write
   came between. Who does not get it looks again for a little while, then loads too, without filling.

A load that is under way is never shared between callers: it may have read the database before a write that was
acknowledged before the second caller began. Waiting for the fill has no such gap, as that write revokes the lease.
"""

from __future__ import annotations

import asyncio
import random
import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping

from app.cache.entry import Bypass, Loaded, Outcome, Reading
from app.cache.store import Store, Stored

Load = Callable[[], Awaitable[Loaded]]

# How long a reader waits for somebody else's fill, and how often it looks.
WAIT_SECONDS = 0.15
LOOK_SECONDS = 0.004


class ReadThrough:
    """Lists read through the store. Without a store every read is a bypass."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        # What this process committed but could not tell the store: such a list is not read before it is told.
        self._untold: dict[str, int] = {}

    async def get(self, key: str, *, owner: str, seconds: int, load: Load) -> Reading:
        """The list under `key`, for `owner`.

        `load` reads it from the database; it raises what is to be raised if the list does not exist or is not the
        owner's. Errors of the store are never raised.
        """
        if self._store is None or not await self._has_been_told(self._store, key):
            return _reading(await load(), Outcome.BYPASS)
        entry = await self._store.read(key)
        if isinstance(entry, Bypass) or _is_foreign(entry, owner):
            return _reading(await load(), Outcome.BYPASS)
        if (hit := _hit(entry, owner)) is not None:
            return hit
        return await self._load_under_lease(self._store, key, owner=owner, seconds=seconds, load=load)

    async def finish(self, changes: Iterable[tuple[str, int]], appended: Mapping[str, bytes] | None = None) -> None:
        """After a commit: bring the cache to what it changed, each key to its new version.

        A key in `appended` got exactly one new last item, given as JSON text; all others are forgotten.
        """
        if self._store is None:
            return
        for key, version in changes:
            if appended and key in appended:
                told = await self._store.append(key, version=version, item=appended[key])
            else:
                told = await self._store.invalidate(key, version=version)
            if isinstance(told, Bypass):
                self._untold[key] = max(version, self._untold.get(key, 0))

    async def _has_been_told(self, store: Store, key: str) -> bool:
        """Whether the store knows of all that this process wrote to the list; tells it now if it does not."""
        version = self._untold.get(key)
        if version is None:
            return True
        if isinstance(await store.invalidate(key, version=version), Bypass):
            return False
        if self._untold.get(key) == version:
            del self._untold[key]
        return True

    async def _load_under_lease(self, store: Store, key: str, *, owner: str, seconds: int, load: Load) -> Reading:
        token = secrets.token_hex(8)
        granted = await store.lease(key, token)
        if isinstance(granted, Bypass):
            return _reading(await load(), Outcome.BYPASS)
        if not granted:
            return await self._wait_for_fill(store, key, owner) or _reading(await load(), Outcome.MISS)
        try:
            loaded = await load()
        except BaseException:
            await asyncio.shield(store.release(key, token))
            raise
        await store.fill(
            key, token=token, version=loaded.version, owner=loaded.owner, seconds=seconds, body=loaded.body
        )
        return _reading(loaded, Outcome.MISS)

    @staticmethod
    async def _wait_for_fill(store: Store, key: str, owner: str) -> Reading | None:
        give_up = asyncio.get_running_loop().time() + WAIT_SECONDS
        while asyncio.get_running_loop().time() < give_up:
            await asyncio.sleep(LOOK_SECONDS * random.uniform(0.5, 1.5))  # noqa: S311 - jitter, not a secret
            entry = await store.read(key)
            if isinstance(entry, Bypass) or _is_foreign(entry, owner):
                return None
            if (hit := _hit(entry, owner)) is not None:
                return hit
        return None


def _is_foreign(entry: Stored, owner: str) -> bool:
    """Somebody else's entry is neither shown nor touched; the database says what this reader gets."""
    return entry.version is not None and entry.owner != owner


def _hit(entry: Stored, owner: str) -> Reading | None:
    """The entry as a reading, if it may be served: checked for owner, known version and shape."""
    if entry.body is None or entry.version is None or entry.owner != owner:
        return None
    if not (entry.body.startswith(b"[") and entry.body.endswith(b"]")):
        return None
    return Reading(entry.body, entry.version, Outcome.HIT)


def _reading(loaded: Loaded, outcome: Outcome) -> Reading:
    return Reading(loaded.body, loaded.version, outcome)
