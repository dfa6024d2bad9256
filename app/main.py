"""The web application: `uvicorn app.main:app`. Puts the parts together; no logic."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app import __version__
from app.config import Settings, get_settings
from app.observability.logging import configure_logging
from app.resources import open_resources
from app.routes import chat, errors, jobs, ops, page, videos
from app.routes.limits import BodyLimit
from app.routes.request_id import RequestId
from app.routes.startup import ClearStartupError


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application for these settings; those of the environment if none are given. Opens nothing yet."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        used = settings or get_settings()
        configure_logging(used)
        async with open_resources(used, serving=True) as resources:
            app.state.resources = resources
            # What start-up made lives for ever: the collector need not look at it again.
            gc.freeze()
            yield

    app = FastAPI(
        title="YouTube Extractor",
        version=__version__,
        description="Transcripts one can ask, with the second of every quote, and a chat history that opens instantly.",
        lifespan=lifespan,
        docs_url=None,  # the usual viewers load their scripts from elsewhere; /openapi.json is for any viewer
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
    )
    for router in (chat.router, videos.router, jobs.router, ops.router):
        app.include_router(router)
    page.install(app)
    errors.install(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(RequestId)
    app.add_middleware(ClearStartupError)
    return app


app = create_app()
