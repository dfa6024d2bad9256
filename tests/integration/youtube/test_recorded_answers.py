"""YouTube's own answers, recorded in 2026, against our outcomes. Skipped where there are no recordings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from app.errors import ExtractionFailed
from app.videos.youtube import YouTubeSettings, extract_video
from tests.integration.youtube.concurrency import few_at_a_time
from tests.standin.youtube import YouTubeStandin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.videos.types import ExtractedVideo

RECORDINGS = Path(__file__).parents[4] / "shared" / "data" / "innertube" / "newpipe"

pytestmark = pytest.mark.skipif(
    not (RECORDINGS / "index.json").is_file(), reason=f"no recordings of YouTube in {RECORDINGS}"
)


class Recording(NamedTuple):
    """What is known of a recorded video; `title` is the beginning of it."""

    video_id: str
    title: str
    chapters: int
    track: tuple[str, str]
    requests: int = 3


GOOD = [
    Recording("M4gD1WSo5mA", "William Fisher, CopyrightX", 3, ("manual", "en")),
    Recording("ud9d5cMDP_0", "Vitamin D", 7, ("manual", "de")),
    Recording("KI7fMGRg0Wk", "tagesschau", 13, ("automatic", "de")),
    Recording("rCAS2eD-mcw", "Laryngeal Mask", 4, ("manual", "en")),
    Recording("it3OtbTxQk0", "Introduction to Doodle", 0, ("automatic", "en"), requests=4),  # made for kids
    Recording("Kn56bMZ9OE8", "This bus", 0, ("manual", "en")),  # heard as Japanese, but the audio is English
    Recording("An8vtD1FDqs", "Makani", 0, ("manual", "en")),
    Recording("cJ9to6EmElQ", "Merci", 0, ("automatic", "fr")),
    Recording("3sbYbckT1VY", "Engineers", 0, ("manual", "en-US")),
    Recording("udsB8KnIJTg", "Praise the Casual", 0, ("automatic", "de")),
]

FAILING = [
    ("X4VbdwhkE10", "live"),
    ("8VajtrESJzA", "private"),
    ("_PL2HJKxnOM", "geo_blocked"),
    ("ayI2iBwGdxw", "members_only"),
    ("sMJ8bRN2dak", "premium_only"),
]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[YouTubeStandin]:
    with YouTubeStandin(tmp_path_factory.mktemp("recorded"), recordings=RECORDINGS) as standin:
        yield standin


@pytest.fixture(scope="module")
async def results(recorded: YouTubeStandin) -> dict[str, tuple[ExtractedVideo | str, int]]:
    """What each recorded id gave (a video, or the code of its outcome), and the number of requests."""
    settings = YouTubeSettings(proxy=recorded.proxy_url, ca_file=recorded.ca_file)
    ids = [recording.video_id for recording in GOOD] + [video_id for video_id, _ in FAILING]
    found = await few_at_a_time(_video_or_code(video_id, settings) for video_id in ids)
    return {video_id: (result, len(recorded.log(video_id))) for video_id, result in zip(ids, found, strict=True)}


async def _video_or_code(video_id: str, settings: YouTubeSettings) -> ExtractedVideo | str:
    try:
        return await extract_video(video_id, settings)
    except ExtractionFailed as error:
        return error.code


@pytest.mark.parametrize("recording", GOOD, ids=lambda recording: recording.video_id)
def test_a_recorded_video_is_understood(
    recording: Recording, results: dict[str, tuple[ExtractedVideo | str, int]]
) -> None:
    video, requests = results[recording.video_id]
    assert not isinstance(video, str)
    assert video.title.startswith(recording.title)
    assert video.channel_id is not None
    assert video.published_at is not None
    assert len(video.chapters) == recording.chapters
    assert [(track.kind.value, track.language) for track in video.tracks] == [recording.track]
    assert requests == recording.requests


@pytest.mark.parametrize(("video_id", "code"), FAILING)
def test_a_recorded_failure_has_its_outcome(
    video_id: str, code: str, results: dict[str, tuple[ExtractedVideo | str, int]]
) -> None:
    assert results[video_id] == (code, 2)


async def test_named_tracks_in_36_languages_are_chosen_by_language(recorded: YouTubeStandin) -> None:
    wanted = ("ar", "de-DE", "zh-Hant", "pt")
    settings = YouTubeSettings(proxy=recorded.proxy_url, ca_file=recorded.ca_file, languages=wanted)
    video = await extract_video("3sbYbckT1VY", settings)
    assert [track.language for track in video.tracks] == ["ar", "de", "pt-BR", "en-US"]
