"""A web server that can't start says so in one sentence, not in a traceback."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import StartupError


class ClearStartupError:
    """Hands the server the sentence of a StartupError in place of its traceback."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return
        held_back: Message | None = None

        async def send_later(message: Message) -> None:
            nonlocal held_back
            if message["type"] == "lifespan.startup.failed":
                held_back = message
            else:
                await send(message)

        try:
            await self._app(scope, receive, send_later)
        except StartupError as error:
            await send({"type": "lifespan.startup.failed", "message": error.detail})
        except BaseException:
            if held_back is not None:
                await send(held_back)
            raise
