"""YouTube's json3: `{"events": [{"tStartMs", "dDurationMs", "segs": [{"utf8", "tOffsetMs"}]}]}`.

Its text is plain: `List<int>` and `&amp;` mean themselves. Automatic captions scroll, so a line stays on
screen while the next one is typed, and `aAppend` events with a lone newline scroll the window; both vanish
here. The offsets of the single words are not kept.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from app.videos.transcripts.cleaning import (
    LATEST_MS,
    TimedText,
    clean_lines,
    in_time_order,
    refuse_too_many,
    settle,
)
from app.videos.transcripts.decoding import decode
from app.videos.transcripts.refusals import no_cues, nothing_usable, unknown_format, unreadable

if TYPE_CHECKING:
    from app.videos.types import Cue

_SURROGATE = re.compile("[\ud800-\udfff]")
_KEYS = {"events", "wireMagic", "pens", "wsWinStyles", "wpWinPositions"}
# Each object costs a hundred bytes once parsed. An hour of speech has ten thousand.
_MAX_OBJECTS = 2_000_000


def parse_json3(data: bytes) -> tuple[Cue, ...]:
    """The cues of a json3 body as YouTube sends it. Raises `BadCaptionFile`, also if it holds no text."""
    return read_json3(decode(data))


def read_json3(text: str) -> tuple[Cue, ...]:
    """The cues of a decoded json3 file."""
    timed: list[TimedText] = []
    usable = broken = 0
    for event in _events(text):
        lines = _lines(event)
        if not lines:
            continue
        times = _times(event)
        if times is None:
            broken += 1
            continue
        usable += 1
        timed.append(TimedText(*times, lines))
    if not timed:
        raise nothing_usable(usable_times=usable, broken_cues=broken)
    return settle(in_time_order(timed))


def _events(text: str) -> list[dict[str, Any]]:
    if text.count("{") + text.count("[") > _MAX_OBJECTS:
        raise unreadable("it holds too many objects for a transcript")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise unreadable("it looks like JSON, but it is damaged or cut off") from None
    if not isinstance(document, dict) or (document and not _KEYS & document.keys()):
        raise unknown_format("is JSON, but not the captions that YouTube sends")
    events = document.get("events")
    if not isinstance(events, list):
        raise no_cues()
    events = [event for event in events if isinstance(event, dict)]
    refuse_too_many(sum(1 for event in events if not event.get("aAppend")))
    return events


def _lines(event: dict[str, Any]) -> tuple[str, ...]:
    """The text of an event; none for a window (no `segs`), a scroll event or anything malformed."""
    try:
        text = "".join([segment["utf8"] for segment in event["segs"] if "utf8" in segment])
    except (KeyError, TypeError):
        return ()
    if text == "\n":
        return ()
    return clean_lines(_without_surrogates(text))


def _without_surrogates(text: str) -> str:
    r"""JSON may hold half a character (`\ud83d` alone), which no database and no socket accepts."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _times(event: dict[str, Any]) -> tuple[int, int | None] | None:
    """Start and end; the end is None if the event has none. None altogether if there is no usable time."""
    start, duration = event.get("tStartMs"), event.get("dDurationMs")
    if start is None or not _is_time(start) or not (duration is None or _is_time(duration)):
        return None
    return int(start), None if duration is None else min(int(start + duration), LATEST_MS)


def _is_time(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value <= LATEST_MS
