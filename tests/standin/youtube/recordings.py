"""Answers from a folder of recorded YouTube traffic, where there is one. It is never part of the project.

`index.json` lists the pairs: {"url", "client", "request": {…}, "file"}. Caption bodies were not recorded, so
every recorded video speaks the same few made-up lines.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.standin.youtube.answers import Answer, as_json, watch_page
from tests.standin.youtube.captions import Line, manual_json3

if TYPE_CHECKING:
    from pathlib import Path

_PLAYER = "player"
_SHORT = "reel/reel_item_watch"
_LINES = (Line(0, 3000, "This line was not recorded."), Line(3000, 3000, "Neither was this one."))


class Recordings:
    """Recorded answers, found by video id and by the kind of player that asked."""

    def __init__(self, folder: Path) -> None:
        self._players: dict[tuple[str, str], dict[str, Any]] = {}
        self._next: dict[str, dict[str, Any]] = {}
        for entry in json.loads((folder / "index.json").read_text("utf-8")):
            endpoint = entry["url"].split("/youtubei/v1/")[-1].split("?")[0]
            if endpoint in {_PLAYER, _SHORT, "next"}:
                recorded = json.loads((folder / entry["file"]).read_text("utf-8"))
                self._add(endpoint, entry, recorded)

    def _add(self, endpoint: str, entry: dict[str, Any], recorded: dict[str, Any]) -> None:
        request = entry["request"]
        if endpoint == "next":
            self._next[request.get("videoId", "")] = recorded
        elif endpoint == _SHORT and recorded:
            video_id = request["playerRequest"]["videoId"]
            self._players[video_id, entry["client"]] = recorded["playerResponse"]
        elif endpoint == _PLAYER:
            self._players[request["videoId"], entry["client"]] = recorded

    def answer(self, path: str, query: dict[str, str], body: dict[str, Any]) -> Answer | None:
        """The recorded answer to a request, or None when the catalogue has to answer."""
        video_id = query.get("v") or body.get("videoId") or ""
        if not any(known == video_id for known, _ in self._players):
            return None
        if path == "/youtubei/v1/player":
            client = body.get("context", {}).get("client", {}).get("clientName", "")
            return as_json(self._player(video_id, client))
        if path == "/youtubei/v1/next":
            return as_json(self._following(video_id))
        if path == "/watch":
            return watch_page(self._page_player(video_id), self._following(video_id))
        if path == "/api/timedtext":
            return Answer(200, "application/json", manual_json3(_LINES))
        return None

    def _player(self, video_id: str, client: str) -> dict[str, Any]:
        """What a player was told; failing videos were recorded with one player only, which speaks for all."""
        for name in (client, "VISIONOS", "ANDROID"):
            if (video_id, name) in self._players:
                return self._players[video_id, name]
        return {}

    def _page_player(self, video_id: str) -> dict[str, Any]:
        """The page's own player answer: recorded in parts, without captions, as these would need a token."""
        status = self._player(video_id, "VISIONOS").get("playabilityStatus", {})
        return {
            "playabilityStatus": status,
            **self._players.get((video_id, "WEB"), {"videoDetails": {"videoId": video_id}}),
        }

    def _following(self, video_id: str) -> dict[str, Any]:
        return self._next.get(video_id, {"contents": {"recorded": False}})
