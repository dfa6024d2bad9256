"""ChatCache: the cached chat history as scripts and the terminal see it. Synchronous, usable with no set-up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.exceptions import NoScriptError, RedisError
from redis.retry import Retry

from app.cache import keys, scripts
from app.config import get_settings

CALL_SECONDS = 1.0

Item = Mapping[str, Any]


class ChatCache:
    """Reads and changes cached lists by hand.

    What is written here does not say which version of the database it shows. Scripts and redis-cli see it at once;
    the application takes it for a miss and loads the list anew, so a wrong or old list is never served to a user.
    With `ENABLE_CACHE=false` and with Redis away, reads return None and writes return False.
    """

    @classmethod
    def get_chat_sessions(cls, user_id: str) -> list[dict[str, Any]] | None:
        """The user's cached sessions, newest first; None if there is no such entry. An empty list is a value."""
        return _get(keys.chat_sessions(user_id))

    @classmethod
    def set_chat_sessions(cls, user_id: str, sessions: Iterable[Item]) -> bool:
        """Put a list of sessions there for CACHE_EXPIRE_SESSIONS seconds; False if it could not be stored."""
        return _set(keys.chat_sessions(user_id), sessions, get_settings().cache_expire_sessions)

    @classmethod
    def invalidate_chat_sessions(cls, user_id: str) -> bool:
        """Forget the user's list; True if there was one."""
        return _run(scripts.DROP, keys.chat_sessions(user_id)) == 1

    @classmethod
    def get_chat_messages(cls, session_id: int | str) -> list[dict[str, Any]] | None:
        """The session's cached messages, oldest first; None if there is no such entry. An empty list is a value."""
        return _get(keys.chat_messages(session_id))

    @classmethod
    def set_chat_messages(cls, session_id: int | str, messages: Iterable[Item]) -> bool:
        """Put a list of messages there for CACHE_EXPIRE_MESSAGES seconds; False if it could not be stored."""
        return _set(keys.chat_messages(session_id), messages, get_settings().cache_expire_messages)

    @classmethod
    def append_chat_message(cls, session_id: int | str, message: Item) -> bool:
        """Add a message to a list that is cached; False if none is. An expired list is never begun anew."""
        return _run(scripts.APPEND_UNVERSIONED, keys.chat_messages(session_id), _encode(message)) == 1

    @classmethod
    def invalidate_chat_messages(cls, session_id: int | str) -> bool:
        """Forget the session's list; True if there was one."""
        return _run(scripts.DROP, keys.chat_messages(session_id)) == 1


def ping() -> bool:
    """Whether Redis answers."""
    try:
        return bool(_client().ping())
    except (RedisError, OSError):
        return False


def _get(key: str) -> list[dict[str, Any]] | None:
    if not get_settings().enable_cache:
        return None
    try:
        body = _client().get(key)
        value = json.loads(body) if isinstance(body, bytes) else None
    except (RedisError, OSError, ValueError):
        return None
    return value if isinstance(value, list) else None


def _set(key: str, items: Iterable[Item], seconds: int) -> bool:
    return _run(scripts.PUT_UNVERSIONED, key, seconds, _encode(list(items))) == 1


def _run(script: scripts.Script, key: str, *arguments: Any) -> int | None:
    if not get_settings().enable_cache:
        return None
    names = (key, keys.companion(key))
    try:
        try:
            return int(_client().evalsha(script.sha, 2, *names, *arguments))
        except NoScriptError:
            return int(_client().eval(script.text, 2, *names, *arguments))
    except (RedisError, OSError):
        return None


def _encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str).encode()


@lru_cache(maxsize=1)
def _client() -> redis.Redis:
    return redis.Redis.from_url(
        get_settings().redis_url,
        socket_timeout=CALL_SECONDS,
        socket_connect_timeout=CALL_SECONDS,
        retry=Retry(NoBackoff(), 0),
        protocol=2,
    )
