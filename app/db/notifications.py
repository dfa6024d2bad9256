"""One listening connection per process, shared by all who wait for a NOTIFY."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from app.db.database import GONE, Connection, connect

log = structlog.get_logger(__name__)

RECONNECT_SECONDS = 1.0


class Notifications:
    """Wakes waiters by channel and payload. A wake-up says "look again": after a reconnect everybody gets one."""

    def __init__(self, address: str, channel: str) -> None:
        self._address = address
        self._channel = channel
        self._waiters: dict[str, set[asyncio.Event]] = defaultdict(set)

    async def run(self) -> None:
        """Listen for ever, connecting anew when the connection breaks; ends only by cancellation."""
        while True:
            try:
                await self._listen()
            except GONE as error:
                log.warning("notifications.gone", error=type(error).__name__)
            await asyncio.sleep(RECONNECT_SECONDS)

    @asynccontextmanager
    async def watch(self, payload: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set at each notification with this payload; the waiter clears it."""
        event = asyncio.Event()
        self._waiters[payload].add(event)
        try:
            yield event
        finally:
            self._waiters[payload].discard(event)
            if not self._waiters[payload]:
                del self._waiters[payload]

    async def _listen(self) -> None:
        connection: Connection = await connect(self._address)
        broken = asyncio.Event()
        try:
            connection.add_termination_listener(lambda _: broken.set())
            await connection.add_listener(self._channel, self._heard)
            self._wake_all()
            await broken.wait()
        finally:
            await connection.close(timeout=1)

    def _heard(self, _connection: object, _pid: int, _channel: str, payload: str) -> None:
        for event in self._waiters.get(payload, ()):
            event.set()

    def _wake_all(self) -> None:
        for events in self._waiters.values():
            for event in events:
                event.set()
