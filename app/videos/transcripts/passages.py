"""Passages: runs of whole cues of about 55 words, the unit of search.

55 words without overlap is what was measured best: shorter passages miss the answer,
longer ones point to the wrong second. A cut is best where a sentence ends or somebody pauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.videos.transcripts.punctuation import ends_sentence
from app.videos.transcripts.scripts import count_words, join_lines
from app.videos.types import Cue, Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

_MIN_WORDS = 30
_TARGET_WORDS = 55
_MAX_WORDS = 80
_PAUSE_MS = 450
_LONG_PAUSE_MS = 700
_WORDS_PER_POINT = 12  # how many words off the target outweigh one point of a better place to cut


class _Cut(NamedTuple):
    """A passage may end with this cue; the highest score wins."""

    score: float
    cue: int


def cut_passages(cues: Sequence[Cue]) -> list[Passage]:
    """Cut cues into passages that follow each other without gap or overlap: each cue is in exactly one.

    A passage has 30 to 80 words, most have 50 to 60 (2 characters of an unspaced script count as a word).
    It is shorter only at the end or in front of a very long cue, and longer only if it is one very long
    cue.
    """
    words = [count_words(cue.text) for cue in cues]
    passages = []
    first = 0
    while first < len(cues):
        last = _best_end(cues, words, first)
        passages.append(_passage(cues, first, last))
        first = last + 1
    return passages


def _best_end(cues: Sequence[Cue], words: Sequence[int], first: int) -> int:
    total, last = words[first], first
    best = _Cut(float("-inf"), first)
    while last + 1 < len(cues):
        if total >= _MIN_WORDS:
            best = max(best, _Cut(_worth(cues, last) - abs(total - _TARGET_WORDS) / _WORDS_PER_POINT, last))
        if total + words[last + 1] > _MAX_WORDS:
            return best.cue if total >= _MIN_WORDS else last
        last += 1
        total += words[last]
    return last  # all that is left fits into one passage: better than a crumb of a few last words


def _worth(cues: Sequence[Cue], last: int) -> float:
    """How good a place to cut the end of a cue is, from 0 (in the middle of a phrase) to 3."""
    pause = cues[last + 1].start_ms - cues[last].end_ms
    if ends_sentence(cues[last].text):
        return 3 if pause >= _PAUSE_MS else 2
    if pause >= _LONG_PAUSE_MS:
        return 2.5
    return 1 if pause >= _PAUSE_MS else 0


def _passage(cues: Sequence[Cue], first: int, last: int) -> Passage:
    text = join_lines(cue.text for cue in cues[first : last + 1])
    return Passage(first, last, cues[first].start_ms, cues[last].end_ms, text)
