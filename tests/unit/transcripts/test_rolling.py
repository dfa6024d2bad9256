import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.videos.transcripts import parse_captions
from app.videos.types import Cue
from tests.unit.transcripts.writing import WRITERS, rolling, stamp

SPOKEN = ["hello and welcome", "to this talk", "no", "no", "no", "about the sea", "and the land"]
LINES = st.lists(st.sampled_from(["no", "la la", "so then", "the sea the sea", "海は", "yes"]), min_size=1, max_size=30)


def texts(data: bytes) -> list[str]:
    return [cue.text for cue in parse_captions(data).cues]


def timed(*shown: tuple[int, int, str]) -> bytes:
    return b"WEBVTT\n\n" + "\n".join(f"{stamp(a)} --> {stamp(b)}\n{text}\n" for a, b, text in shown).encode()


@settings(deadline=None, max_examples=50)
@given(LINES)
def test_youtube_rolling_gives_each_line_once_with_every_real_repetition(lines: list[str]) -> None:
    assert texts(rolling(lines)) == lines
    assert texts(rolling(lines, comma=True)) == lines


def test_rolling_without_bridges_gives_each_line_once() -> None:
    lines = ["one a", "two b", "three c", "four d", "five e"]
    assert texts(rolling(lines, bridges=False)) == lines
    assert texts(rolling(lines, bridges=False, comma=True)) == lines


def test_word_tags_of_youtube_do_not_matter() -> None:
    blank = " "  # the upper line, when nothing is carried
    data = f"""WEBVTT
Kind: captions
Language: en

00:00:00.240 --> 00:00:02.230 align:start position:0%
{blank}
so<00:00:00.480><c> today</c><00:00:00.900><c> we</c>

00:00:02.230 --> 00:00:02.240 align:start position:0%
so today we
{blank}

00:00:02.240 --> 00:00:04.550 align:start position:0%
so today we
look<00:00:02.500><c> at</c><00:00:02.900><c> tides</c>

00:00:04.550 --> 00:00:04.560 align:start position:0%
look at tides
{blank}

00:00:04.560 --> 00:00:06.000 align:start position:0%
look at tides
tides<00:00:05.000><c> rise</c>
"""
    assert parse_captions(data.encode()).cues == (
        Cue(240, 2230, "so today we"),
        Cue(2240, 4550, "look at tides"),
        Cue(4560, 6000, "tides rise"),
    )


def test_blank_lines_lost_by_an_editor_do_not_matter() -> None:
    data = rolling(SPOKEN).replace(b"\n \n", b"\n\n")
    assert texts(data) == SPOKEN


def test_a_roll_up_window_of_three_rows_gives_each_line_once() -> None:
    rows = ["a a", "b b", "c c", "d d", "e e", "f f"]
    shown = [(i * 1000, i * 1000 + 1000, "\n".join(rows[max(0, i - 2) : i + 1])) for i in range(6)]
    assert texts(timed(*shown)) == rows


def test_rolling_flattened_to_one_line_gives_each_word_once() -> None:
    rows = [f"row{i} x y" for i in range(6)]
    shown = []
    for i, row in enumerate(rows):
        text = f"{rows[i - 1]} {row}" if i else row
        shown += [(i * 1000, i * 1000 + 990, text), (i * 1000 + 990, i * 1000 + 1000, row)]
    assert texts(timed(*shown)) == rows


def test_a_line_that_grows_word_by_word_gives_each_word_once() -> None:
    words = ["the", "tide", "comes", "in", "twice", "a", "day"]
    shown = [(i * 500, i * 500 + 500, " ".join(words[: i + 1])) for i in range(len(words))]
    assert " ".join(texts(timed(*shown))) == "the tide comes in twice a day"


def test_growing_text_without_spaces_gives_each_character_once() -> None:
    shown = [(i * 500, i * 500 + 500, "海は一日に二度満ちる"[: i + 1]) for i in range(10)]
    assert "".join(texts(timed(*shown))) == "海は一日に二度満ちる"


def test_after_a_pause_the_carried_line_is_still_not_new() -> None:
    shown = [
        (0, 990, "one"), (990, 1000, "one"), (1000, 1990, "one\ntwo"), (1990, 2000, "two"),
        (9000, 9990, "two\nthree"), (9990, 10000, "three"), (30000, 31000, "three"),
    ]  # fmt: skip
    assert texts(timed(*shown)) == ["one", "two", "three", "three"]


def test_a_line_said_again_in_a_growing_file_is_kept() -> None:
    growing = [(i * 500, i * 500 + 500, " ".join("abcdefgh"[: i + 1])) for i in range(8)]
    assert texts(timed(*growing, (4000, 6000, "so it is"), (6000, 8000, "so it is")))[-2:] == ["so it is"] * 2


@pytest.mark.parametrize("kind", ["vtt", "srt"])
@pytest.mark.parametrize("gap", [0, 1000])
def test_a_chorus_with_its_own_times_is_kept(kind: str, gap: int) -> None:
    chorus = [Cue(i * 3000, i * 3000 + 3000 - gap, "la la la") for i in range(20)]
    assert list(parse_captions(WRITERS[kind](chorus)).cues) == chorus


def test_a_repeated_word_inside_a_line_is_kept() -> None:
    assert texts(timed((0, 1000, "no no"), (1000, 2000, "no no no"), (5000, 6000, "that that is"))) == [
        "no no",
        "no no no",
        "that that is",
    ]


def test_one_pair_that_looks_carried_does_not_make_a_file_roll() -> None:
    talk = [(i * 1000, i * 1000 + 1000, f"sentence {i}") for i in range(20)]
    assert texts(timed(*talk, (20000, 21000, "sentence 19\nNo!")))[-1] == "sentence 19 No!"
