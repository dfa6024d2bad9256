"""What a route asks for: who is asking, and the shared resources."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Request

from app.accounts.types import LOCAL_USER, User
from app.resources import Resources


async def current_user() -> User:
    """The user of the request: the one local user. The only place that says so."""
    return LOCAL_USER


async def resources(request: Request) -> Resources:
    """The resources that the application opened at its start."""
    opened: Resources = request.app.state.resources
    return opened


CurrentUser = Annotated[User, Depends(current_user)]
Shared = Annotated[Resources, Depends(resources)]
# An id outside PostgreSQL's bigint can't exist; the error handler makes it the same 404 as any unknown one.
Id = Annotated[int, Path(ge=1, lt=2**63)]
