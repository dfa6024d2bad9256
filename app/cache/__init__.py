"""Redis in front of PostgreSQL: a copy of the chat history that is never in the way.

    from app.cache import ChatCache, test_redis_connection

The engine beside these public names knows no feature, no SQL and no web framework: start reading at `read_through.py`.
`celery_app` is here because `celery -A app.cache.celery_app worker` is a public command; never add a file of that name
to this package, it would hide the object. Importing this package opens no connection.
"""

from app.broker import celery_app
from app.cache.chat import ChatCache
from app.cache.health import test_celery_connection, test_redis_connection

__all__ = ["ChatCache", "celery_app", "test_celery_connection", "test_redis_connection"]
