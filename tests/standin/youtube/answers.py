"""YouTube's answers about the catalogue, as small as real clients accept them."""

from __future__ import annotations

import html
import json
from typing import Any, NamedTuple
from urllib.parse import urlencode

from tests.standin.youtube.captions import automatic_json3, empty_json3, manual_json3
from tests.standin.youtube.catalogue import CHANNEL, CHANNEL_ID, VIDEOS, Track, Video

_SUFFIXES = ("youtube.com", "youtu.be", "ytimg.com", "googlevideo.com", "googleapis.com")
_TRANSLATIONS = {"en": "English", "de": "German", "ar": "Arabic", "ja": "Japanese"}


class Answer(NamedTuple):
    """Status, media type and body of an HTTP answer."""

    status: int
    media_type: str
    body: bytes


def knows_host(host: str) -> bool:
    """Whether a host belongs to YouTube."""
    return any(host == suffix or host.endswith("." + suffix) for suffix in _SUFFIXES)


def answer(path: str, query: dict[str, str], body: dict[str, Any]) -> Answer:
    """The answer to one request; 404 for what YouTube has and the stand-in has not."""
    if path == "/watch":
        return watch_page(player(query.get("v", ""), "WEB"), following(query.get("v", "")))
    if path == "/youtubei/v1/player":
        client = body.get("context", {}).get("client", {}).get("clientName", "")
        return as_json(player(body.get("videoId", ""), client))
    if path == "/youtubei/v1/next":
        return as_json(following(body.get("videoId", "")))
    if path == "/api/timedtext":
        return timedtext(query)
    return Answer(404, "text/html", b"<html>not in the stand-in</html>")


def as_json(value: Any) -> Answer:
    """A JSON answer."""
    return Answer(200, "application/json; charset=UTF-8", json.dumps(value, ensure_ascii=False).encode())


def watch_page(player_answer: dict[str, Any], next_answer: dict[str, Any]) -> Answer:
    """The page of a video with the two answers that YouTube puts into it."""
    configuration = {
        "INNERTUBE_API_KEY": "standin_key",
        "VISITOR_DATA": "standin_visitor",
        "INNERTUBE_CONTEXT": {"client": {"clientName": "WEB", "clientVersion": "2.20260708.00.00"}},
    }
    title = player_answer.get("videoDetails", {}).get("title", "")
    page = (
        f"<!doctype html><title>{html.escape(title)}</title>"
        f"<script>ytcfg.set({json.dumps(configuration)});</script>"
        f"<script>var ytInitialPlayerResponse = {json.dumps(player_answer)};</script>"
        f"<script>var ytInitialData = {json.dumps(next_answer)};</script>"
    )
    return Answer(200, "text/html; charset=utf-8", page.encode())


def player(video_id: str, client: str) -> dict[str, Any]:
    """Whether and how a kind of player may play a video, with details and caption tracks."""
    video = VIDEOS.get(video_id)
    if video is None:
        status = {"status": "ERROR", "reason": "This video is unavailable"}
        return {"playabilityStatus": status, "videoDetails": {"videoId": video_id}}
    plays = video.playable_as is None or client in video.playable_as
    status = {"status": "OK"} if plays else video.refusal or {"status": "ERROR"}
    result: dict[str, Any] = {
        "playabilityStatus": status,
        "videoDetails": {"videoId": video_id, **(_details(video) if video.known else {})},
    }
    if plays and video.tracks:
        result["captions"] = {"playerCaptionsTracklistRenderer": _track_list(video_id, video, client)}
    if client == "WEB" and video.known:
        result["microformat"] = {"playerMicroformatRenderer": _microformat(video)}
    return result


def _details(video: Video) -> dict[str, Any]:
    return {
        "title": video.title,
        "lengthSeconds": str(video.duration_seconds),
        "channelId": CHANNEL_ID,
        "author": CHANNEL,
        "shortDescription": video.description,
        "viewCount": "1234",
        "isLiveContent": False,
        **video.details,
    }


def _microformat(video: Video) -> dict[str, Any]:
    result: dict[str, Any] = {"category": "Education", "externalChannelId": CHANNEL_ID}
    if video.published:
        result["uploadDate"] = video.published
    if video.broadcast:
        result["liveBroadcastDetails"] = video.broadcast
    return result


def _track_list(video_id: str, video: Video, client: str) -> dict[str, Any]:
    languages = [{"languageCode": code, "languageName": _runs(name)} for code, name in _TRANSLATIONS.items()]
    return {
        "captionTracks": [_track(video_id, track, client) for track in video.tracks],
        "translationLanguages": languages,
    }


def _track(video_id: str, track: Track, client: str) -> dict[str, Any]:
    prefix = "a." if track.automatic else "."
    return {
        "baseUrl": _signed_url(video_id, track, client),
        "name": _runs(track.label),
        "vssId": prefix + track.language + (f".{track.name}-id" if track.name else ""),
        "languageCode": track.language,
        "isTranslatable": True,
        **({"kind": "asr"} if track.automatic else {}),
    }


def _signed_url(video_id: str, track: Track, client: str) -> str:
    """The address of a track. What web players get is worth nothing without a token, as on the real site."""
    query = {"v": video_id, "expire": "1790000000", "signature": "SECRET0SIGNATURE", "lang": track.language}
    if track.automatic:
        query["kind"] = "asr"
    if track.name:
        query["name"] = track.name
    if track.needs_token or client == "WEB":
        query["exp"] = "xpe"
    return f"https://www.youtube.com/api/timedtext?{urlencode(query)}"


def following(video_id: str) -> dict[str, Any]:
    """What stands below and beside a video: its channel, its day, its chapters."""
    video = VIDEOS.get(video_id)
    if video is None or not video.known:
        return {"contents": {"twoColumnWatchNextResults": {"results": {"results": {"contents": []}}}}}
    owner = {
        "title": _runs(CHANNEL),
        "subscriberCountText": {"simpleText": "1.5K subscribers"},
        "navigationEndpoint": {"browseEndpoint": {"canonicalBaseUrl": "/@standin"}},
    }
    contents = [
        {"videoPrimaryInfoRenderer": {"dateText": {"simpleText": "Jan 5, 2026"}}},
        {"videoSecondaryInfoRenderer": {"owner": {"videoOwnerRenderer": owner}}},
    ]
    result: dict[str, Any] = {
        "contents": {"twoColumnWatchNextResults": {"results": {"results": {"contents": contents}}}}
    }
    if video.chapters:
        result["engagementPanels"] = [_chapter_panel(video)]
    return result


def _chapter_panel(video: Video) -> dict[str, Any]:
    items = [
        {
            "macroMarkersListItemRenderer": {
                "title": {"simpleText": title},
                "timeDescription": {"simpleText": _clock(start)},
            }
        }
        for start, title in video.chapters
    ]
    content = {"macroMarkersListRenderer": {"contents": items}}
    return {"engagementPanelSectionListRenderer": {"content": content}}


def timedtext(query: dict[str, str]) -> Answer:
    """The body of a caption track; 404 for one that is not offered, and for other formats than json3."""
    video = VIDEOS.get(query.get("v", ""))
    wanted = (query.get("lang"), query.get("kind") == "asr", query.get("name", ""))
    for track in video.tracks if video else ():
        if (track.language, track.automatic, track.name) == wanted and query.get("fmt") == "json3":
            return _caption_body(track, token_missing=query.get("exp") == "xpe")
    return Answer(404, "text/html", b"")


def _caption_body(track: Track, *, token_missing: bool) -> Answer:
    if track.body == "empty" or token_missing:
        return Answer(200, "text/html; charset=UTF-8", b"")
    if track.body == "no events":
        body = empty_json3()
    else:
        body = automatic_json3(track.lines) if track.automatic else manual_json3(track.lines)
    return Answer(200, "application/json; charset=UTF-8", body)


def _runs(text: str) -> dict[str, Any]:
    return {"runs": [{"text": text}]}


def _clock(seconds: int) -> str:
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
