"""Bounds on what a request may bring, kept while it is read: no body is held whole to find it too large."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import PayloadTooLarge
from app.routes.errors import MEDIA_TYPE, problem

LARGEST_UPLOAD_BYTES = 20 * 1024 * 1024
# Around the file: the other fields and the multipart frame.
UPLOAD_FRAME_BYTES = 64 * 1024
LARGEST_BODY_BYTES = 1024 * 1024
UPLOAD_PATH = "/videos/upload"


class BodyLimit:
    """Answers 413 to a body over its limit: by its announced length at once, else as soon as it is passed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = LARGEST_UPLOAD_BYTES + UPLOAD_FRAME_BYTES if scope["path"] == UPLOAD_PATH else LARGEST_BODY_BYTES
        if _announced(scope) > limit:
            await _refuse(scope, send, limit)
            return
        counted = _Counted(receive, send, limit, scope)
        await self._app(scope, counted.receive, counted.send)


class _Counted:
    """A request whose body is counted; once it is too large, whatever the application answers becomes a 413."""

    def __init__(self, receive: Receive, send: Send, limit: int, scope: Scope) -> None:
        self._receive = receive
        self._send = send
        self._limit = limit
        self._scope = scope
        self._seen = 0
        self._refused = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen > self._limit:
            raise _too_large(self._limit)
        return message

    async def send(self, message: Message) -> None:
        if self._refused:
            return
        if self._seen > self._limit and message["type"] == "http.response.start":
            # The framework takes an error in the body's reading for a body it can't parse.
            self._refused = True
            await _refuse(self._scope, self._send, self._limit)
            return
        await self._send(message)


def _announced(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if length.isdecimal() and length.isascii() else 0


async def _refuse(scope: Scope, send: Send, limit: int) -> None:
    request_id = scope.get("state", {}).get("request_id")
    body = problem(_too_large(limit), request_id).model_dump_json(exclude_none=True).encode()
    headers = [
        (b"content-type", MEDIA_TYPE.encode()),
        (b"content-length", b"%d" % len(body)),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": PayloadTooLarge.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _too_large(limit: int) -> PayloadTooLarge:
    return PayloadTooLarge(f"The request may have {limit // (1024 * 1024)} MB at most.")
