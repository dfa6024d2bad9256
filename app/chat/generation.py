"""An answer under way. It belongs to the server: it runs to its end and is stored, whoever is still listening."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import structlog

from app.chat.answering import Answer, Answerer, Ask
from app.chat.types import Citation, StoredMessage
from app.errors import AppError

log = structlog.get_logger(__name__)

STOP_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Asked:
    """The question is stored."""

    message: StoredMessage


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the answer's text."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The next quote, which the text refers to by its number."""

    citation: Citation


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer is stored, whole."""

    message: StoredMessage


@dataclass(frozen=True, slots=True)
class Failed:
    """There is no answer; the question stays."""

    error: AppError


Event = Asked | Piece | Quoted | Answered | Failed
StoreAnswer = Callable[[Answer], Awaitable[StoredMessage]]


class Generations:
    """The answers that are being made in this process."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._running: set[asyncio.Task[None]] = set()

    def start(self, ask: Ask, store: StoreAnswer) -> AsyncIterator[Event]:
        """Begin an answer; the events may be read to the end, in part or not at all."""
        events: asyncio.Queue[Event | None] = asyncio.Queue()
        task = asyncio.create_task(self._run(ask, store, events))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return _until_end(events)

    async def close(self) -> None:
        """Let the answers under way come to their end, for a few seconds."""
        if self._running:
            await asyncio.wait(self._running, timeout=STOP_SECONDS)

    async def _run(self, ask: Ask, store: StoreAnswer, events: asyncio.Queue[Event | None]) -> None:
        text: list[str] = []
        citations: list[Citation] = []
        try:
            async for piece in self._answerer.answer(ask):
                if isinstance(piece, Citation):
                    citations.append(piece)
                    events.put_nowait(Quoted(piece))
                else:
                    text.append(piece)
                    events.put_nowait(Piece(piece))
            events.put_nowait(Answered(await store(Answer("".join(text), tuple(citations)))))
        except AppError as error:
            events.put_nowait(Failed(error))
        except Exception:  # the edge of a task: nobody above would hear of it
            log.exception("answer.unexpected")
            events.put_nowait(Failed(AppError("The answer could not be made. The question is kept; ask again.")))
        finally:
            events.put_nowait(None)


async def _until_end(events: asyncio.Queue[Event | None]) -> AsyncIterator[Event]:
    while (event := await events.get()) is not None:
        yield event
