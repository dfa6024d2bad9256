"""What is kept of yt-dlp's answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.videos.types import Chapter
from app.videos.youtube.metadata import chapters, clean_text, describe, published_at


def _entry(start: Any, title: Any = "Title", end: Any = None) -> dict[str, Any]:
    return {"start_time": start, "title": title, "end_time": end}


def test_chapters_end_where_the_next_begins_and_the_last_with_the_video() -> None:
    entries = [_entry(0, "A"), _entry(120, "B"), _entry(400.5, "C")]
    assert chapters(entries, 600_000) == (
        Chapter("A", 0, 120_000),
        Chapter("B", 120_000, 400_500),
        Chapter("C", 400_500, 600_000),
    )


def test_the_last_chapter_is_open_when_the_duration_is_unknown() -> None:
    assert chapters([_entry(0), _entry(5)], None)[-1].end_ms is None


def test_chapters_are_sorted() -> None:
    assert [chapter.title for chapter in chapters([_entry(9, "B"), _entry(3, "A")], None)] == ["A", "B"]


def test_one_chapter_is_none() -> None:
    assert chapters([_entry(0)], 10_000) == ()


@pytest.mark.parametrize(
    "broken",
    [
        _entry(None),
        _entry(-1),
        _entry(float("nan")),
        _entry("x"),
        _entry(11),
        _entry(5, ""),
        _entry(5, None),
        _entry(3),
    ],
)
def test_a_broken_chapter_is_dropped(broken: dict[str, Any]) -> None:
    assert len(chapters([_entry(0, "A"), broken, _entry(3, "B")], 10_000)) == 2


@given(st.lists(st.builds(_entry, st.floats() | st.integers() | st.none() | st.text(), st.text() | st.none())))
def test_chapters_are_in_order_and_inside_the_video(entries: list[dict[str, Any]]) -> None:
    found = chapters(entries, 60_000)
    assert len(found) != 1
    edges = [edge for chapter in found for edge in (chapter.start_ms, chapter.end_ms or 0)]
    assert edges == sorted(edges)
    assert all(chapter.title and 0 <= chapter.start_ms < 60_000 for chapter in found)


def test_the_second_of_publication_is_preferred_to_the_day() -> None:
    info = {"timestamp": 1767634200, "upload_date": "20260104"}
    assert published_at(info) == datetime(2026, 1, 5, 17, 30, tzinfo=UTC)


def test_a_day_becomes_its_midnight_in_utc() -> None:
    assert published_at({"timestamp": None, "upload_date": "20260105"}) == datetime(2026, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize("info", [{}, {"upload_date": "2026"}, {"timestamp": 1e40}, {"timestamp": "x"}])
def test_no_usable_date_is_no_date(info: dict[str, Any]) -> None:
    assert published_at(info) is None


def test_a_bare_answer_becomes_a_video() -> None:
    video = describe("dQw4w9WgXcQ", {"title": " Title\0 ", "duration": 0, "channel": None, "uploader": "Somebody"}, ())
    assert (video.title, video.duration_ms, video.channel, video.description) == (
        "Title",
        None,
        "Somebody",
        "",
    )


def test_a_description_is_cut_at_twenty_thousand_characters() -> None:
    assert len(describe("x", {"title": "T", "description": "x" * 30_000}, ()).description) == 20_000


@given(st.text(st.characters()))
def test_clean_text_can_be_stored(text: str) -> None:
    assert "\0" not in clean_text(text)
    clean_text(text).encode()
