"""How to reach YouTube and what to bring home."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class YouTubeSettings:
    """The settings of one extraction.

    - `proxy`: address of an HTTP or SOCKS proxy; None means direct, whatever the environment says.
    - `ca_file`: certificates to trust INSTEAD of the bundled ones, for a proxy that ends TLS itself.
    - `languages`: codes of languages to fetch besides the spoken one, the most wanted first; en takes en-GB.
    - `clients`: YouTube players to pose as, in order. A setting, because YouTube closes one now and then.
    - `cookies`: the text of a Netscape cookie file. With it yt-dlp chooses the clients: most refuse cookies.
    - `pause_seconds`: the wait between two requests of one extraction.
    - `deadline_seconds`: after this time the extraction is killed, whatever it does.
    - `max_tracks`: how many caption tracks to fetch at most; each costs one request.
    """

    proxy: str | None = None
    ca_file: str | None = None
    languages: tuple[str, ...] = ()
    clients: tuple[str, ...] = ("visionos", "web")
    cookies: str | None = None
    pause_seconds: float = 0
    deadline_seconds: float = 120
    max_tracks: int = 4
