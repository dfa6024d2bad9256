"""Whether the stores behind the cache answer. These tell the raw truth: no breaker, no memory of earlier answers."""

from __future__ import annotations

from app.broker import BROKER_ERRORS, celery_app
from app.cache.chat import ping

WORKER_SECONDS = 1.0
# A connection kept from before the broker's restart fails once.
ATTEMPTS = 2


def test_redis_connection() -> bool:
    """True if Redis (or Valkey) answers at the configured address."""
    return ping()


def test_celery_connection() -> bool:
    """True if at least one Celery worker answers through the broker within a second."""
    for _ in range(ATTEMPTS):
        try:
            return bool(celery_app.control.ping(timeout=WORKER_SECONDS))
        except BROKER_ERRORS:
            continue
    return False


# pytest takes any imported function called test_* for a test of its own.
test_redis_connection.__test__ = False  # type: ignore[attr-defined]
test_celery_connection.__test__ = False  # type: ignore[attr-defined]
