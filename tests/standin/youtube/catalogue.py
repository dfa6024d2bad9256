"""The videos of the stand-in: one for every answer that YouTube is known to give. All of it is made up.

An id is eleven characters, as everywhere. `VIDEOS[id]` is what YouTube knows; an id that is not here does not
exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from tests.standin.youtube.captions import Line, read_lecture

CHANNEL = "Stand-in Lectures"
CHANNEL_ID = "UCstandinstandinstandin0"


@dataclass(frozen=True)
class Track:
    """One caption track. `body` replaces it: "empty" and "no events" are the two ways to ask for a token."""

    language: str
    label: str
    lines: tuple[Line, ...]
    automatic: bool = False
    name: str = ""
    body: str | None = None
    needs_token: bool = False


@dataclass(frozen=True)
class Video:
    """What YouTube knows of a video.

    `refusal` is the playability status for the players that are not in `playable_as`, which is None for all.
    `known` is False when YouTube does not even tell the title. `published` is a time with zone, or None for
    the pages that carry only a day.
    """

    title: str
    duration_seconds: int = 30
    description: str = ""
    published: str | None = "2026-01-05T09:30:00-08:00"
    chapters: tuple[tuple[int, str], ...] = ()
    tracks: tuple[Track, ...] = ()
    refusal: dict[str, Any] | None = None
    playable_as: frozenset[str] | None = None
    known: bool = True
    details: dict[str, Any] = field(default_factory=dict)
    broadcast: dict[str, Any] | None = None


def _lines(*texts: str, seconds: int = 4) -> tuple[Line, ...]:
    return tuple(Line(number * seconds * 1000, seconds * 1000, text) for number, text in enumerate(texts))


def _no(status: str, reason: str, subreason: str | None = None, **more: Any) -> dict[str, Any]:
    answer: dict[str, Any] = {"status": status, "reason": reason, **more}
    if subreason:
        screen = {"reason": {"simpleText": reason}, "subreason": {"simpleText": subreason}}
        answer["errorScreen"] = {"playerErrorMessageRenderer": screen}
    return answer


def _refused(title: str, refusal: dict[str, Any], **more: Any) -> Video:
    return Video(title, refusal=refusal, playable_as=frozenset(), **more)


_BRIDGES_EN = _lines("Welcome & hello.", "An arch carries load by <compression>.", "[Music] ♪")
_BRIDGES_AR = _lines("مرحبا بكم في المحاضرة", "القوس يحمل الحمل بالضغط")
_TIDES = read_lecture("tides")
_GENERICS = read_lecture("generics")
_RIVERS = read_lecture("rivers")
_ONE = _lines("A single line.")


def _english(lines: tuple[Line, ...], **more: Any) -> Track:
    return Track("en", "English", lines, **more)


def _heard(language: str, label: str, lines: tuple[Line, ...]) -> Track:
    return Track(language, f"{label} (auto-generated)", lines, automatic=True)


_GOOD = {
    "manualSubs1": Video(
        "Bridges & arches: a <short> lecture",
        600,
        "About bridges.\n\nNo chapters here.",
        chapters=((0, "Opening"), (120, "Arches"), (400, "Suspension bridges")),
        tracks=(_english(_BRIDGES_EN), Track("ar", "Arabic", _BRIDGES_AR)),
    ),
    "longTalk001": Video(
        "The sea, lecture 3: why there are tides",
        _TIDES.duration_seconds,
        "The third lecture of the course on the sea.",
        chapters=_TIDES.chapters,
        tracks=(_english(_TIDES.lines), _heard("en", "English", _TIDES.lines)),
    ),
    "codeTalk001": Video(
        "Generics: List<T> in fifteen sentences",
        _GENERICS.duration_seconds,
        "0:00 A list that takes anything\n" + "All code is on the page of the course.",
        chapters=_GENERICS.chapters,
        tracks=(_english(_GENERICS.lines),),
    ),
    "autoOnly001": Video(
        "Rivers, as a machine heard them",
        _RIVERS.duration_seconds,
        "00:00 Start\n00:20 Middle\n00:40 End",
        published=None,
        tracks=(_heard("en", "English", _RIVERS.lines),),
    ),
    "bothKinds01": Video(
        "Written and automatic captions",
        tracks=(
            Track("de", "German", _lines("Guten Tag.")),
            Track("en-GB", "English (United Kingdom)", _lines("Good day.")),
            Track("ja", "Japanese", _lines("こんにちは。")),
            _heard("en", "English", _lines("good day")),
        ),
    ),
    "namedTrack1": Video(
        "Two written tracks of one language",
        tracks=(
            Track("de", "German - Untertitel", _lines("Guten Tag."), name="Untertitel"),
            Track("de", "German - Erweitert", _lines("[Tür] Guten Tag."), name="Erweitert"),
            _heard("de", "German", _lines("guten tag")),
        ),
    ),
    "kidsOnly001": Video(
        "Made for kids",
        tracks=(_english(_ONE),),
        refusal=_no("UNPLAYABLE", "This video is not available"),
        playable_as=frozenset({"ANDROID"}),
    ),
    "halfEmpty01": Video(
        "One track is empty, the other is not",
        tracks=(_english((), body="empty"), Track("ar", "Arabic", _BRIDGES_AR)),
    ),
    "oneChapter1": Video("A single chapter", chapters=((0, "Everything"),), tracks=(_english(_ONE),)),
}

_WITHOUT_CAPTIONS = {
    "noCaption01": Video("No captions at all"),
    "potWanted01": Video("Captions for the own player", tracks=(_english(_ONE, needs_token=True),)),
    "emptyBody01": Video("Captions with an empty body", tracks=(_english((), body="empty"),)),
    "noEvents001": Video("Captions without events", tracks=(_english((), body="no events"),)),
    "liveNow0001": Video("Live now", 0, details={"isLive": True, "isLiveContent": True}, broadcast={"isLiveNow": True}),
    "premiere001": _refused(
        "A premiere",
        _no("LIVE_STREAM_OFFLINE", "Premieres in 3 hours"),
        details={"isUpcoming": True},
        broadcast={"startTimestamp": "2027-03-01T18:00:00+00:00"},
    ),
}

_FORBIDDEN = {
    "private0001": _refused(
        "",
        _no("LOGIN_REQUIRED", "This is a private video. Please sign in to verify that you may see it."),
        known=False,
    ),
    "private0002": _refused("", _no("LOGIN_REQUIRED", "This video is private", "Ask its owner."), known=False),
    "removed0001": _refused(
        "", _no("ERROR", "Video unavailable", "This video has been removed by the uploader"), known=False
    ),
    "ageGate0001": _refused(
        "Age gated",
        _no(
            "LOGIN_REQUIRED",
            "Sign in to confirm your age",
            "This video may be inappropriate for some users.",
            desktopLegacyAgeGateReason=1,
        ),
    ),
    "botCheck001": _refused(
        "", _no("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot", "This helps."), known=False
    ),
    "rateLimit01": _refused(
        "",
        _no("UNPLAYABLE", "Video unavailable", "This content isn't available, try again later."),
        known=False,
    ),
    "members0001": _refused(
        "Members only",
        _no("UNPLAYABLE", "Join this channel to get access to members-only content like this video."),
    ),
    "members0002": _refused(
        "A level of members",
        _no("UNPLAYABLE", "This video is available to this channel's members on level: Gold (or higher)."),
    ),
    "premium0001": _refused("Premium only", _no("UNPLAYABLE", "This video is only available to Music Premium members")),
    "filmSale001": _refused(
        "A film for sale",
        _no(
            "UNPLAYABLE",
            "This video requires payment to watch.",
            errorScreen={"playerLegacyDesktopYpcTrailerRenderer": {"trailerVideoId": "manualSubs1"}},
        ),
    ),
    "geoBlock001": _refused(
        "Geo blocked",
        _no(
            "UNPLAYABLE",
            "Video unavailable",
            "The uploader has not made this video available in your country",
        ),
    ),
    "strangeNo01": _refused("A new kind of no", _no("UNPLAYABLE", "The tide has taken this video.")),
}

VIDEOS = MappingProxyType({**_GOOD, **_WITHOUT_CAPTIONS, **_FORBIDDEN})
