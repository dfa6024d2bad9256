"""Jobs over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator

from fastapi import APIRouter
from sse_starlette import EventSourceResponse, ServerSentEvent

from app.accounts.types import User
from app.errors import NotFound
from app.resources import Resources
from app.routes.dependencies import CurrentUser, Id, Shared
from app.routes.errors import responses
from app.videos.schemas import Job

router = APIRouter(prefix="/jobs", tags=["jobs"])

JOB_STREAM = {
    "description": "An event `job` (Job) now and at each change; ends when the job is over",
    "model": Job,
    "content": {"text/event-stream": {}},
}


@router.get("")
async def list_jobs(user: CurrentUser, shared: Shared) -> list[Job]:
    """The user's last jobs, newest first."""
    return await shared.videos.list_jobs(user)


@router.get("/{job_id}", responses=responses(NotFound))
async def get_job(job_id: Id, user: CurrentUser, shared: Shared) -> Job:
    """One job."""
    return await shared.videos.job_or_raise(user, job_id)


@router.get("/{job_id}/events", responses={200: JOB_STREAM, **responses(NotFound)})
async def watch_job(job_id: Id, user: CurrentUser, shared: Shared) -> EventSourceResponse:
    """A job as it changes."""
    await shared.videos.job_or_raise(user, job_id)
    return EventSourceResponse(_stream(shared, user, job_id), headers={"Cache-Control": "no-store"})


async def _stream(shared: Resources, user: User, job_id: int) -> AsyncIterator[ServerSentEvent]:
    try:
        async for job in shared.job_feed.watch(user, job_id):
            yield ServerSentEvent(job.model_dump_json(), event="job")
    except NotFound:
        return  # removed while it was watched
