import pytest

from app.errors import BadCaptionFile
from app.videos.transcripts import parse_captions
from app.videos.types import CaptionFormat, Cue
from tests.unit.transcripts.writing import WRITERS

CUES = [Cue(1000, 2000, "hello"), Cue(3000, 4000, "world")]
NAMES = [None, "captions", "a.vtt", "a.srt", "a.json3", "a.ttml", "a.xml", "a.TXT", "a.zip"]


def refusal(data: bytes, filename: str | None = None) -> BadCaptionFile:
    with pytest.raises(BadCaptionFile) as refused:
        parse_captions(data, filename=filename)
    return refused.value


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", WRITERS)
def test_the_content_decides_whatever_the_name(kind: str, name: str | None) -> None:
    transcript = parse_captions(WRITERS[kind](CUES), filename=name)
    assert (transcript.format, list(transcript.cues)) == (CaptionFormat(kind), CUES)


@pytest.mark.parametrize("kind", WRITERS)
def test_blank_lines_before_the_content_do_not_matter(kind: str) -> None:
    assert parse_captions(b"\n \n" + WRITERS[kind](CUES)).format == CaptionFormat(kind)


def test_a_missing_webvtt_header_is_tolerated() -> None:
    transcript = parse_captions(b"00:01.000 --> 00:02.000\nhello\n")
    assert transcript.format is CaptionFormat.VTT


def test_the_name_decides_between_srt_with_dots_and_vtt_without_header() -> None:
    data = b"1\n00:00:01.000 --> 00:00:02.000\nhello\n"
    assert parse_captions(data, filename="a.SRT").format is CaptionFormat.SRT
    assert parse_captions(data, filename="a.vtt").format is CaptionFormat.VTT


@pytest.mark.parametrize(
    "data",
    [
        b"Just some words.\nNo times at all.",
        b"A maps to B --> so there",
        b"<!DOCTYPE html><html><body>00:01.000 --> 00:02.000</body></html>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>',
        b"<rss><channel/></rss>",
        b'{"name": "not captions"}',
        b"[1, 2, 3]",
        b"[00:12.00]a line of a song",
        b"{10}{20}MicroDVD",
        b"0:00:01.000,0:00:02.000\nSBV",
        b"<3 you all",
    ],
)
def test_other_text_is_an_unknown_format(data: bytes) -> None:
    refused = refusal(data)
    assert refused.code == "caption_file_unknown_format"
    assert "choose a WebVTT (.vtt), SubRip (.srt)" in refused.detail


@pytest.mark.parametrize("data", [b'{"events": [{"tStartMs"', b"<tt><body>", b'{"events":' + b"[" * 5000])
def test_a_damaged_structure_is_unreadable(data: bytes) -> None:
    assert refusal(data).code == "caption_file_unreadable"


@pytest.mark.parametrize(
    "data",
    [
        b"WEBVTT",
        b"WEBVTT\n\nNOTE nothing here\n",
        b"1\n00:00:01,000 --> 00:00:02,000\n\n",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n<c></c>\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\u200b\n".encode(),
        b"{}",
        b'{"wireMagic": "pb3", "pens": [{}]}',
        b'{"events": []}',
        b'{"events": [{"tStartMs": 0, "dDurationMs": 9, "segs": [{"utf8": "\\n"}]}]}',
        b"<tt><body><div/></body></tt>",
        b'<tt><body><p begin="1s" end="2s"> </p></body></tt>',
        b"<transcript/>",
    ],
)
def test_a_right_format_without_text_has_no_cues(data: bytes) -> None:
    assert refusal(data).code == "caption_file_no_cues"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"1\n00:00:xx,000 --> 00:00:02,000\nhello\n", None),
        (b"1\n99:99:99,999 --> 99:99:99,999\nhello\n", None),
        (b"1\n00:00:05,000 --> 00:00:02,000\nends before it starts\n", None),
        (b"1\n-00:00:05,000 --> 00:00:02,000\nhello\n", None),
        (b"1\n999999:00:00,000 --> 999999:00:01,000\nhello\n", None),
        (b"1\nsoon --> later\nhello\n", None),
        (b"soon --> later\nhello\n", "a.srt"),
        (b"WEBVTT\n\nsoon --> later\nhello\n", None),
        (b'{"events": [{"segs": [{"utf8": "hello"}]}]}', None),
        (b'{"events": [{"tStartMs": -5, "segs": [{"utf8": "hello"}]}]}', None),
        (b"<tt><body><p>hello</p></body></tt>", None),
        (b"<tt><body><p>hello<br/>you</p></body></tt>", None),
        (b'<tt><body><p begin="soon" end="later">hello</p></body></tt>', None),
        (b'<tt><body><p begin="5s" end="2s">hello</p></body></tt>', None),
    ],
)
def test_cues_without_any_usable_time_have_broken_times(data: bytes, name: str | None) -> None:
    assert refusal(data, name).code == "caption_file_broken_times"


def test_more_than_half_a_million_cues_are_refused() -> None:
    assert refusal(b"0:1 --> 0:1\na\n" * 500_001).code == "caption_file_unreadable"
