"""What holds for every transcript, whatever the file: asked of made-up cues in all formats and of garbage."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import BadCaptionFile
from app.videos.transcripts import cut_passages, parse_captions, parse_json3, split_sentences
from app.videos.types import Cue
from tests.unit.transcripts.facts import assert_passages, assert_sentences, assert_settled
from tests.unit.transcripts.writing import WRITERS

WORDS = [
    "a",
    "I",
    "List<int>",
    "<T>",
    "&amp;",
    "3.14",
    "Mr.",
    "so.",
    "no!",
    "שלום",
    "이것은",
    "海は",
    "満ちる。",
    "ไทย",
    "cafe\u0301",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@st.composite
def talks(draw: st.DrawFn) -> list[Cue]:
    cues, now = [], 0
    for number, text in enumerate(draw(st.lists(TEXTS, min_size=1, max_size=25))):
        length = draw(st.integers(60, 5000))
        cues.append(Cue(now, now + length, f"n{number} {text}"))
        now += length + draw(st.sampled_from([0, 10, 449, 450, 3000]))
    return cues


@pytest.mark.parametrize("kind", WRITERS)
@settings(deadline=None, max_examples=50)
@given(cues=talks(), shuffle=st.randoms())
def test_what_was_written_is_read_in_any_order(kind: str, cues: list[Cue], shuffle) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(cues)
    shuffle.shuffle(shuffled)
    assert list(parse_captions(WRITERS[kind](shuffled)).cues) == cues


@pytest.mark.parametrize("kind", WRITERS)
@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.tuples(st.integers(0, 9000), st.integers(51, 5000), st.sampled_from("abcdefgh")), min_size=1, max_size=30
    )
)
def test_overlapping_cues_lose_no_word(kind: str, raw: list[tuple[int, int, str]]) -> None:
    cues = [Cue(start, start + length, f"{letter}{number}") for number, (start, length, letter) in enumerate(raw)]
    settled = parse_captions(WRITERS[kind](cues)).cues
    assert_settled(settled)
    assert Counter(cue.text for cue in settled) == Counter(cue.text for cue in cues)


@settings(deadline=None, max_examples=50)
@given(talks())
def test_passages_take_every_cue_exactly_once(cues: list[Cue]) -> None:
    assert_passages(cues, cut_passages(cues))


@settings(deadline=None, max_examples=50)
@given(talks())
def test_sentences_cover_all_text_and_lie_in_their_cues(cues: list[Cue]) -> None:
    assert_sentences(cues, split_sentences(cues))


PIECES = [
    *("WEBVTT", "NOTE", "\n", "\n\n", "\r", "1", "00:01.000", "00:00:02,000", " --> ", "-->", "<c>", "<v A>", "&amp;"),
    *("x y", "{\\an8}", "海", "\x00", "\x85", "\u2028", "{", '"events"', ":[", "<tt>", "<p begin='1s'>", "</p></tt>"),
]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(lambda parts: "".join(parts).encode()) | st.binary())
def test_garbage_is_read_or_refused_but_never_crashes(data: bytes) -> None:
    for parse in (lambda data: parse_captions(data, filename="a.srt").cues, parse_json3):
        try:
            cues = parse(data)
        except BadCaptionFile:
            continue
        assert_settled(cues)
        assert_passages(cues, cut_passages(cues))
        assert_sentences(cues, split_sentences(cues))
