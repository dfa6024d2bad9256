"""The child process of one extraction, and the only place that imports yt-dlp.

    python -m app.videos.youtube.child < request.json        (messages: see wire.py)

A process of its own because yt-dlp can't be cancelled: an answer that drips a byte at a time holds it for as
long as the other side likes. The parent kills it at the deadline; should the parent be gone, an alarm does.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import yt_dlp
from yt_dlp.networking import Request
from yt_dlp.networking.exceptions import HTTPError, RequestError
from yt_dlp.utils import DownloadError

from app.errors import BadCaptionFile
from app.videos.transcripts import parse_json3
from app.videos.types import CaptionFormat, CaptionTrack, Cue, ExtractedVideo, Transcript
from app.videos.youtube.links import watch_url
from app.videos.youtube.metadata import describe
from app.videos.youtube.outcomes import RefusalError, classify, redact
from app.videos.youtube.rungs import HeardWarnings, Rung, options, rungs
from app.videos.youtube.tracks import OfferedTrack, choose_tracks, offered_tracks, spoken_language
from app.videos.youtube.wire import dump_failure, dump_video, load_request

if TYPE_CHECKING:
    from app.videos.youtube.settings import YouTubeSettings

Report = Callable[[str], None]

MAX_CAPTION_BYTES = 32 * 2**20
MAX_MEMORY_BYTES = 2 * 2**30
CAPTION_ATTEMPTS = 2
ALARM_GRACE_SECONDS = 5

# One player's answer that another player may not share: "made for kids" is "unavailable" to some of them.
_OPEN_TO_OTHERS = frozenset({"no_captions", "captions_need_token", "unavailable", "network", "internal"})
# When every rung refused, the most telling answer: there are captions; one player got none; something failed.
_TELLING = ("captions_need_token", "no_captions")
# A caption body without cues: what YouTube sends when it wants a token, with status 200.
_NO_CUES = frozenset({"caption_file_empty", "caption_file_no_cues"})


def extract(video_id: str, settings: YouTubeSettings, report: Report) -> ExtractedVideo:
    """The video with its tracks; raises `RefusalError`. Two requests and one per track when all is well."""
    refusals: list[RefusalError] = []
    known: dict[str, Any] = {}
    for rung in rungs(settings):
        try:
            tracks = _try_rung(rung, video_id, settings, known, report)
            return describe(video_id, known, tracks)
        except RefusalError as refusal:
            refusals.append(refusal)
            if refusal.final:
                break
    raise min(refusals, key=_tellingness)


def _try_rung(
    rung: Rung, video_id: str, settings: YouTubeSettings, known: dict[str, Any], report: Report
) -> tuple[CaptionTrack, ...]:
    """The tracks that this rung brings. Its news about the video join `known`; earlier rungs know better."""
    heard = HeardWarnings()
    with yt_dlp.YoutubeDL(options(rung, settings, heard)) as ydl:
        report("Asking YouTube about the video")
        info = _ask(ydl, video_id, heard)
        known.update({key: value for key, value in info.items() if known.get(key) is None})
        offers = offered_tracks(info)
        _refuse_without_tracks(info, offers, heard)
        chosen = choose_tracks(
            offers,
            languages=settings.languages,
            spoken=spoken_language(info, offers),
            limit=settings.max_tracks,
        )
        return _fetch_all(ydl, chosen, settings, report)


def _ask(ydl: yt_dlp.YoutubeDL, video_id: str, heard: HeardWarnings) -> Mapping[str, Any]:
    try:
        # not processed: processing picks formats, makes up titles and inserts chapters
        info = ydl.extract_info(watch_url(video_id), download=False, process=False)
    except DownloadError as error:
        cause = error.exc_info[1] if error.exc_info else None
        fallback = "network" if isinstance(getattr(cause, "cause", cause), RequestError) else "internal"
        said = f"{heard.text} | {error}"
        raise RefusalError(classify(said) or fallback, said) from error
    if not info:
        raise RefusalError(classify(heard.text) or "internal", heard.text or "an empty answer")
    if info.get("_type", "video") != "video":  # films for sale point to their trailer instead
        raise RefusalError("premium_only", heard.text or "another video was offered instead")
    return dict(info)


def _refuse_without_tracks(info: Mapping[str, Any], offers: Sequence[OfferedTrack], heard: HeardWarnings) -> None:
    """Raise when there is nothing to fetch, with the best known reason."""
    status = info.get("live_status")
    if status == "is_upcoming":
        raise RefusalError("upcoming", heard.text, due_at=info.get("release_timestamp"))
    if status == "is_live" or (status == "post_live" and not offers):
        raise RefusalError("live", heard.text)
    reason = classify(heard.text)
    if not info.get("title"):
        raise RefusalError(reason or "internal", heard.text or "an answer without a title")
    if not offers:
        unplayable = all(stream.get("format_note") == "storyboard" for stream in info.get("formats") or ())
        unknown_reason = unplayable and heard.has_reason(info["id"])
        code = reason or ("internal" if unknown_reason else "no_captions")
        raise RefusalError(code, heard.text, final=code not in _OPEN_TO_OTHERS)


def _fetch_all(
    ydl: yt_dlp.YoutubeDL, chosen: Sequence[OfferedTrack], settings: YouTubeSettings, report: Report
) -> tuple[CaptionTrack, ...]:
    """The chosen tracks that can be had; raises only when there is none."""
    fetched: list[CaptionTrack] = []
    refusals: list[RefusalError] = []
    for number, offer in enumerate(chosen, start=1):
        report(f"Fetching captions: {offer.name} ({number} of {len(chosen)})")
        time.sleep(settings.pause_seconds)
        try:
            cues = _fetch(ydl, offer)
        except RefusalError as refusal:
            refusals.append(refusal)
            if refusal.final:  # too many requests: one more would make it worse
                break
            continue
        transcript = Transcript(cues, CaptionFormat.JSON3, offer.language)
        fetched.append(CaptionTrack(offer.kind, offer.language, offer.name, transcript))
    if not fetched:
        raise min(refusals, key=lambda refusal: (not refusal.final, _tellingness(refusal)))
    return tuple(fetched)


def _fetch(ydl: yt_dlp.YoutubeDL, offer: OfferedTrack) -> tuple[Cue, ...]:
    body = _body(ydl, offer)
    if not body.strip():
        raise RefusalError("captions_need_token", "an empty caption body", final=False)
    if len(body) > MAX_CAPTION_BYTES:
        raise RefusalError("internal", f"a caption track of more than {MAX_CAPTION_BYTES} bytes", final=False)
    try:
        return parse_json3(body)
    except BadCaptionFile as error:
        if error.code in _NO_CUES:
            raise RefusalError("captions_need_token", "a caption body without cues", final=False) from error
        raise RefusalError("network", f"a caption body that can't be read: {error}", final=False) from error


def _body(ydl: yt_dlp.YoutubeDL, offer: OfferedTrack) -> bytes:
    """The body of a track. One more attempt after a dropped connection or a 5xx, none after a 4xx."""
    for attempt in range(1, CAPTION_ATTEMPTS + 1):
        try:
            body: bytes = ydl.urlopen(Request(offer.url)).read(MAX_CAPTION_BYTES + 1)
        except HTTPError as error:
            if error.status == 429:
                raise RefusalError("rate_limited", str(error)) from error
            if error.status < 500 or attempt == CAPTION_ATTEMPTS:
                raise RefusalError("network", str(error), final=False) from error
        except RequestError as error:
            if attempt == CAPTION_ATTEMPTS:
                raise RefusalError("network", str(error), final=False) from error
        else:
            return body
    raise AssertionError("unreachable: the last attempt returns or raises")


def _tellingness(refusal: RefusalError) -> int:
    return _TELLING.index(refusal.code) if refusal.code in _TELLING else len(_TELLING)


def main() -> None:
    """Read one request, write the messages. Whatever happens, the last message is a video or a failure."""
    send = _claim_stdout()
    try:
        video_id, settings = load_request(json.load(sys.stdin))
        _bound_this_process(settings)
        video = extract(video_id, settings, lambda step: send({"step": step}))
        send({"video": dump_video(video)})
    except RefusalError as refusal:
        send(dump_failure(refusal.code, said=refusal.said, due_at=refusal.due_at))
    except Exception as error:  # noqa: BLE001 - the edge of the process
        send(dump_failure("internal", trouble=redact(f"{type(error).__name__}: {error}")))


def _claim_stdout() -> Callable[[dict[str, Any]], None]:
    """The only way to the parent; what anybody else prints goes to stderr."""
    channel = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)

    def send(message: dict[str, Any]) -> None:
        channel.write(json.dumps(message, separators=(",", ":")) + "\n")
        channel.flush()

    return send


def _bound_this_process(settings: YouTubeSettings) -> None:
    """No more memory than any real video needs, and an end even if the parent died before it could end us."""
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(settings.deadline_seconds + ALARM_GRACE_SECONDS))
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has none, macOS refuses
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))


if __name__ == "__main__":
    main()
