"""Videos over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Response, UploadFile

from app.chat.schemas import Text
from app.errors import BadCaptionFile, BadLink, InvalidInput, NotFound, PayloadTooLarge
from app.routes.dependencies import CurrentUser, Id, Shared
from app.routes.errors import responses
from app.routes.limits import LARGEST_UPLOAD_BYTES
from app.videos.schemas import NewVideo, Transcript, Video, VideoAccepted

router = APIRouter(prefix="/videos", tags=["videos"])


@router.get("")
async def list_videos(user: CurrentUser, shared: Shared) -> list[Video]:
    """The user's library, newest first."""
    return await shared.videos.list_videos(user)


@router.post("", status_code=202, responses=responses(BadLink))
async def add_video(new: NewVideo, user: CurrentUser, shared: Shared) -> VideoAccepted:
    """Add a YouTube video by its link; a worker fetches the transcript."""
    job, video = await shared.videos.add_link(user, new.url)
    return VideoAccepted(job=job, video=video)


@router.post("/upload", status_code=201, responses=responses(BadCaptionFile, PayloadTooLarge))
async def upload_captions(
    user: CurrentUser,
    shared: Shared,
    file: Annotated[UploadFile | None, File(description="One caption file: VTT, SRT, json3 or TTML")] = None,
    text: Annotated[str | None, Form(description="The same as pasted text")] = None,
    title: Annotated[Text | None, Form(max_length=300)] = None,
    video_url: Annotated[Text | None, Form(max_length=10_000)] = None,
    language: Annotated[Text | None, Form(max_length=35, pattern=r"^[A-Za-z0-9_-]*$")] = None,
) -> Video:
    """Add a video by its captions; no network is needed, and it can be asked at once."""
    if file is None and not text:
        raise InvalidInput("Send a caption file as `file`, or its content as `text`.", code="caption_file_missing")
    data = await file.read(LARGEST_UPLOAD_BYTES + 1) if file is not None else (text or "").encode(errors="replace")
    if len(data) > LARGEST_UPLOAD_BYTES:
        raise PayloadTooLarge("A caption file may have 20 MB at most.", code="caption_file_too_large")
    return await shared.videos.add_captions(
        user, data, filename=file.filename if file else None, title=title, link=video_url, language=language
    )


@router.post("/sample", status_code=201, responses={200: {"model": Video, "description": "It was there already"}})
async def add_sample(user: CurrentUser, shared: Shared, response: Response) -> Video:
    """Add the sample transcript that ships with the product."""
    video, is_new = await shared.videos.add_sample(user)
    response.status_code = 201 if is_new else 200
    return video


@router.get("/{video_id}", responses=responses(NotFound))
async def get_video(video_id: Id, user: CurrentUser, shared: Shared) -> Video:
    """One video."""
    return await shared.videos.get_or_raise(user, video_id)


@router.delete("/{video_id}", status_code=204, responses=responses(NotFound))
async def delete_video(video_id: Id, user: CurrentUser, shared: Shared) -> Response:
    """Remove a video and its transcript; the chats about it stay."""
    await shared.videos.delete(user, video_id)
    return Response(status_code=204)


@router.get("/{video_id}/transcript", response_model=Transcript, responses=responses(NotFound))
async def get_transcript(
    video_id: Id,
    user: CurrentUser,
    shared: Shared,
    track_id: Annotated[int | None, Query(ge=1, lt=2**63)] = None,
) -> Response:
    """A caption track with its cues: the one named, else the first."""
    body = await shared.videos.transcript_or_raise(user, video_id, track_id)
    return Response(body, media_type="application/json")
