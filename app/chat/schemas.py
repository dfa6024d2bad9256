"""The public form of sessions and messages. The lists are put together by PostgreSQL, see `repository.py`."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field

LONGEST_MESSAGE = 100_000
LONGEST_QUESTION = 4_000
LONGEST_CONTEXT_BYTES = 200_000


def _storable(text: str) -> str:
    """Text that PostgreSQL can keep: no NUL and no half of a surrogate pair."""
    if "\x00" in text:
        raise ValueError("must not contain the NUL character")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("must be valid Unicode") from None
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text


def _storable_json(value: Any) -> Any:
    text = json.dumps(value, ensure_ascii=False)
    if len(_storable(text)) > LONGEST_CONTEXT_BYTES:
        raise ValueError(f"must not be longer than {LONGEST_CONTEXT_BYTES} bytes as JSON")
    if "\\u0000" in text:
        raise ValueError("must not contain the NUL character")
    return value


Text = Annotated[str, AfterValidator(_storable)]
Words = Annotated[str, AfterValidator(_storable), AfterValidator(_not_blank)]


class Citation(BaseModel):
    """A quote and when it was said."""

    video_id: int
    start_ms: int
    end_ms: int
    quote: str


class Session(BaseModel):
    """A chat."""

    session_id: int
    title: str
    video_id: int | None
    video_url: str | None
    video_title: str | None
    created_at: str = Field(description="ISO 8601, UTC")
    updated_at: str = Field(description="ISO 8601, UTC")
    message_count: int


class Message(BaseModel):
    """One message of a chat; an assistant's message names what it quotes."""

    message_id: int
    session_id: int
    role: Literal["user", "assistant"]
    message: str
    timestamp: str = Field(description="ISO 8601, UTC")
    video_context: Any = None
    citations: list[Citation]


class NewSession(BaseModel):
    """A chat to begin: about a video of the library (by id or link), about any link, or about all videos."""

    title: Words | None = Field(None, max_length=300)
    video_id: int | None = Field(None, ge=1, lt=2**63)
    video_url: Text | None = Field(None, max_length=2_000)
    video_title: Text | None = Field(None, max_length=300)


class SessionChange(BaseModel):
    """A new title."""

    title: Words = Field(max_length=300)


class NewMessage(BaseModel):
    """A message to store as it is."""

    role: Literal["user", "assistant"]
    message: Words = Field(max_length=LONGEST_MESSAGE)
    video_context: Annotated[Any, AfterValidator(_storable_json)] = None


class Question(BaseModel):
    """Something to be answered from the transcript."""

    question: Words = Field(max_length=LONGEST_QUESTION)


class AnswerDelta(BaseModel):
    """A piece of an answer under way."""

    text: str
