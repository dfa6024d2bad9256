import pytest

from app.videos.transcripts import parse_captions
from app.videos.types import Cue


def cues(data: str) -> tuple[Cue, ...]:
    return parse_captions(data.encode(), filename="a.srt").cues


def text(raw: str) -> str:
    (cue,) = cues(f"1\n00:00:01,000 --> 00:00:02,000\n{raw}\n")
    return cue.text


def texts(data: str) -> list[str]:
    return [cue.text for cue in cues(data)]


ONE, TWO = "00:00:01,000 --> 00:00:02,000", "00:00:03,000 --> 00:00:04,000"


@pytest.mark.parametrize(
    "data",
    [
        f"1\n{ONE}\na\n\n2\n{TWO}\nb\n",
        f"7\n{ONE}\na\n\n3\n{TWO}\nb",
        f"{ONE}\na\n\n{TWO}\nb\n",
        f"1\n{ONE}\na\n2\n{TWO}\nb\n",
        f"1\n{ONE}\na\n\n\n\n2 \n{TWO}\nb\n\n\n",
        f"\n\n1\n{ONE}\na\n\n{TWO}\nb\n",
        f"1\n{ONE} X1:0 X2:9 Y1:1 Y2:2\na\n\n2\n{TWO}\nb\n",
        f"1\n{ONE.replace(',', '.')}\na\n\n2\n{TWO}\nb\n",
        f"1\n{ONE.replace(' ', '')}\na\n\n2\n{TWO}\nb\n",
    ],
)
def test_numbers_and_blank_lines_are_free(data: str) -> None:
    assert cues(data) == (Cue(1000, 2000, "a"), Cue(3000, 4000, "b"))


def test_blank_lines_inside_the_text_lose_nothing() -> None:
    assert texts(f"1\n{ONE}\nfirst\n\nsecond\n\n2\n{TWO}\nb\n") == ["first second", "b"]


def test_a_number_that_is_said_is_text() -> None:
    assert texts(f"1\n{ONE}\nIn\n1984\n\n2\n{TWO}\n42\n") == ["In 1984", "42"]
    assert texts(f"{ONE}\n1984\n{TWO}\nb\n") == ["1984", "b"]


def test_two_lines_join_with_a_space_but_not_in_scripts_without_spaces() -> None:
    assert text("Everything is safe.\nPerfectly safe.") == "Everything is safe. Perfectly safe."
    assert text("すべて安全\n完璧に安全だ") == "すべて安全完璧に安全だ"
    assert text("신경망이\n숫자를") == "신경망이 숫자를"


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ('<font color="#ffff00">a</font> <FONT SIZE=2>b</FONT>', "a b"),
        ("{\\an8}top", "top"),
        ("{\\a6\\i1}x{\\i0} {\\pos(10,20)}y {\\c&H00FF00&}z", "x y z"),
        ("<I>a</I> <B>b</B>", "a b"),
        ("so<00:00:01.200><c> today</c>", "so today"),
        ("It&#39;s &quot;so&quot;", 'It\'s "so"'),
    ],
)
def test_markup_is_taken_out(raw: str, plain: str) -> None:
    assert text(raw) == plain


@pytest.mark.parametrize("raw", ["Vec<I> of <T>", "{\\alpha} + {\\beta}", "{name}", "a < b", "<fontaine>"])
def test_what_is_no_markup_survives(raw: str) -> None:
    assert text(raw) == raw


def test_hours_may_pass_a_hundred() -> None:
    assert cues("1\n100:00:00,000 --> 101:00:00,000\na\n") == (Cue(360_000_000, 363_600_000, "a"),)


def test_milliseconds_with_a_fraction_of_their_own_are_read() -> None:
    assert cues("1\n00:00:04,560.0000000000009 --> 00:00:07,925.5\na\n") == (Cue(4560, 7925, "a"),)


def test_a_cue_of_no_length_is_kept_and_one_that_ends_before_it_starts_lasts_until_the_next() -> None:
    data = f"1\n00:00:01,000 --> 00:00:01,000\nzero\n\n2\n00:00:02,500 --> 00:00:02,000\nnegative\n\n3\n{TWO}\nb\n"
    assert cues(data) == (Cue(1000, 1000, "zero"), Cue(2500, 3000, "negative"), Cue(3000, 4000, "b"))


@pytest.mark.parametrize(
    "times",
    [
        "00:00:0x,000 --> 00:00:03,000",
        "soon --> 00:00:03,000",
        "00:00:99,000 --> 00:05:00,000",
        "00:99:00,000 --> 02:00:00,000",
    ],
)
def test_a_broken_cue_is_skipped_with_its_text(times: str) -> None:
    assert texts(f"1\n{ONE}\na\n\n2\n{times}\nlost\n\n3\n{TWO}\nb\n") == ["a", "b"]
