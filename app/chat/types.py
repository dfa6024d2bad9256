"""What a chat is made of, as plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a transcript, quoted as they were said, and when: milliseconds from the start of the video."""

    video_id: int
    start_ms: int
    end_ms: int
    quote: str


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message as it was stored: its id and its JSON text, the same bytes as in the list."""

    message_id: int
    body: bytes


@dataclass(frozen=True, slots=True)
class SessionScope:
    """What an answer in a session may draw on: the video that the session is about, or the whole library."""

    session_id: int
    video_id: int | None
