"""The names of cached things; nowhere else is a key put together. The first two are public."""

from __future__ import annotations


def chat_sessions(user_id: str) -> str:
    """The list of a user's sessions, as JSON text."""
    return f"chat_sessions:{user_id}"


def chat_messages(session_id: int | str) -> str:
    """The list of a session's messages, as JSON text."""
    return f"chat_messages:{session_id}"


def companion(key: str) -> str:
    """The hash with what must be known of an entry: version, owner, lease, floor.

    The braces put it into the same cluster slot as its value, as long as the key itself has no braces.
    """
    return f"{{{key}}}:m"
