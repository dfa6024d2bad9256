"""The invariants of cues, passages and sentences, as assertions that several tests share."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from app.videos.transcripts.scripts import join_lines
from app.videos.types import Cue, Passage, Sentence


def assert_settled(cues: Sequence[Cue]) -> None:
    assert cues
    for cue in cues:
        assert 0 <= cue.start_ms <= cue.end_ms
        assert cue.text
        assert cue.text == cue.text.strip()
        assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in cue.text)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(cues))


def assert_passages(cues: Sequence[Cue], passages: Sequence[Passage]) -> None:
    indexes = [index for passage in passages for index in range(passage.first_cue, passage.last_cue + 1)]
    assert indexes == list(range(len(cues)))
    for passage in passages:
        inside = cues[passage.first_cue : passage.last_cue + 1]
        assert (passage.start_ms, passage.end_ms) == (inside[0].start_ms, inside[-1].end_ms)
        assert bare(passage.text) == bare("".join(cue.text for cue in inside))


def assert_sentences(cues: Sequence[Cue], sentences: Sequence[Sentence]) -> None:
    assert bare("".join(sentence.text for sentence in sentences)) == bare("".join(cue.text for cue in cues))
    ends = list(accumulate(len(bare(cue.text)) for cue in cues))
    place = 0
    for sentence in sentences:
        assert sentence.first_cue == bisect_right(ends, place)
        place += len(bare(sentence.text))
        assert sentence.last_cue == bisect_right(ends, place - 1)
        inside = cues[sentence.first_cue : sentence.last_cue + 1]
        assert sentence.text.strip() == sentence.text != ""
        assert sentence.text in join_lines(cue.text for cue in inside)
        assert inside[0].start_ms <= sentence.start_ms <= inside[0].end_ms
        assert inside[-1].start_ms <= sentence.end_ms <= inside[-1].end_ms
        assert sentence.start_ms <= sentence.end_ms
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(sentences))


def bare(text: str) -> str:
    """The text without any white space: what is left to compare when lines are joined differently."""
    return "".join(text.split())
