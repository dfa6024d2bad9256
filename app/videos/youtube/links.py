"""From what a person pastes to the eleven characters that name one YouTube video, and back.

Nothing else of the pasted text is ever used: the address that is fetched is built from the id alone. The
strictness here is therefore about honest answers ("this is a playlist"), not the only guard against fetching
a foreign address.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NoReturn
from urllib.parse import SplitResult, parse_qs, urlsplit

from app.errors import BadLink

MAX_LINK_CHARACTERS = 2_000

_ID = re.compile(r"[A-Za-z0-9_-]{11}", re.ASCII)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://", re.ASCII)
# Eleven letters each, and words of YouTube's own: /embed/videoseries?list=…, /embed/live_stream?channel=…
_NOT_IDS = frozenset({"videoseries", "live_stream"})

_SHORT_HOSTS = frozenset({"youtu.be", "www.youtu.be"})
_LONG_HOSTS = frozenset(
    {
        "youtube.com",
        "www.youtube.com",
        "m.youtube.com",
        "music.youtube.com",
        "gaming.youtube.com",
        "youtube-nocookie.com",
        "www.youtube-nocookie.com",
        "www.youtubekids.com",
        "youtube.googleapis.com",
    }
)
_ID_FOLDERS = frozenset({"shorts", "live", "embed", "v", "vi", "e", "watch"})
_CHANNEL_FOLDERS = frozenset({"channel", "c", "user"})
# Addresses that carry the real link in a parameter: "share" mails and players that ask how to embed.
_WRAPPERS = {"attribution_link": "u", "oembed": "url"}


def parse_video_link(text: str) -> str:
    """The video id in a pasted link, or in a bare id.

    Raises `BadLink` with a sentence for the person and one of the codes `link_empty`, `link_too_long`,
    `link_not_youtube`, `link_is_playlist`, `link_is_channel`, `link_no_video`; never anything else.
    """
    link = text.strip(" \t\r\n")
    if not link:
        raise BadLink("Paste a link to a YouTube video.", code="link_empty")
    if len(link) > MAX_LINK_CHARACTERS:
        raise BadLink(
            f"This is longer than {MAX_LINK_CHARACTERS:,} characters. Paste only the link of one video.",
            code="link_too_long",
        )
    if _is_id(link):
        return link
    return _id_of(_split(link))


def watch_url(video_id: str) -> str:
    """The address of a video's page, and of nothing else: `BadLink` when `video_id` is no id."""
    if not _is_id(video_id):
        raise BadLink("This is not the id of a YouTube video.", code="link_no_video")
    return f"https://www.youtube.com/watch?v={video_id}"


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None and text not in _NOT_IDS


def _split(link: str) -> SplitResult:
    """The parts of a link whose host is YouTube's."""
    if any(unicodedata.category(character)[0] in "CZ" for character in link):
        _not_youtube("This is not a link: it holds spaces or invisible characters.")
    try:
        parts = urlsplit(link if _SCHEME.match(link) else "https://" + link.removeprefix("//"))
        port = parts.port
    except ValueError:  # a port or a bracket that can't be read
        _not_youtube()
    # Other scripts are welcome behind the "?" (browsers write ab_channel=… so), but not where they can pose
    # as ASCII.
    plain = (parts.netloc + parts.path).isascii() and "\\" not in parts.netloc + parts.path
    if parts.scheme not in {"http", "https"} or port not in {None, 80, 443} or "@" in parts.netloc or not plain:
        _not_youtube()
    if parts.hostname not in _SHORT_HOSTS | _LONG_HOSTS:
        _not_youtube()
    return parts


def _id_of(parts: SplitResult, *, unwrap: bool = True) -> str:
    # A "&" in the path is a "?" that somebody mistyped: youtu.be/ID&t=5.
    segments = [segment.split("&")[0] for segment in parts.path.split("/") if segment]
    query = parse_qs(parts.query)
    if unwrap and segments and (parameter := _WRAPPERS.get(segments[0])):
        return _id_inside(query.get(parameter, [""])[0])
    for candidate in (_id_in_path(parts, segments), query.get("v", [""])[0], query.get("vi", [""])[0]):
        if _is_id(candidate):
            return candidate
    raise _no_id(segments, query)


def _id_inside(link: str) -> str:
    """The id in a link that was the parameter of another link; one level only."""
    address = "https://www.youtube.com" + link if link.startswith("/") else link
    return _id_of(_split(address), unwrap=False)


def _id_in_path(parts: SplitResult, segments: list[str]) -> str:
    if parts.hostname in _SHORT_HOSTS:
        return segments[0] if segments else ""
    if len(segments) > 1 and segments[0] in _ID_FOLDERS:
        return segments[1]
    return ""


def _no_id(segments: list[str], query: dict[str, list[str]]) -> BadLink:
    """What a YouTube link without an id is instead."""
    first = segments[0] if segments else ""
    if first.startswith("@") or first in _CHANNEL_FOLDERS or "live_stream" in segments:
        return BadLink(
            "This is a link to a channel. Open one of its videos and paste the link of that video.",
            code="link_is_channel",
        )
    if first == "playlist" or "list" in query:
        return BadLink(
            "This is a link to a playlist. Playlists come in a later version: paste one video of it.",
            code="link_is_playlist",
        )
    return BadLink(
        "This YouTube link names no video. Open the video and copy its address.",
        code="link_no_video",
    )


def _not_youtube(
    detail: str = "This is not a link to YouTube. Paste the link of one YouTube video.",
) -> NoReturn:
    raise BadLink(detail, code="link_not_youtube")
