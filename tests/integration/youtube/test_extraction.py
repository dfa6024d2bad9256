"""Good videos: what comes home, and how many requests it costs. The real yt-dlp in its real process."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest

from app.errors import BadLink
from app.videos.types import CaptionFormat, Chapter, ExtractedVideo, TrackKind
from app.videos.youtube import YouTubeSettings, extract_video
from tests.integration.youtube.concurrency import few_at_a_time

if TYPE_CHECKING:
    from tests.standin.youtube import LoggedRequest, YouTubeStandin

PAGE_AND_PLAYER = ["GET /watch", "POST /youtubei/v1/player"]
CAPTIONS = "GET /api/timedtext"
COOKIES = "# Netscape HTTP Cookie File\n" + "".join(
    f".youtube.com\tTRUE\t/\tTRUE\t2000000000\t{name}\tmade-up\n" for name in ("SID", "LOGIN_INFO", "SAPISID")
)


IDS = [
    "manualSubs1",
    "codeTalk001",
    "longTalk001",
    "autoOnly001",
    "bothKinds01",
    "namedTrack1",
    "halfEmpty01",
    "kidsOnly001",
    "oneChapter1",
]


class Fetched(NamedTuple):
    """A video of the catalogue and the requests that it cost."""

    video: ExtractedVideo
    requests: list[LoggedRequest]

    @property
    def addresses(self) -> list[str]:
        return [request.address for request in self.requests]


@pytest.fixture(scope="module")
async def fetched(running_standin: YouTubeStandin) -> dict[str, Fetched]:
    """Each good video, fetched once with the settings as they come."""
    running_standin.reset()
    settings = YouTubeSettings(proxy=running_standin.proxy_url, ca_file=running_standin.ca_file)
    videos = await few_at_a_time(extract_video(video_id, settings) for video_id in IDS)
    return {video.youtube_id: Fetched(video, running_standin.log(video.youtube_id)) for video in videos}


def _languages(video: ExtractedVideo) -> list[tuple[str, str]]:
    return [(track.kind.value, track.language) for track in video.tracks]


def test_a_video_comes_with_all_that_is_known_of_it(fetched: dict[str, Fetched]) -> None:
    video = fetched["manualSubs1"].video
    assert video.youtube_id == "manualSubs1"
    assert video.title == "Bridges & arches: a <short> lecture"
    assert (video.channel, video.channel_id) == ("Stand-in Lectures", "UCstandinstandinstandin0")
    assert video.duration_ms == 600_000
    assert video.published_at == datetime(2026, 1, 5, 17, 30, tzinfo=UTC)
    assert video.description == "About bridges.\n\nNo chapters here."
    assert video.chapters == (
        Chapter("Opening", 0, 120_000),
        Chapter("Arches", 120_000, 400_000),
        Chapter("Suspension bridges", 400_000, 600_000),
    )


def test_captions_keep_markup_symbols_and_scripts(fetched: dict[str, Fetched]) -> None:
    english, arabic = (track.transcript for track in fetched["manualSubs1"].video.tracks)
    assert english.cues[1].text == "An arch carries load by <compression>."
    assert (english.cues[1].start_ms, english.cues[1].end_ms) == (4_000, 8_000)
    assert arabic.cues[0].text == "مرحبا بكم في المحاضرة"
    assert (arabic.format, arabic.language) == (CaptionFormat.JSON3, "ar")


@pytest.mark.parametrize(
    ("video_id", "tracks"), [("manualSubs1", 2), ("longTalk001", 1), ("autoOnly001", 1), ("bothKinds01", 1)]
)
def test_two_requests_and_one_per_track(video_id: str, tracks: int, fetched: dict[str, Fetched]) -> None:
    assert fetched[video_id].addresses == [*PAGE_AND_PLAYER, *[CAPTIONS] * tracks]


def test_generic_types_in_a_code_lecture_survive(fetched: dict[str, Fetched]) -> None:
    text = " ".join(cue.text for cue in fetched["codeTalk001"].video.tracks[0].transcript.cues)
    assert "List<T>, for Set<T> and for Map<K, V>" in text
    assert "List&lt;T&gt;" in text


def test_a_long_lecture_has_one_written_track_and_its_chapters(fetched: dict[str, Fetched]) -> None:
    video = fetched["longTalk001"].video
    assert _languages(video) == [("manual", "en")]
    assert len(video.chapters) == 9
    assert video.tracks[0].transcript.cues[-1].end_ms > 14 * 60_000


def test_automatic_captions_are_not_doubled_and_do_not_overlap(fetched: dict[str, Fetched]) -> None:
    (track,) = fetched["autoOnly001"].video.tracks
    cues = track.transcript.cues
    assert track.kind is TrackKind.AUTOMATIC
    assert " ".join(cue.text for cue in cues).count("so today we are going to talk about rivers") == 1
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(cues))


def test_a_page_with_a_day_only_gives_midnight(fetched: dict[str, Fetched]) -> None:
    assert fetched["autoOnly001"].video.published_at == datetime(2026, 1, 5, tzinfo=UTC)


def test_chapters_in_the_description_are_found(fetched: dict[str, Fetched]) -> None:
    video = fetched["autoOnly001"].video
    assert [chapter.start_ms for chapter in video.chapters] == [0, 20_000, 40_000]


def test_a_single_chapter_is_none(fetched: dict[str, Fetched]) -> None:
    assert fetched["oneChapter1"].video.chapters == ()


def test_the_written_track_of_the_spoken_language_is_enough(fetched: dict[str, Fetched]) -> None:
    assert _languages(fetched["bothKinds01"].video) == [("manual", "en-GB")]


def test_one_of_two_named_tracks_is_fetched_by_its_name(fetched: dict[str, Fetched]) -> None:
    video, requests = fetched["namedTrack1"]
    assert [track.name for track in video.tracks] == ["German - Untertitel"]
    assert requests[-1].query["name"] == "Untertitel"


def test_an_empty_track_is_left_out_when_another_is_there(fetched: dict[str, Fetched]) -> None:
    assert _languages(fetched["halfEmpty01"].video) == [("manual", "ar")]


def test_a_video_for_kids_is_opened_by_the_second_rung_and_keeps_its_date(fetched: dict[str, Fetched]) -> None:
    video, requests = fetched["kidsOnly001"]
    assert _languages(video) == [("manual", "en")]
    assert (video.channel, video.published_at is not None) == ("Stand-in Lectures", True)
    assert [request.client for request in requests] == [None, "VISIONOS", "ANDROID", None]


def test_no_cookies_are_sent_unless_given(fetched: dict[str, Fetched]) -> None:
    assert not [request for each in fetched.values() for request in each.requests if "SID=" in request.cookie]


async def test_wanted_languages_come_first(settings: YouTubeSettings) -> None:
    video = await extract_video("bothKinds01", replace(settings, languages=("ja", "fr", "de")))
    assert _languages(video) == [("manual", "ja"), ("manual", "de"), ("manual", "en-GB")]


async def test_the_number_of_tracks_is_bounded(settings: YouTubeSettings) -> None:
    video = await extract_video("bothKinds01", replace(settings, languages=("ja", "de"), max_tracks=2))
    assert _languages(video) == [("manual", "ja"), ("manual", "en-GB")]


async def test_a_translation_is_never_asked_for(settings: YouTubeSettings, standin: YouTubeStandin) -> None:
    await extract_video("bothKinds01", replace(settings, languages=("ar", "de", "ja")))
    assert not [request for request in standin.log() if "tlang" in request.query]


async def test_cookies_are_sent_and_leave_the_choice_of_clients_to_yt_dlp(
    settings: YouTubeSettings, standin: YouTubeStandin
) -> None:
    video = await extract_video("manualSubs1", replace(settings, cookies=COOKIES))
    assert len(video.tracks) == 2
    assert all("SID=made-up" in request.cookie for request in standin.log())
    assert "VISIONOS" not in {request.client for request in standin.log()}


async def test_the_order_of_clients_is_a_setting(settings: YouTubeSettings, standin: YouTubeStandin) -> None:
    await extract_video("manualSubs1", replace(settings, clients=("android", "web")))
    assert [request.client for request in standin.log() if request.client] == ["ANDROID"]


async def test_steps_are_told_in_order(settings: YouTubeSettings) -> None:
    steps: list[str] = []
    await extract_video("manualSubs1", settings, on_step=steps.append)
    assert steps == [
        "Asking YouTube about the video",
        "Fetching captions: English (1 of 2)",
        "Fetching captions: Arabic (2 of 2)",
    ]


async def test_what_is_no_id_starts_no_process(settings: YouTubeSettings, standin: YouTubeStandin) -> None:
    with pytest.raises(BadLink):
        await extract_video("https://youtu.be/manualSubs1", settings)
    assert standin.log() == []
