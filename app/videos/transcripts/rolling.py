"""Captions that roll: the line that was just said stays on screen while the next one is typed below it.

YouTube's automatic captions as WebVTT (and what converters make of them) show each line two or three times:

    00:01.000 --> 00:03.000   hello world                 typed
    00:03.000 --> 00:03.010   hello world                 a 10 ms bridge
    00:03.010 --> 00:05.000   hello world / this is       carried on the upper line, the lower one typed

Whether a file rolls is decided once for the whole file, on the share of cues that follow such a pattern,
because a single pair proves nothing: people do say the same thing twice. In a file that does not roll
nothing is removed.

Two forms are known: whole lines are carried (above), or the lines were flattened into one and words are
carried (`hello world`, then `hello world this is`).
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from app.videos.transcripts.cleaning import TimedText
from app.videos.transcripts.scripts import TOKEN, is_unspaced, join_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    NewText = Callable[[TimedText, TimedText], tuple[str, ...]]

_MAX_LINES = 8  # the tallest roll-up window has 4 rows; more lines than this are not compared
_CONTIGUOUS_MS = 200
_BRIDGE_MS = 50  # nobody can read a caption shown for 50 ms: it only serves the animation
_PAIRS_JUDGED = 1_000
_WINDOW_CHARACTERS = 240
_MIN_SHARED_TOKENS = 3


def unroll(cues: list[TimedText]) -> list[TimedText]:
    """The cues (in time order), each line where it first appears; unchanged if the file does not roll."""
    if _rolls(cues, _new_lines, share=0.2):
        return _only_new(cues, _new_lines)
    if _rolls(cues, _new_words, share=0.5):
        return _only_new(cues, _new_words)
    return cues


def _only_new(cues: list[TimedText], new_text: NewText) -> list[TimedText]:
    kept = cues[:1]
    for before, cue in pairwise(cues):
        if lines := new_text(before, cue):
            kept.append(TimedText(cue.start_ms, cue.end_ms, lines))
    return kept


def _rolls(cues: list[TimedText], new_text: NewText, *, share: float) -> bool:
    """Whether enough of the first neighbours carry text over. A bridge proves as much as two other pairs."""
    pairs = evidence = 0
    for before, cue in islice(pairwise(cues), _PAIRS_JUDGED):
        pairs += 1
        if _is_contiguous(before, cue) and new_text(before, cue) != cue.lines:
            evidence += _weight(before, cue)
    return evidence >= 2 and evidence >= share * pairs


def _weight(before: TimedText, cue: TimedText) -> int:
    """A caption that says just what the one before said may be a chorus: then only a bridge is evidence."""
    if _is_bridge(cue):
        return 2
    return 0 if before.lines == cue.lines else 1


def _is_contiguous(before: TimedText, cue: TimedText) -> bool:
    return before.end_ms is None or cue.start_ms - before.end_ms <= _CONTIGUOUS_MS


def _is_bridge(cue: TimedText) -> bool:
    return cue.end_ms is not None and cue.end_ms - cue.start_ms <= _BRIDGE_MS


def _new_lines(before: TimedText, cue: TimedText) -> tuple[str, ...]:
    """The lines that were not yet on screen: carried are those that end the cue before and begin this one.

    A cue that brings nothing new repeats for real when there was a pause before it.
    """
    for count in range(min(_MAX_LINES, len(before.lines), len(cue.lines)), 0, -1):
        if before.lines[-count:] == cue.lines[:count]:
            whole = count == len(cue.lines)
            return cue.lines if whole and not _is_contiguous(before, cue) else cue.lines[count:]
    return cue.lines


def _new_words(before: TimedText, cue: TimedText) -> tuple[str, ...]:
    """The words that were not yet on screen, as one line."""
    if not _is_contiguous(before, cue) or (before.lines == cue.lines and not _is_bridge(cue)):
        return cue.lines
    text = join_lines(cue.lines)
    carried = _shared_characters(join_lines(before.lines), text)
    if not carried:
        return cue.lines
    rest = text[carried:].strip()
    return (rest,) if rest else ()


def _shared_characters(before: str, text: str) -> int:
    """How many characters at the start of `text` repeat the end of `before`, by whole words.

    All of one of the two must be shared, or at least three words.
    """
    if _starts_with_words(text, before):
        return len(before)
    tail = before[-_WINDOW_CHARACTERS:]
    tokens = list(TOKEN.finditer(tail))
    for index, token in enumerate(tokens):
        shared = tail[token.start() :]
        if len(tokens) - index < _MIN_SHARED_TOKENS and shared != text:
            continue
        if _starts_with_words(text, shared):
            return len(shared)
    return 0


def _starts_with_words(text: str, start: str) -> bool:
    if not text.startswith(start):
        return False
    rest = text[len(start) :]
    return not rest or rest[0].isspace() or (is_unspaced(rest[0]) and is_unspaced(start[-1]))
