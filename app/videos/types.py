"""What a video and its transcript are made of. Plain values: no database, no web framework, no network.

All times are whole milliseconds from the start of the video.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption as it is shown: `start_ms <= end_ms`, and text without markup, never empty."""

    start_ms: int
    end_ms: int
    text: str


class CaptionFormat(StrEnum):
    """The caption formats that are read."""

    VTT = "vtt"
    SRT = "srt"
    JSON3 = "json3"
    TTML = "ttml"


class TrackKind(StrEnum):
    """Where a caption track comes from."""

    MANUAL = "manual"
    AUTOMATIC = "automatic"
    UPLOAD = "upload"


@dataclass(frozen=True, slots=True)
class Transcript:
    """Cues in time order, not overlapping, with what is known of where they came from."""

    cues: tuple[Cue, ...]
    format: CaptionFormat
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole cues, about 60 words long: the unit of search. Both cue indexes are inclusive."""

    first_cue: int
    last_cue: int
    start_ms: int
    end_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the transcript and the times of its first and last word, both inside the cues named."""

    first_cue: int
    last_cue: int
    start_ms: int
    end_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A titled stretch of a video. `end_ms` is None for the last one when the duration is unknown."""

    title: str
    start_ms: int
    end_ms: int | None = None


@dataclass(frozen=True, slots=True)
class CaptionTrack:
    """One caption track fetched from YouTube, with its transcript."""

    kind: TrackKind
    language: str
    name: str
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class ExtractedVideo:
    """All that one extraction brings home. `tracks` is never empty: no caption is an `ExtractionFailed`."""

    youtube_id: str
    title: str
    channel: str | None
    channel_id: str | None
    duration_ms: int | None
    published_at: datetime | None
    description: str
    chapters: tuple[Chapter, ...]
    tracks: tuple[CaptionTrack, ...]
