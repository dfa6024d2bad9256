import pytest

from app.errors import BadCaptionFile
from app.videos.transcripts import parse_captions
from app.videos.types import CaptionFormat, Cue

NAMESPACES = 'xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"'


def cues(body: str, attributes: str = "") -> tuple[Cue, ...]:
    return parse_captions(f"<tt {NAMESPACES} {attributes}><body><div>{body}</div></body></tt>".encode()).cues


@pytest.mark.parametrize(
    ("written", "ms"),
    [
        ("00:00:12.5", 12_500),
        ("00:00:12", 12_000),
        ("00:00:12:15", 12_600),
        ("100:00:00.000", 360_000_000),
        ("12.5s", 12_500),
        ("100ms", 100),
        ("1.5m", 90_000),
        ("2h", 7_200_000),
        ("10f", 400),
        ("20t", 2_000),
        ("3", 3_000),
    ],
)
def test_clock_and_offset_times_are_read(written: str, ms: int) -> None:
    body = f'<p begin="{written}" end="200h">a</p>'
    assert cues(body, 'ttp:frameRate="25" ttp:tickRate="10"')[0].start_ms == ms


def test_frame_rates_have_a_multiplier() -> None:
    rate = 'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"'
    assert cues('<p begin="30f" end="60f">a</p>', rate) == (Cue(1001, 2002, "a"),)


def test_dur_stands_in_for_end() -> None:
    assert cues('<p begin="1s" dur="2s">a</p><p begin="9s">b</p>') == (Cue(1000, 3000, "a"), Cue(9000, 9000, "b"))


def test_a_break_is_a_space_except_in_scripts_without_spaces() -> None:
    assert cues('<p begin="1s" end="2s">one<br/>two</p>')[0].text == "one two"
    assert cues('<p begin="1s" end="2s">\n  漢字\n  <br/>\n  かな\n</p>')[0].text == "漢字かな"


def test_nested_spans_are_read_through() -> None:
    assert cues('<p begin="1s" end="2s">a <span>b <span>c</span></span> d</p>')[0].text == "a b c d"


def test_times_may_stand_on_the_spans() -> None:
    body = '<p><span begin="1s" end="2s">a</span><br/><span begin="3s" end="4s">b</span></p>'
    assert cues(body) == (Cue(1000, 2000, "a"), Cue(3000, 4000, "b"))


def test_times_add_up_from_the_outside_in() -> None:
    body = '<div begin="10s" end="20s"><p begin="1s" end="2s">a</p><p begin="5s" end="60s">b</p></div>'
    assert cues(body) == (Cue(11_000, 12_000, "a"), Cue(15_000, 20_000, "b"))


def test_the_head_is_not_text() -> None:
    head = "<head><metadata><p begin='0s'>no</p></metadata></head>"
    data = f"<tt {NAMESPACES}>{head}<body><p begin='1s' end='2s'>a</p></body></tt>"
    assert [cue.text for cue in parse_captions(data.encode()).cues] == ["a"]


def test_the_language_comes_from_the_root() -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?><tt xml:lang="de"><body><p begin="1s" end="2s">a</p></body></tt>'
    transcript = parse_captions(data)
    assert (transcript.language, transcript.format) == ("de", CaptionFormat.TTML)


def test_a_prefixed_namespace_and_utf16_are_read() -> None:
    body = '<x:body><x:p begin="1s" end="2s">é</x:p></x:body>'
    data = f'<?xml version="1.0" encoding="UTF-16"?><x:tt xmlns:x="http://www.w3.org/ns/ttml">{body}</x:tt>'
    assert parse_captions(data.encode("utf-16")).cues == (Cue(1000, 2000, "é"),)


def test_entities_are_decoded_exactly_once() -> None:
    assert cues('<p begin="1s" end="2s">&amp;lt; List&lt;int&gt;</p>')[0].text == "&lt; List<int>"


def test_a_broken_paragraph_among_good_ones_is_skipped() -> None:
    assert [cue.text for cue in cues('<p begin="x" end="y">a</p><p begin="1s" end="2s">b</p>')] == ["b"]


def test_srv3_of_youtube_is_read() -> None:
    typed = '<p t="80" d="900"><s>so</s><s t="200"> then</s></p><p t="500" d="9" a="1">\n</p>'
    data = f'<timedtext format="3"><body>{typed}<p t="600" d="400">Vec&lt;T&gt;</p></body></timedtext>'
    assert parse_captions(data.encode()).cues == (Cue(80, 600, "so then"), Cue(600, 1000, "Vec<T>"))


def test_srv1_of_youtube_is_unescaped_twice() -> None:
    first = '<text start="0.5" dur="1.25">it&amp;#39;s &lt;i&gt;so&lt;/i&gt;</text>'
    data = f'<transcript>{first}<text start="3">b</text></transcript>'
    assert parse_captions(data.encode()).cues == (Cue(500, 1750, "it's so"), Cue(3000, 3000, "b"))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
        '<!ENTITY % b SYSTEM "http://127.0.0.1/x"> %b;',
    ],
)
def test_entity_declarations_are_refused(declaration: str) -> None:
    data = f"<!DOCTYPE tt [{declaration}]><tt><body><p begin='1s' end='2s'>&b;</p></body></tt>"
    with pytest.raises(BadCaptionFile, match="declares entities") as refused:
        parse_captions(data.encode())
    assert refused.value.code == "caption_file_unreadable"
