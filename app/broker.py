"""Celery's application, and the one way to hand work to it. Knows the names of tasks, never their code."""

from __future__ import annotations

import asyncio
from typing import Any

import structlog
from celery import Celery
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from app.config import get_settings

log = structlog.get_logger(__name__)

EXTRACT_VIDEO = "videos.extract_video"
REQUEUE_STALLED = "videos.requeue_stalled"

# A message nobody took is worthless after a while: the truth about the job is in PostgreSQL and is offered again.
EXPIRE_SECONDS = 300
# Longer than the longest task may run, or the broker hands it to a second worker meanwhile.
VISIBILITY_SECONDS = 7_200
# kombu lets some of its transport's own errors through.
BROKER_ERRORS = (OperationalError, RedisError, OSError)
RETRY_PAUSES_SECONDS = (0.2, 1.0, 5.0, 15.0, 30.0)


def _create() -> Celery:
    settings = get_settings()
    app = Celery("youtube-extractor", include=["app.tasks.runtime", "app.tasks.videos"])
    app.conf.update(
        broker_url=settings.broker_url,
        result_backend=settings.result_backend,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            "visibility_timeout": VISIBILITY_SECONDS,
            "socket_connect_timeout": 1,
            "socket_timeout": 10,
            # Of one publication; how long a worker looks for its broker is set above.
            "max_retries": 1,
            "interval_start": 0,
            "interval_step": 0.1,
            "interval_max": 0.1,
        },
        task_serializer="json",
        result_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        worker_hijack_root_logger=False,
        task_default_queue="youtube-extractor",
        timezone="UTC",
        # The schedule is short and fixed: nothing to remember on disk.
        beat_scheduler="celery.beat:Scheduler",
        beat_schedule={"requeue stalled jobs": {"task": REQUEUE_STALLED, "schedule": 5.0, "options": {"expires": 5.0}}},
    )
    return app


celery_app = _create()


def enqueue(name: str, **arguments: Any) -> bool:
    """Hand a task to the broker, once; False if the broker does not take it. Blocks for a second at most."""
    try:
        celery_app.send_task(name, kwargs=arguments, ignore_result=True, retry=False, expires=EXPIRE_SECONDS)
    except BROKER_ERRORS as error:
        log.warning("broker.away", task=name, error=type(error).__name__)
        return False
    return True


async def enqueue_patiently(name: str, **arguments: Any) -> None:
    """Hand a task to the broker, trying again for about a minute. What fails even then is found by the sweeper."""
    for pause in (0.0, *RETRY_PAUSES_SECONDS):
        await asyncio.sleep(pause)
        if await asyncio.to_thread(enqueue, name, **arguments):
            return


class Publisher:
    """Hands tasks to the broker behind the request's back: a broker that is slow or away costs the user nothing."""

    def __init__(self) -> None:
        self._pending: set[asyncio.Task[None]] = set()

    def publish(self, name: str, **arguments: Any) -> None:
        """Return at once; the task is handed over as soon as the broker takes it."""
        task = asyncio.create_task(enqueue_patiently(name, **arguments))
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)

    async def close(self) -> None:
        """Give up on what could not be handed over; the sweeper finds it."""
        for task in self._pending:
            task.cancel()
        await asyncio.gather(*self._pending, return_exceptions=True)
