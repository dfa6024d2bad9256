"""The contract between the chat and whoever answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from app.chat.types import Citation


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, who asks, and the video it is about; None: the asker's whole library."""

    owner_id: str
    question: str
    video_id: int | None


class Answerer(Protocol):
    """Answers in pieces: text, and each quote right before the text first refers to it as [n], counted from 1."""

    def answer(self, ask: Ask) -> AsyncIterator[str | Citation]:
        """The pieces of the answer, in order. May raise Unavailable."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer."""

    text: str
    citations: tuple[Citation, ...]
