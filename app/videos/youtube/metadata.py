"""From yt-dlp's answer about a video to ours: what is known of it, cleaned, without anything that expires."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from app.videos.types import CaptionTrack, Chapter, ExtractedVideo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_DESCRIPTION_CHARACTERS = 20_000
MAX_TITLE_CHARACTERS = 1_000


def describe(video_id: str, info: Mapping[str, Any], tracks: tuple[CaptionTrack, ...]) -> ExtractedVideo:
    """The video of a yt-dlp answer, with the tracks that were fetched for it."""
    duration_ms = milliseconds(info.get("duration")) or None
    return ExtractedVideo(
        youtube_id=video_id,
        title=clean_text(info.get("title"))[:MAX_TITLE_CHARACTERS],
        # `channel` is missing on some pages that still name the uploader
        channel=clean_text(info.get("channel") or info.get("uploader")) or None,
        channel_id=info.get("channel_id") or None,
        duration_ms=duration_ms,
        published_at=published_at(info),
        description=clean_text(info.get("description"))[:MAX_DESCRIPTION_CHARACTERS],
        chapters=chapters(info.get("chapters") or (), duration_ms),
        tracks=tracks,
    )


def published_at(info: Mapping[str, Any]) -> datetime | None:
    """The second of publication when YouTube gives it, else midnight UTC of the day."""
    try:
        if info.get("timestamp") is not None:
            return datetime.fromtimestamp(float(info["timestamp"]), UTC)
        if info.get("upload_date"):
            return datetime.strptime(str(info["upload_date"]), "%Y%m%d").replace(tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def chapters(entries: Any, duration_ms: int | None) -> tuple[Chapter, ...]:
    """Chapters in time order, each ending where the next one starts.

    Entries without title, without a usable start, at the start of another or behind the end of the video are
    dropped. One chapter divides nothing, so it counts as none. The last one ends with the video, or is open
    when nobody knows how long that is.
    """
    starts: dict[int, str] = {}
    for start, title in sorted(_usable(entries, duration_ms), key=lambda item: item[0]):
        starts.setdefault(start, title)
    if len(starts) < 2:
        return ()
    ends = [following for _, following in pairwise(starts)] + [duration_ms]
    return tuple(Chapter(title, start, end) for (start, title), end in zip(starts.items(), ends, strict=True))


def _usable(entries: Any, duration_ms: int | None) -> Iterator[tuple[int, str]]:
    for entry in entries:
        start = milliseconds(entry.get("start_time"))
        title = clean_text(entry.get("title"))
        if title and start is not None and (duration_ms is None or start < duration_ms):
            yield start, title


def milliseconds(seconds: Any) -> int | None:
    """Whole milliseconds, or None for what is no time: missing, negative, not finite."""
    try:
        value = round(float(seconds) * 1000)
    except (TypeError, ValueError, OverflowError):
        return None
    return value if value >= 0 else None


def clean_text(text: Any) -> str:
    """Text that a database takes: no NUL, no half surrogate pairs, no outer spaces. What is no text is ""."""
    if not isinstance(text, str):
        return ""
    return text.replace("\0", "").encode("utf-8", "replace").decode().strip()
