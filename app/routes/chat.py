"""Chats over HTTP. Lists go out as the bytes they are stored as; the models here only describe them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from hashlib import blake2b
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from app.cache.entry import Reading
from app.chat.generation import Answered, Asked, Event, Failed, Piece, Quoted
from app.chat.schemas import (
    AnswerDelta,
    Message,
    NewMessage,
    NewSession,
    Question,
    Session,
    SessionChange,
    Text,
)
from app.errors import InvalidInput, NotFound, Unavailable
from app.routes.dependencies import CurrentUser, Id, Shared
from app.routes.errors import problem, responses

router = APIRouter(prefix="/chat", tags=["chat"])

JSON = "application/json"
ANSWER_STREAM = {
    "description": "Events `question` (Message), `delta` (AnswerDelta), `citation` (Citation), `answer` (Message), "
    "`error` (Problem)",
    "model": AnswerDelta,
    "content": {"text/event-stream": {}},
}


@router.get("/sessions", response_model=list[Session], responses=responses(Unavailable))
async def list_sessions(user: CurrentUser, shared: Shared, request: Request) -> Response:
    """The user's chats, newest first."""
    return _list(await shared.chats.list_sessions(user), request)


@router.post("/sessions", response_model=Session, status_code=201, responses=responses(NotFound, InvalidInput))
async def create_session(new: NewSession, user: CurrentUser, shared: Shared) -> Response:
    """Begin a chat."""
    return Response(await shared.chats.create_session(user, new), status_code=201, media_type=JSON)


@router.get("/sessions/by-video", response_model=list[Session], responses=responses(InvalidInput))
async def list_sessions_about(
    video_url: Annotated[Text, Query(max_length=2_000)], user: CurrentUser, shared: Shared
) -> Response:
    """The user's chats about a video, newest first."""
    return Response(await shared.chats.sessions_about(user, video_url), media_type=JSON)


@router.patch("/sessions/{session_id}", response_model=Session, responses=responses(NotFound, InvalidInput))
async def rename_session(session_id: Id, change: SessionChange, user: CurrentUser, shared: Shared) -> Response:
    """Give a chat another title."""
    return Response(await shared.chats.rename_session(user, session_id, change.title), media_type=JSON)


@router.delete("/sessions/{session_id}", status_code=204, responses=responses(NotFound))
@router.delete("/{session_id}", status_code=204, responses=responses(NotFound), include_in_schema=False)
async def delete_session(session_id: Id, user: CurrentUser, shared: Shared) -> Response:
    """Remove a chat and its messages."""
    await shared.chats.delete_session(user, session_id)
    return Response(status_code=204)


@router.get("/{session_id}/messages", response_model=list[Message], responses=responses(NotFound, Unavailable))
@router.get("/sessions/{session_id}/messages", response_model=list[Message], include_in_schema=False)
async def list_messages(session_id: Id, user: CurrentUser, shared: Shared, request: Request) -> Response:
    """A chat's messages, oldest first."""
    return _list(await shared.chats.list_messages(user, session_id), request)


@router.post(
    "/{session_id}/messages",
    response_model=Message,
    status_code=201,
    responses=responses(NotFound, InvalidInput),
)
async def add_message(session_id: Id, new: NewMessage, user: CurrentUser, shared: Shared) -> Response:
    """Store a message as it is."""
    return Response(await shared.chats.add_message(user, session_id, new), status_code=201, media_type=JSON)


@router.post("/{session_id}/ask", responses={200: ANSWER_STREAM, **responses(NotFound, InvalidInput)})
async def ask(
    session_id: Id,
    question: Question,
    user: CurrentUser,
    shared: Shared,
    request: Request,
    idempotency_key: Annotated[Text | None, Header(max_length=200)] = None,
) -> EventSourceResponse:
    """Ask about the video. The answer is made and stored even if nobody reads the stream to its end."""
    events = await shared.chats.ask(user, session_id, question.question, idempotency_key)
    return EventSourceResponse(_stream(events, request.state.request_id), headers={"Cache-Control": "no-store"})


def _list(reading: Reading, request: Request) -> Response:
    headers = {
        "ETag": _etag(reading),
        "X-Cache": reading.outcome.value,
        "Cache-Control": "private, no-cache",
        "Vary": "Cookie, Authorization",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(reading.body, media_type=JSON, headers=headers)


def _etag(reading: Reading) -> str:
    # The version alone would repeat for another user and in another database, while a browser keeps its copy.
    return f'"{reading.version}.{blake2b(reading.body, digest_size=12).hexdigest()}"'


async def _stream(events: AsyncIterator[Event], request_id: str) -> AsyncIterator[ServerSentEvent]:
    async for event in events:
        match event:
            case Asked(message):
                yield ServerSentEvent(message.body.decode(), event="question")
            case Piece(text):
                yield ServerSentEvent(json.dumps({"text": text}, ensure_ascii=False), event="delta")
            case Quoted(citation):
                yield ServerSentEvent(json.dumps(asdict(citation), ensure_ascii=False), event="citation")
            case Answered(message):
                yield ServerSentEvent(message.body.decode(), event="answer")
            case Failed(error):
                yield ServerSentEvent(problem(error, request_id).model_dump_json(exclude_none=True), event="error")
