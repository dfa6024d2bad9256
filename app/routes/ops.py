"""What operators ask."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.health import Health
from app.routes.dependencies import Shared

router = APIRouter(tags=["operations"])


@router.get("/health", responses={503: {"model": Health, "description": "PostgreSQL is down"}})
async def health(shared: Shared, response: Response) -> Health:
    """How the parts are. 200 as long as the product can serve, even without Redis or a worker."""
    state = await shared.health.check()
    response.status_code = 503 if state.status == "down" else 200
    response.headers["Cache-Control"] = "no-store"
    return state
