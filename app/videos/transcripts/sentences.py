"""Sentences: what an answer quotes and cites.

Automatic captions often have no punctuation, so pauses and lengths help out (measured: a gap of
450 ms finds a real full stop with F1 .70; text alone with .47). Text is never changed here, only cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from math import ceil
from typing import TYPE_CHECKING

from app.videos.transcripts.punctuation import TERMINATOR, is_abbreviation
from app.videos.transcripts.scripts import TOKEN, half_words
from app.videos.transcripts.timeline import Timeline
from app.videos.types import Cue, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAUSE_MS = 450
# In half words: a word counts 2, a character of an unspaced script 1.
_MIN_BEFORE_PAUSE = 16
_MAX_WITHOUT_MARK = 60
_MAX_WITH_MARK = 120  # somebody did punctuate: a sentence of 50 words is long, not wrong

_WORD = re.compile(r"\w")

_Piece = tuple[int, int, bool]
"""From, to (exclusive), and whether a punctuation mark ends it."""


def split_sentences(cues: Sequence[Cue]) -> list[Sentence]:
    """Cut the joined text of the cues into sentences; together, in order, they are the whole text.

    Times are interpolated over the characters of a cue, so `start_ms` lies in the cue of the first word.
    """
    timeline = Timeline(cues)
    pauses = [
        timeline.starts[index]
        for index in range(1, len(cues))
        if cues[index].start_ms - cues[index - 1].end_ms >= _PAUSE_MS
    ]
    sentences = []
    for marked in _marked(timeline.text):
        for paused in _at_pauses(timeline.text, marked, pauses):
            for start, end in _to_length(timeline.text, paused):
                if sentence := _sentence(timeline, start, end):
                    sentences.append(sentence)
    return sentences


def _marked(text: str) -> Iterator[_Piece]:
    """Pieces between punctuation marks. A mark without a word before it (`. . .`) ends nothing."""
    start, word = 0, _next_word(text, 0)
    for mark in TERMINATOR.finditer(text):
        if mark.start() > word and not is_abbreviation(text, mark.start(), start=start):
            yield start, mark.end(), True
            start, word = mark.end(), _next_word(text, mark.end())
    if start < len(text):
        yield start, len(text), False


def _next_word(text: str, start: int) -> int:
    found = _WORD.search(text, start)
    return found.start() if found else len(text)


def _at_pauses(text: str, piece: _Piece, pauses: Sequence[int]) -> Iterator[_Piece]:
    start, end, marked = piece
    counted, weight = start, 0
    for pause in pauses[bisect_right(pauses, start) : bisect_left(pauses, end)]:
        weight += half_words(text[counted:pause])
        counted = pause
        if weight >= _MIN_BEFORE_PAUSE:
            yield start, pause, False
            start, weight = pause, 0
    yield start, end, marked


def _to_length(text: str, piece: _Piece) -> Iterator[tuple[int, int]]:
    """Cut what is too long into parts of about the same length, not into full ones and a crumb."""
    start, end, marked = piece
    total = half_words(text[start:end])
    if total <= (_MAX_WITH_MARK if marked else _MAX_WITHOUT_MARK):
        yield start, end
        return
    # A part ends with the token that fills it, so it may exceed its share by all but one of that token.
    heaviest = max(half_words(token[0]) for token in TOKEN.finditer(text, start, end))
    share = total / ceil(total / max(_MAX_WITHOUT_MARK + 2 - heaviest, 2))
    filled, goal = 0, share
    for token in TOKEN.finditer(text, start, end):
        if filled >= goal:
            yield start, token.start()
            start, goal = token.start(), goal + share
        filled += half_words(token[0])
    yield start, end


def _sentence(timeline: Timeline, start: int, end: int) -> Sentence | None:
    whole = timeline.text[start:end]
    text = whole.strip()
    if not text:
        return None
    first = start + len(whole) - len(whole.lstrip())
    last = first + len(text) - 1
    return Sentence(
        timeline.cue_at(first),
        timeline.cue_at(last),
        timeline.begin_ms(first),
        timeline.finish_ms(last),
        text,
    )
