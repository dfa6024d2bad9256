"""What a worker process has once and all its tasks share: an event loop, and resources that live in it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar

from celery.signals import (
    beat_init,
    celeryd_init,
    setup_logging,
    worker_process_init,
    worker_process_shutdown,
)

from app.config import get_settings
from app.embedded import ensure_running, parent_death_signal
from app.observability.logging import configure_logging
from app.resources import Resources, open_resources

T = TypeVar("T")


class _Runtime:
    """An event loop in a thread of its own, so that what is opened for one task still works between tasks."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="resources", daemon=True).start()
        self._context: AbstractAsyncContextManager[Resources] = open_resources(get_settings(), serving=False)
        self.resources = self.run(self._context.__aenter__())

    def run(self, work: Awaitable[T]) -> T:
        async def wrapped() -> T:
            return await work

        return asyncio.run_coroutine_threadsafe(wrapped(), self._loop).result()

    def close(self) -> None:
        self.run(self._context.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)


_runtime: _Runtime | None = None


def run(work: Callable[[Resources], Awaitable[T]]) -> T:
    """Do `work` with the process's resources, opened at the first task."""
    global _runtime  # noqa: PLW0603 - one per process is the point
    if _runtime is None:
        _runtime = _Runtime()
    return _runtime.run(work(_runtime.resources))


@setup_logging.connect
def _log_as_we_do(**_: Any) -> None:
    configure_logging(get_settings())


@celeryd_init.connect
@beat_init.connect
def _have_servers(**_: Any) -> None:
    """The broker may be our own embedded one."""
    ensure_running(get_settings())


@worker_process_init.connect
def _die_with_the_worker(**_: Any) -> None:
    """A worker that is killed outright can't tell its processes to end."""
    parent_death_signal("SIGKILL")()


@worker_process_shutdown.connect
def _close(**_: Any) -> None:
    if _runtime is not None:
        _runtime.close()
