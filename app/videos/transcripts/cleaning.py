"""From what a file says to what is stored: text on one line, cues in order and without overlap."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.videos.transcripts.refusals import unreadable
from app.videos.transcripts.scripts import join_lines
from app.videos.types import Cue

MAX_CUES = 500_000
LATEST_MS = 2**31 - 1
"""596 hours: no video is longer, and any time up to here fits a 4-byte integer."""

_LINE_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROL_CHARACTERS = dict.fromkeys([*range(32), *range(127, 160)])
_VISIBLE = re.compile("[^\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class TimedText(NamedTuple):
    """One cue as the file gives it: `end_ms` may be left open, `lines` are clean and at least one."""

    start_ms: int
    end_ms: int | None
    lines: tuple[str, ...]


def clean_lines(text: str) -> tuple[str, ...]:
    """The lines of a text, stripped, without control characters; none at all if nothing in it can be seen."""
    if _CONTROL.search(text):
        text = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
        text = "\n".join(line.translate(_CONTROL_CHARACTERS) for line in text.split("\n"))
    if not _VISIBLE.search(text):
        return ()
    return tuple([stripped for line in text.split("\n") if (stripped := line.strip())])


def refuse_too_many(count: int) -> None:
    """Refuse what is no transcript of one video: half a million captions would be 20 days of talk."""
    if count > MAX_CUES:
        raise unreadable(f"it holds more than {MAX_CUES:,} captions", remedy="split it and choose one part")


def in_time_order(cues: list[TimedText]) -> list[TimedText]:
    """The cues by start; those that start together keep the order of the file."""
    return sorted(cues, key=lambda cue: cue.start_ms)


def settle(cues: list[TimedText]) -> tuple[Cue, ...]:
    """The cues as they are stored; they must be in time order.

    A cue ends when the next one starts, if it does not end before. A cue without an end lasts until the
    next one.
    """
    refuse_too_many(len(cues))
    settled: list[Cue] = []
    following: int | None = None
    for start, end, lines in reversed(cues):
        if end is None:
            end = start if following is None else following  # noqa: PLW2901
        text = lines[0] if len(lines) == 1 else join_lines(lines)
        settled.append(Cue(start, end if following is None or end < following else following, text))
        following = start
    settled.reverse()
    return tuple(settled)
