"""The messages between `extract_video` and its child process: one JSON object per line.

- to the child: one request;
- from the child: `{"step": "…"}` any number of times, then `{"video": {…}}` or `{"failure": {…}}`.

A failure has the code of an outcome, what YouTube `said`, and the `trouble` we had ourselves (for the log).
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from app.videos.types import (
    CaptionFormat,
    CaptionTrack,
    Chapter,
    Cue,
    ExtractedVideo,
    TrackKind,
    Transcript,
)
from app.videos.youtube.settings import YouTubeSettings


def dump_request(video_id: str, settings: YouTubeSettings) -> dict[str, Any]:
    """The request for one video."""
    return {"video_id": video_id, "settings": asdict(settings)}


def load_request(message: dict[str, Any]) -> tuple[str, YouTubeSettings]:
    """The video id and the settings of a request."""
    fields = message["settings"]
    fields["languages"] = tuple(fields["languages"])
    fields["clients"] = tuple(fields["clients"])
    return message["video_id"], YouTubeSettings(**fields)


def dump_failure(code: str, *, said: str = "", trouble: str = "", due_at: int | None = None) -> dict[str, Any]:
    """The last message of a child that has no video."""
    return {"failure": {"code": code, "said": said, "trouble": trouble, "due_at": due_at}}


def dump_video(video: ExtractedVideo) -> dict[str, Any]:
    """The video as JSON values; a cue is a list of three, because there are thousands of them."""
    return {
        "youtube_id": video.youtube_id,
        "title": video.title,
        "channel": video.channel,
        "channel_id": video.channel_id,
        "duration_ms": video.duration_ms,
        "published_at": video.published_at.isoformat() if video.published_at else None,
        "description": video.description,
        "chapters": [[chapter.title, chapter.start_ms, chapter.end_ms] for chapter in video.chapters],
        "tracks": [_dump_track(track) for track in video.tracks],
    }


def load_video(message: dict[str, Any]) -> ExtractedVideo:
    """The video that `dump_video` wrote."""
    published_at = message["published_at"]
    return ExtractedVideo(
        youtube_id=message["youtube_id"],
        title=message["title"],
        channel=message["channel"],
        channel_id=message["channel_id"],
        duration_ms=message["duration_ms"],
        published_at=datetime.fromisoformat(published_at) if published_at else None,
        description=message["description"],
        chapters=tuple(Chapter(*fields) for fields in message["chapters"]),
        tracks=tuple(_load_track(track) for track in message["tracks"]),
    )


def _dump_track(track: CaptionTrack) -> dict[str, Any]:
    return {
        "kind": track.kind.value,
        "language": track.language,
        "name": track.name,
        "cues": [[cue.start_ms, cue.end_ms, cue.text] for cue in track.transcript.cues],
    }


def _load_track(message: dict[str, Any]) -> CaptionTrack:
    cues = tuple(Cue(*fields) for fields in message["cues"])
    return CaptionTrack(
        kind=TrackKind(message["kind"]),
        language=message["language"],
        name=message["name"],
        transcript=Transcript(cues, CaptionFormat.JSON3, message["language"]),
    )
