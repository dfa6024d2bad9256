"""Caption tracks as YouTube sends them: from the text of a lecture to cues, and from cues to json3."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LECTURES = Path(__file__).parent / "lectures"
_WORD_MS = 420
_PAUSE_MS = 250
_MAX_WORDS = 13
# Automatic captions stay on the screen while the next line appears.
_LINGER_MS = 1_900


@dataclass(frozen=True)
class Line:
    """One caption: when it appears, for how long it is spoken, and its text."""

    start_ms: int
    duration_ms: int
    text: str


@dataclass(frozen=True)
class Lecture:
    """A spoken text with its chapters as (start in seconds, title)."""

    lines: tuple[Line, ...]
    chapters: tuple[tuple[int, str], ...]

    @property
    def duration_seconds(self) -> int:
        """Until the end of the last line, and a moment of silence."""
        return (self.lines[-1].start_ms + self.lines[-1].duration_ms) // 1000 + 2


def read_lecture(name: str) -> Lecture:
    """Read a text file of the catalogue: a sentence per line, "# " before the title of a chapter."""
    clock = 0
    lines: list[Line] = []
    chapters: list[tuple[int, str]] = []
    for sentence in (_LECTURES / f"{name}.txt").read_text("utf-8").splitlines():
        if sentence.startswith("# "):
            clock += -clock % 1000  # chapters start at whole seconds
            chapters.append((clock // 1000, sentence.removeprefix("# ")))
            continue
        for words in _pieces(sentence.split(" ")):
            line = Line(clock, len(words) * _WORD_MS, " ".join(words))
            lines.append(line)
            clock += line.duration_ms
        clock += _PAUSE_MS
    return Lecture(tuple(lines), tuple(chapters))


def _pieces(words: list[str]) -> list[list[str]]:
    """A long sentence in as few equal pieces as fit on a screen."""
    count = -(-len(words) // _MAX_WORDS)
    size = -(-len(words) // count)
    return [words[start : start + size] for start in range(0, len(words), size)]


def manual_json3(lines: tuple[Line, ...]) -> bytes:
    """Captions that somebody wrote: one event, one segment."""
    events = [
        {"tStartMs": line.start_ms, "dDurationMs": line.duration_ms, "segs": [{"utf8": line.text}]} for line in lines
    ]
    return _document(events)


def automatic_json3(lines: tuple[Line, ...]) -> bytes:
    """Captions that a machine heard: a window that rolls, words with offsets, newlines as events."""
    events: list[dict[str, Any]] = [_window(lines)]
    for number, line in enumerate(lines):
        if number:
            events.append(_newline(line.start_ms - 10))
        events.append(
            {
                "tStartMs": line.start_ms,
                "dDurationMs": line.duration_ms + _LINGER_MS,
                "wWinId": 1,
                "segs": _words(line),
            }
        )
    return _document(events)


def empty_json3() -> bytes:
    """What some players get when YouTube wants a token: a document without events."""
    return json.dumps({"wireMagic": "pb3", "pens": [{}]}).encode()


def _window(lines: tuple[Line, ...]) -> dict[str, Any]:
    end = lines[-1].start_ms + lines[-1].duration_ms
    return {"tStartMs": 0, "dDurationMs": end, "id": 1, "wpWinPosId": 1, "wsWinStyleId": 1}


def _newline(start_ms: int) -> dict[str, Any]:
    return {"tStartMs": start_ms, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]}


def _words(line: Line) -> list[dict[str, Any]]:
    words = line.text.split(" ")
    step = line.duration_ms // len(words)
    first, *others = words
    return [
        {"utf8": first, "acAsrConf": 0},
        *(
            {"utf8": f" {word}", "tOffsetMs": step * number, "acAsrConf": 0}
            for number, word in enumerate(others, start=1)
        ),
    ]


def _document(events: list[dict[str, Any]]) -> bytes:
    document = {
        "wireMagic": "pb3",
        "pens": [{}],
        "wsWinStyles": [{}],
        "wpWinPositions": [{}],
        "events": events,
    }
    return json.dumps(document, ensure_ascii=False).encode()
