"""Every way in which YouTube says no, and every way in which the network fails, has its outcome."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import ExtractionFailed
from app.videos.youtube import YouTubeSettings, extract_video
from app.videos.youtube.outcomes import OUTCOMES
from tests.integration.youtube.concurrency import few_at_a_time

if TYPE_CHECKING:
    from tests.standin.youtube import YouTubeStandin

GOOD = "manualSubs1"
MANY = 99

# id, outcome, requests: a clear no costs as many as a good video without its captions
REFUSED = [
    ("private0001", "private", 2),
    ("private0002", "private", 2),
    ("removed0001", "unavailable", 2),
    ("doesnotexis", "unavailable", 2),
    ("botCheck001", "bot_check", 2),
    ("rateLimit01", "rate_limited", 2),
    ("members0001", "members_only", 2),
    ("members0002", "members_only", 2),
    ("premium0001", "premium_only", 2),
    ("filmSale001", "premium_only", 2),
    ("geoBlock001", "geo_blocked", 2),
    ("premiere001", "upcoming", 2),
    ("liveNow0001", "live", 2),
    ("ageGate0001", "age_restricted", 3),  # yt-dlp asks an embedded player, too
    ("noCaption01", "no_captions", 3),
    ("potWanted01", "captions_need_token", 3),
    ("emptyBody01", "captions_need_token", 5),
    ("noEvents001", "captions_need_token", 5),
    ("strangeNo01", "internal", 3),
]


async def _failure(video_id: str, settings: YouTubeSettings) -> ExtractionFailed:
    with pytest.raises(ExtractionFailed) as caught:
        await extract_video(video_id, settings)
    return caught.value


@pytest.fixture(scope="module")
async def refused(running_standin: YouTubeStandin) -> dict[str, tuple[ExtractionFailed, int]]:
    """The error and the number of requests of each refused video, asked for a few at a time."""
    running_standin.reset()
    settings = YouTubeSettings(proxy=running_standin.proxy_url, ca_file=running_standin.ca_file)
    ids = [video_id for video_id, _, _ in REFUSED]
    errors = await few_at_a_time(_failure(video_id, settings) for video_id in ids)
    return {video_id: (error, len(running_standin.log(video_id))) for video_id, error in zip(ids, errors, strict=True)}


@pytest.mark.parametrize(("video_id", "code", "requests"), REFUSED)
def test_a_no_of_youtube_has_its_outcome(
    video_id: str, code: str, requests: int, refused: dict[str, tuple[ExtractionFailed, int]]
) -> None:
    error, asked = refused[video_id]
    assert error.code == code
    assert error.retryable == OUTCOMES[code].retryable
    assert error.detail.startswith(OUTCOMES[code].explanation)
    assert asked == requests


def test_a_premiere_says_when_it_starts(refused: dict[str, tuple[ExtractionFailed, int]]) -> None:
    assert "on 2027-03-01 at 18:00 UTC" in refused["premiere001"][0].detail


def test_unknown_words_reach_the_person(refused: dict[str, tuple[ExtractionFailed, int]]) -> None:
    assert "The tide has taken this video." in refused["strangeNo01"][0].detail


@pytest.mark.parametrize(
    ("path", "fault", "code"),
    [
        ("/player", {"status": 429}, "rate_limited"),
        ("/player", {"status": 403}, "network"),
        ("/player", {"body": "<html>"}, "network"),
        ("/api/timedtext", {"status": 429}, "rate_limited"),
        ("/api/timedtext", {"status": 404}, "network"),
        ("/api/timedtext", {"status": 500}, "network"),
        ("/api/timedtext", {"cut": True}, "network"),
        ("/api/timedtext", {"body": '{"events": ['}, "network"),
        ("/api/timedtext", {"body": ""}, "captions_need_token"),
        ("/api/timedtext", {"body": '{"events": []}'}, "captions_need_token"),
    ],
    ids=str,
)
async def test_a_lasting_fault_has_its_outcome_and_tells_no_signed_address(
    path: str,
    fault: dict[str, int | bool | str],
    code: str,
    *,
    settings: YouTubeSettings,
    standin: YouTubeStandin,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    standin.fault(path, times=MANY, **fault)  # type: ignore[arg-type]
    error = await _failure(GOOD, settings)
    assert error.code == code
    assert f"extraction of {GOOD} failed: {code}" in caplog.text
    assert "SECRET0SIGNATURE" not in error.detail + caplog.text


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/watch", {"status": 429}),
        ("/player", {"status": 403}),
        ("/player", {"status": 500}),
        ("/player", {"cut": True}),
        ("/api/timedtext", {"status": 500}),
        ("/api/timedtext", {"cut": True}),
    ],
    ids=str,
)
async def test_a_passing_fault_does_no_harm(
    path: str, fault: dict[str, int | bool], settings: YouTubeSettings, standin: YouTubeStandin
) -> None:
    standin.fault(path, **fault)  # type: ignore[arg-type]
    video = await extract_video(GOOD, settings)
    assert (video.title, len(video.tracks)) == ("Bridges & arches: a <short> lecture", 2)


@pytest.mark.parametrize(("video_id", "code"), [("emptyBody01", "captions_need_token"), ("noCaption01", "no_captions")])
async def test_what_the_first_rung_knows_outranks_an_error_of_the_second(
    video_id: str, code: str, settings: YouTubeSettings, standin: YouTubeStandin
) -> None:
    standin.fault("/player", status=403, match="ANDROID")
    assert (await _failure(video_id, settings)).code == code


async def test_too_many_requests_for_captions_are_not_followed_by_one_more(
    settings: YouTubeSettings, standin: YouTubeStandin
) -> None:
    standin.fault("/api/timedtext", status=429, times=MANY)
    await _failure(GOOD, settings)
    assert len(standin.log()) == 3


async def test_a_track_that_is_refused_leaves_the_others(settings: YouTubeSettings, standin: YouTubeStandin) -> None:
    standin.fault("/api/timedtext", status=429, match="lang=ar")
    video = await extract_video(GOOD, settings)
    assert [track.language for track in video.tracks] == ["en"]


async def test_an_enormous_caption_body_is_refused(settings: YouTubeSettings, standin: YouTubeStandin) -> None:
    standin.fault("/api/timedtext", body=" " * 2**20 + "x" * 2**25, times=MANY)
    assert (await _failure("oneChapter1", settings)).code == "internal"


async def test_a_dead_proxy_and_a_foreign_certificate_are_network_failures_that_tell_no_password(
    settings: YouTubeSettings, standin: YouTubeStandin, caplog: pytest.LogCaptureFixture
) -> None:
    unreachable = [
        replace(settings, proxy="http://user:hunter2@127.0.0.1:9"),
        replace(settings, proxy="socks5://user:hunter2@127.0.0.1:9"),
        replace(settings, ca_file=None),
    ]
    errors = await few_at_a_time(_failure(GOOD, each) for each in unreachable)
    assert [(error.code, error.retryable) for error in errors] == [("network", True)] * 3
    assert all(request.refused for request in standin.log())
    assert "hunter2" not in caplog.text + "".join(error.detail for error in errors)
