"""The times of WebVTT and SubRip (`00:01:02.500`, `01:02.5`, `100:00:00,000`) and their timing line."""

from __future__ import annotations

import re

from app.videos.transcripts.cleaning import LATEST_MS

# Some tools write the milliseconds with a fraction of their own, `04,560.80`: it is passed over.
_STAMP = r"(?:(\d{1,6}):)?(\d{1,4}):(\d{1,2})(?:[.,:](\d{1,30})(?:[.,]\d{1,30})?)?"
_TIMING = re.compile(rf"[ \t]{{0,40}}{_STAMP}[ \t]{{0,40}}-->[ \t]{{0,40}}{_STAMP}(?![\d:])")
_DAMAGED = re.compile(r"[ \t]{0,40}-?\w{1,3}:\w{1,3}:[\w.,:]{1,12}[ \t]{0,40}-->")


def timing(line: str) -> tuple[int, int | None] | None:
    """Start and end in milliseconds of a timing line; None if it is none or its times can't be used.

    The end is None, left open, where it stands before the start: hand-made files have such slips, and the words
    are worth more than their end.
    """
    match = _TIMING.match(line)
    if match is None:
        return None
    start, end = _milliseconds(*match.groups()[:4]), _milliseconds(*match.groups()[4:])
    if start is None or end is None:
        return None
    return start, end if end >= start else None


def is_timing(line: str) -> bool:
    """Whether a line is meant as a timing line: `00:0x:01,000 --> …` is, if useless; `f: A --> B` is not."""
    return bool(_TIMING.match(line) or _DAMAGED.match(line))


def _milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> int | None:
    minute, second = int(minutes), int(seconds)
    if second > 59 or (minute > 59 and hours is not None):
        return None
    whole = (int(hours or 0) * 60 + minute) * 60 + second
    milliseconds = whole * 1000 + (int(fraction[:3].ljust(3, "0")) if fraction else 0)
    return milliseconds if milliseconds <= LATEST_MS else None
