"""The web page, built by `make build` into `web/dist`, served by the same process as the API."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

DIST = Path(__file__).parents[2] / "web" / "dist"
# The page's own addresses; none of them is also one of the API's.
PATHS = ("/", "/watch/{rest:path}", "/library", "/settings", "/login", "/status")
NOT_BUILT = "<!doctype html><title>YouTube Extractor</title><p>The page is not built yet: run <code>make build</code>."
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)


class _Immutable(StaticFiles):
    """Built files carry a digest in their name, so a browser may keep them for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def install(app: FastAPI) -> None:
    """Serve the page at its own addresses, and the files it is made of."""
    router = APIRouter(include_in_schema=False)
    for path in PATHS:
        router.add_api_route(path, _page, methods=["GET", "HEAD"])
    app.include_router(router)
    if (DIST / "assets").is_dir():
        app.mount("/assets", _Immutable(directory=DIST / "assets"))
    for file in DIST.iterdir() if DIST.is_dir() else ():
        if file.is_file() and file.name != "index.html":
            app.add_api_route(f"/{file.name}", _file(file), methods=["GET", "HEAD"], include_in_schema=False)


def is_wanted(request: Request) -> bool:
    """Whether a browser asks for something to show, as a person does who mistyped an address."""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def response(*, status_code: int = 200) -> Response:
    """The page, or a word on how to build it."""
    index = DIST / "index.html"
    if not index.is_file():
        return HTMLResponse(NOT_BUILT, status_code=503)
    headers = {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "Referrer-Policy": "no-referrer",
    }
    return FileResponse(index, status_code=status_code, headers=headers)


async def _page() -> Response:
    return response()


def _file(path: Path) -> Callable[[], Awaitable[FileResponse]]:
    async def send() -> FileResponse:
        return FileResponse(path, headers={"Cache-Control": "public, max-age=3600"})

    return send
