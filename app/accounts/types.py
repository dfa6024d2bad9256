"""What a user is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class User:
    """The owner of videos, chats and jobs."""

    user_id: str


# The row that the first migration makes: the person at this machine.
LOCAL_USER = User("local")
