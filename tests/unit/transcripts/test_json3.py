import json
from typing import Any

import pytest

from app.videos.transcripts import parse_json3
from app.videos.types import Cue


def event(start: Any, duration: Any, *segments: Any, **extra: Any) -> dict[str, Any]:
    return {"tStartMs": start, "dDurationMs": duration, "segs": [{"utf8": text} for text in segments], **extra}


def cues(*events: Any) -> tuple[Cue, ...]:
    return parse_json3(json.dumps({"wireMagic": "pb3", "events": events}).encode())


def test_words_become_one_text() -> None:
    assert cues(event(0, 900, "hello", " dear", " world")) == (Cue(0, 900, "hello dear world"),)


def test_the_window_event_without_segs_is_skipped() -> None:
    assert cues({"tStartMs": 0, "dDurationMs": 9999, "id": 1}, event(5, 5, "a")) == (Cue(5, 10, "a"),)


def test_scroll_events_are_dropped() -> None:
    scroll = {"tStartMs": 990, "wWinId": 1, "aAppend": 1, "segs": [{"utf8": "\n"}]}
    assert cues(event(0, 5000, "a"), scroll, event(1000, 500, "b")) == (Cue(0, 1000, "a"), Cue(1000, 1500, "b"))


def test_appended_words_of_a_live_stream_are_kept() -> None:
    assert [cue.text for cue in cues(event(0, 900, "so"), event(500, 400, " then", aAppend=1))] == ["so", "then"]


def test_a_line_ends_when_the_next_one_starts() -> None:
    assert [cue.end_ms for cue in cues(event(0, 7000, "a"), event(2000, 500, "b"))] == [2000, 2500]


def test_a_line_without_duration_lasts_until_the_next_one() -> None:
    first = {"tStartMs": 0, "segs": [{"utf8": "a"}]}
    last = {"tStartMs": 700, "segs": [{"utf8": "b"}]}
    assert cues(first, last) == (Cue(0, 700, "a"), Cue(700, 700, "b"))


@pytest.mark.parametrize("text", ["List<int> and <T>", "<div> <b>bold</b>", "&amp;lt; &#39;", "a < b > c", "{\\an8}"])
def test_text_is_neither_unescaped_nor_stripped_of_tags(text: str) -> None:
    assert cues(event(0, 10, text))[0].text == text


def test_noise_stays_in_the_stored_text() -> None:
    assert cues(event(0, 10, ">> [music] [\xa0__\xa0] ♪"))[0].text == ">> [music] [\xa0__\xa0] ♪"


def test_lines_inside_an_event_become_one_line() -> None:
    assert cues(event(0, 10, "- Hi.\n- Hello."))[0].text == "- Hi. - Hello."
    assert cues(event(0, 10, "すべて安全\n完璧に安全だ"))[0].text == "すべて安全完璧に安全だ"


def test_segments_without_text_are_ignored() -> None:
    mixed = {"tStartMs": 0, "dDurationMs": 5, "segs": [{"acAsrConf": 0}, {"utf8": "a"}, {"tOffsetMs": 3}]}
    assert cues(mixed) == (Cue(0, 5, "a"),)


@pytest.mark.parametrize(
    "broken",
    [
        None,
        7,
        {"segs": None},
        {"tStartMs": 0, "segs": [None]},
        {"tStartMs": 0, "segs": [{"utf8": 5}]},
        event(None, 5, "x"),
        event("0", 5, "x"),
        event(True, 5, "x"),
        event(10**400, 5, "x"),
        event(float("nan"), 5, "x"),
        event(0, -5, "x"),
        event(-1, 5, "x"),
    ],
)
def test_a_broken_event_among_good_ones_is_skipped(broken: Any) -> None:
    assert cues(broken, event(7, 1, "good")) == (Cue(7, 8, "good"),)


def test_events_are_sorted_by_time() -> None:
    assert [cue.text for cue in cues(event(9, 1, "later"), event(2, 1, "sooner"))] == ["sooner", "later"]


def test_half_characters_and_control_characters_do_not_survive() -> None:
    assert parse_json3(b'{"events":[{"tStartMs":1,"segs":[{"utf8":"a\\ud83d\\u0000b\\tc"}]}]}')[0].text == "a\ufffdb c"


def test_a_character_in_two_halves_is_put_together() -> None:
    assert cues(event(0, 1, "\ud83d", "\ude00"))[0].text == "😀"
