"""The ways to ask YouTube about a video, in order, as options for yt-dlp."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.videos.youtube.settings import YouTubeSettings

SOCKET_TIMEOUT_SECONDS = 15


@dataclass(frozen=True)
class Rung:
    """One way to ask: the players to pose as (none: yt-dlp's choice), and what not to fetch."""

    clients: tuple[str, ...]
    skip: tuple[str, ...]
    cookies: str | None = None


class HeardWarnings:
    """A logger for yt-dlp that keeps its warnings: the reasons of failures arrive only there."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def debug(self, message: str) -> None:
        """Dropped: it is the running commentary."""

    def info(self, message: str) -> None:
        """Dropped like debug."""

    def warning(self, message: str) -> None:
        """Kept."""
        self._lines.append(message)

    error = warning

    @property
    def text(self) -> str:
        """Everything heard, in one line."""
        return " | ".join(self._lines)

    def has_reason(self, video_id: str) -> bool:
        """Whether YouTube gave a reason, even one no rule knows. yt-dlp's own remarks begin with the id."""
        remark = f"[youtube] {video_id}:"
        return any(line.startswith("[youtube] ") and not line.startswith(remark) for line in self._lines)


def rungs(settings: YouTubeSettings) -> tuple[Rung, Rung]:
    """The ways to ask, in order.

    The second costs one request, knows neither chapters nor the date, and opens videos "made for kids" and
    those whose captions the first may not have. It takes no cookies, as cookies can make captions worse.
    """
    clients = () if settings.cookies else settings.clients
    return (
        Rung(clients, ("js", "configs"), settings.cookies),
        Rung(("android",), ("js", "configs", "webpage", "initial_data")),
    )


def options(rung: Rung, settings: YouTubeSettings, heard: HeardWarnings) -> dict[str, Any]:
    """The options of yt-dlp. Each was measured: dropping one costs requests, data or the reason."""
    chosen: dict[str, Any] = {
        "quiet": True,
        "noprogress": True,
        "logger": heard,
        "color": "never",
        "skip_download": True,
        "noplaylist": True,
        "cachedir": False,
        "socket_timeout": SOCKET_TIMEOUT_SECONDS,
        "extractor_retries": 2,
        "retries": 2,
        "retry_sleep_functions": {"extractor": lambda n: min(2**n, 10)},
        "sleep_interval_requests": settings.pause_seconds,
        "allowed_extractors": ["youtube"],
        # restricted videos then still bring title and date; the reason comes as a warning
        "ignore_no_formats_error": True,
        # nothing is written: without these two yt-dlp is silent about tracks that it dropped for want of a
        # token
        "writesubtitles": True,
        "writeautomaticsub": True,
        "extractor_args": {
            "youtube": {
                "player_skip": list(rung.skip),
                "skip": ["hls", "dash", "translated_subs"],
                **({"player_client": list(rung.clients)} if rung.clients else {}),
            }
        },
    }
    if settings.proxy is not None:
        chosen["proxy"] = settings.proxy
    if settings.ca_file is not None:
        chosen["compat_opts"] = {"no-certifi"}  # the parent names the file in SSL_CERT_FILE
    if rung.cookies:
        chosen["cookiefile"] = io.StringIO(rung.cookies)  # a file would be rewritten at the end
    return chosen
