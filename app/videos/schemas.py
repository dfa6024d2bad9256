"""What is said of videos, transcripts and jobs to the outside. Times in milliseconds, dates in ISO 8601 UTC."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, PlainSerializer

from app.videos.types import TrackKind


def _utc(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")


Instant = Annotated[datetime, PlainSerializer(_utc, return_type=str, when_used="json")]


class ChapterOut(BaseModel):
    """A titled stretch of a video; the last one may have no end."""

    title: str
    start_ms: int
    end_ms: int | None = None


class TrackOut(BaseModel):
    """A caption track that is there to be read."""

    track_id: int
    kind: TrackKind
    language: str | None
    name: str
    cue_count: int


class Video(BaseModel):
    """A video in somebody's library. While `status` is pending, the title is the link."""

    video_id: int
    source: Literal["youtube", "upload", "sample"]
    youtube_id: str | None
    url: str | None
    title: str
    channel: str | None
    duration_ms: int | None
    published_at: Instant | None
    status: Literal["pending", "ready", "failed"]
    outcome: str | None = Field(description="Why there is no transcript, as a code")
    outcome_detail: str | None = Field(description="The same as a sentence, with what can be done")
    chapters: list[ChapterOut]
    tracks: list[TrackOut] = Field(description="The first one is shown and searched unless another is asked for")
    created_at: Instant


class Transcript(BaseModel):
    """A caption track with its cues."""

    track_id: int
    language: str | None
    kind: TrackKind
    name: str
    cues: list[tuple[int, int, str]] = Field(description="start_ms, end_ms, text")


class Job(BaseModel):
    """A piece of background work on a video and how far it is."""

    job_id: int
    kind: Literal["extract"]
    video_id: int
    state: Literal["queued", "running", "done", "failed"]
    step: int
    steps: int
    message: str
    outcome: str | None
    detail: str | None
    created_at: Instant
    updated_at: Instant

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ("done", "failed")


class NewVideo(BaseModel):
    """A link to one YouTube video."""

    url: str = Field(max_length=10_000, examples=["https://www.youtube.com/watch?v=dQw4w9WgXcQ"])


class VideoAccepted(BaseModel):
    """The video as it stands and the job that fetches its transcript."""

    job: Job
    video: Video
