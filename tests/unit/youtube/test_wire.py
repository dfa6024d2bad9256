"""The messages between the two processes lose nothing."""

from __future__ import annotations

import json
from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from app.videos.types import CaptionFormat, CaptionTrack, Chapter, Cue, ExtractedVideo, TrackKind, Transcript
from app.videos.youtube.settings import YouTubeSettings
from app.videos.youtube.wire import dump_request, dump_video, load_request, load_video

_MS = st.integers(0, 10**9)
_CUES = st.lists(st.builds(Cue, _MS, _MS, st.text())).map(tuple)


@st.composite
def _tracks(draw: st.DrawFn) -> CaptionTrack:
    language = draw(st.text())
    transcript = Transcript(draw(_CUES), CaptionFormat.JSON3, language)
    return CaptionTrack(draw(st.sampled_from(TrackKind)), language, draw(st.text()), transcript)


_VIDEOS = st.builds(
    ExtractedVideo,
    youtube_id=st.text(),
    title=st.text(),
    channel=st.none() | st.text(),
    channel_id=st.none() | st.text(),
    duration_ms=st.none() | _MS,
    published_at=st.none() | st.datetimes(timezones=st.just(UTC)),
    description=st.text(),
    chapters=st.lists(st.builds(Chapter, st.text(), _MS, st.none() | _MS)).map(tuple),
    tracks=st.lists(_tracks()).map(tuple),
)


@given(_VIDEOS)
def test_a_video_comes_back_as_it_went(video: ExtractedVideo) -> None:
    assert load_video(json.loads(json.dumps(dump_video(video)))) == video


def test_a_request_comes_back_as_it_went() -> None:
    settings = YouTubeSettings(proxy="http://p", languages=("en", "ar"), cookies="text", pause_seconds=0.5)
    message = json.loads(json.dumps(dump_request("dQw4w9WgXcQ", settings)))
    assert load_request(message) == ("dQw4w9WgXcQ", settings)
