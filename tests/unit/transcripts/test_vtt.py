import pytest

from app.videos.transcripts import parse_captions
from app.videos.types import Cue


def cues(body: str, header: str = "WEBVTT\n\n") -> tuple[Cue, ...]:
    return parse_captions((header + body).encode()).cues


def text(raw: str) -> str:
    (cue,) = cues(f"00:01.000 --> 00:02.000\n{raw}\n")
    return cue.text


def test_identifiers_and_settings_are_not_text() -> None:
    body = "intro\n00:01.000 --> 00:02.000 align:start position:0%\none\n\nthe end\n00:03.000 --> 00:04.000\ntwo\n"
    assert cues(body) == (Cue(1000, 2000, "one"), Cue(3000, 4000, "two"))


@pytest.mark.parametrize(
    "block",
    [
        "NOTE a comment\nover two lines\n\n",
        "NOTE\n\n",
        "NOTE\n00:08.000 --> 00:09.000\na cue commented out\n\n",
        "STYLE\n::cue { color: red; }\n\n",
        "REGION\nid:fred\nwidth:40%\n\n",
        "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n",
    ],
)
def test_blocks_that_are_no_cues_are_skipped(block: str) -> None:
    cue = "00:0{0}.000 --> 00:0{0}.500\ncue {0}\n\n"
    assert [c.text for c in cues(block + cue.format(1) + block + cue.format(2) + block)] == ["cue 1", "cue 2"]


def test_a_spoken_note_is_text() -> None:
    assert text("NOTE this well") == "NOTE this well"


def test_the_language_comes_from_the_header() -> None:
    data = b"WEBVTT\nKind: captions\nLanguage: pt-BR\n\n00:01.000 --> 00:02.000\nola\n"
    assert parse_captions(data).language == "pt-BR"
    assert parse_captions(b"WEBVTT\n\n00:01.000 --> 00:02.000\nLanguage: en\n").language is None


@pytest.mark.parametrize(
    ("written", "ms"),
    [
        ("00:01.500", 1_500),
        ("75:00.000", 4_500_000),
        ("00:00:01.500", 1_500),
        ("0:00:01,5", 1_500),
        ("00:00:01", 1_000),
        ("00:00:01.5004", 1_500),
        ("27:16:59.000", 98_219_000),
        ("123:00:00.000", 442_800_000),
    ],
)
def test_times_of_every_shape_are_read(written: str, ms: int) -> None:
    assert cues(f"{written} --> 200:00:00.000\na\n")[0].start_ms == ms


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("<c>a</c> <c.yellow.bg_blue>b</c>", "a b"),
        ("so<00:00:01.200><c> today</c>", "so today"),
        ("<i>a</i> <b>b</b> <u>c</u>", "a b c"),
        ("<lang en-GB>colour</lang>", "colour"),
        ("<ruby>漢<rt>かん</rt></ruby>", "漢かん"),
        ("<v Ada>Hello</v>", "Ada: Hello"),
        ("<v.loud.first Ada  Lovelace>Hello", "Ada Lovelace: Hello"),
        ("<v>Hello</v>", "Hello"),
        ("<v Ada>Hi\n<v Bob>Ho", "Ada: Hi Bob: Ho"),
    ],
)
def test_real_tags_are_taken_out(raw: str, plain: str) -> None:
    assert text(raw) == plain


@pytest.mark.parametrize(
    "raw",
    ["List<int> and Map<K, V>", "<T>", "a < b", "a <b and c> d", "x <- y", "<div>", "<font>", "{\\an8}", "if(a<i"],
)
def test_what_is_no_tag_survives(raw: str) -> None:
    assert text(raw) == raw


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("&amp;lt;", "&lt;"),
        ("&lt;c&gt; &lt;v Bob&gt;", "<c> <v Bob>"),
        ("Q&amp;A &#39;x&#x27; &quot;y&quot;", "Q&A 'x' \"y\""),
        ("AT&T &copy=1 &nosuch; & so", "AT&T &copy=1 &nosuch; & so"),
        ("a&nbsp;b", "a\xa0b"),
        ("a&#10;b", "a b"),
    ],
)
def test_entities_are_decoded_exactly_once(raw: str, plain: str) -> None:
    assert text(raw) == plain


def test_jumps_back_in_time_are_sorted() -> None:
    body = "00:05.000 --> 00:06.000\nlater\n\n00:01.000 --> 00:02.000\nsooner\n"
    assert [cue.text for cue in cues(body)] == ["sooner", "later"]


def test_overlaps_are_cut_at_the_next_start() -> None:
    body = "00:01.000 --> 00:09.000\na\n\n00:02.000 --> 00:03.000\nb\n\n00:02.000 --> 00:04.000\nc\n"
    assert cues(body) == (Cue(1000, 2000, "a"), Cue(2000, 2000, "b"), Cue(2000, 4000, "c"))


def test_a_broken_cue_among_good_ones_is_skipped() -> None:
    body = "00:01.000 --> 00:02.000\na\n\n00:xx.000 --> 00:03.000\nlost\n\n00:0x:03.000 --> 00:04.000\nlost\n\n"
    assert [cue.text for cue in cues(body + "00:05.000 --> 00:06.000\nb\n")][-1] == "b"
    assert "lost" not in cues("00:01.000 --> 00:02.000\na\n\n00:00:0x.000 --> 00:03.000\nlost\n")[0].text


def test_a_second_arrow_on_a_timing_line_changes_nothing() -> None:
    assert cues("00:01.000 --> 00:02.000 --> 00:03.000\na\n") == (Cue(1000, 2000, "a"),)


def test_an_arrow_in_the_text_is_text() -> None:
    assert text("f: A --> B\nand 5 --> 6") == "f: A --> B and 5 --> 6"


@pytest.mark.parametrize("raw", ["שלום\u200f עולם\u200e", "می\u200cشود", "cafe\u0301", "a\u200bb", "ㄅ ｶﾞ ①"])
def test_every_script_survives_byte_for_byte(raw: str) -> None:
    assert text(raw) == raw


def test_control_characters_do_not_survive() -> None:
    assert text("a\x07b\tc\x0bd\u2028e\x85f\x9fg") == "ab c d e fg"
