"""What YouTube can say instead of a transcript: the one table of outcomes, and the one list of its wordings.

The reasons arrive as English text (yt-dlp always asks in English) and change over the years. A wording nobody
has seen becomes `internal` and stands in the log, so that it can be added here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import ExtractionFailed

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_SAID_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Outcome:
    """One kind of "no".

    `explanation` and `remedy` are one sentence each, for a person. `retryable`: the same request may succeed
    after a while although nobody changes anything, so that a background job should try again by itself.
    """

    code: str
    explanation: str
    remedy: str
    retryable: bool = False


_UPLOAD_INSTEAD = "If you have its captions as a file, upload that instead."

_TABLE = (
    Outcome("no_captions", "This video has no captions, neither written nor automatic.", _UPLOAD_INSTEAD),
    Outcome(
        "captions_need_token",
        "This video has captions, but YouTube gives them only to its own player.",
        "Try again later or through another proxy, or upload the captions as a file.",
    ),
    Outcome("private", "This video is private.", "Ask its owner to make it public or unlisted."),
    Outcome("unavailable", "This video does not exist or has been removed.", "Check the link."),
    Outcome(
        "age_restricted",
        "YouTube shows this video only to people who are signed in and of age.",
        "Give the product the cookies of a signed-in browser in its settings.",
    ),
    Outcome(
        "bot_check",
        "YouTube wants proof that this server is not a bot.",
        "Try again later, or set another proxy in the settings.",
        retryable=True,
    ),
    Outcome(
        "rate_limited",
        "YouTube gets too many requests from this address.",
        "Try again in an hour, or set another proxy in the settings.",
        retryable=True,
    ),
    Outcome("members_only", "Only members of the channel can see this video.", _UPLOAD_INSTEAD),
    Outcome("premium_only", "This video has to be paid for.", _UPLOAD_INSTEAD),
    Outcome(
        "geo_blocked",
        "This video is not shown in the country of this server.",
        "Set a proxy in another country in the settings.",
    ),
    Outcome("upcoming", "This video has not started yet.", "Come back when it is over."),
    Outcome("live", "This video is live, and its captions are complete only when it has ended.", "Come back then."),
    Outcome(
        "network",
        "YouTube could not be reached, or its answer broke off.",
        "Check the connection and the proxy, and try again.",
        retryable=True,
    ),
    Outcome(
        "internal",
        "Something went wrong that this version can't explain.",
        "Try again, and report it if it stays.",
    ),
)

OUTCOMES: Mapping[str, Outcome] = MappingProxyType({outcome.code: outcome for outcome in _TABLE})

# The first match wins. What YouTube says about the video stands above what went wrong on the way: a watch
# page that was refused with 429 is harmless when the player then says "private". Recorded or seen wordings
# only.
_WORDINGS = (
    ("bot_check", r"not a bot|captcha challenge"),
    ("rate_limited", r"rate-limited by YouTube|content isn.t available, try again later"),
    ("private", r"private video|video is private"),
    ("age_restricted", r"confirm your age|age-restricted|inappropriate for some users"),
    ("members_only", r"members-only|channel.s members|join this channel"),
    ("premium_only", r"premium members|requires payment"),
    ("geo_blocked", r"in your country|from your location"),
    ("upcoming", r"premieres in|will begin in"),
    # not the reason phrase of HTTP 503
    (
        "unavailable",
        r"(?<!service )(?<!temporarily )unavailable|video is not available|removed|terminated|not exist",
    ),
    ("rate_limited", r"HTTP Error 429|too many requests"),
    (
        "network",
        (
            r"unable to (download|connect)|HTTP Error \d|timed? ?out|connection|incomplete read|certificate"
            r"|proxy|failed to (parse JSON|extract any player)|player responses are invalid|name resolution"
        ),
    ),
    # below the network: the web player always lacks a token, so this alone says that the others answered
    ("captions_need_token", r"missing subtitles languages because a PO token"),
)
_RULES = tuple((code, re.compile(wording, re.IGNORECASE)) for code, wording in _WORDINGS)

# Signed caption addresses are good for hours, and a proxy's address may hold a password: neither belongs in a
# log.
_QUERY = re.compile(r"\?[^\s'\"<>()]*=[^\s'\"<>()]*")
_USER_INFO = re.compile(r"//[^\s/@'\"]+@")


class RefusalError(Exception):
    """YouTube's "no" inside the child process.

    `said` is YouTube's (or the network's) own text, for the log. `final` means that asking as another kind of
    player can't help. `due_at` is when an upcoming video starts, in seconds since 1970.
    """

    def __init__(self, code: str, said: str = "", *, final: bool = True, due_at: int | None = None) -> None:
        super().__init__(f"{code}: {said}")
        self.code = code
        self.said = redact(said)
        self.final = final
        self.due_at = due_at


def classify(text: str) -> str | None:
    """The code of the outcome that YouTube's wording means, or None when no rule knows it."""
    return next((code for code, pattern in _RULES if pattern.search(text)), None)


def failure(code: str, *, said: str = "", due_at: int | None = None) -> ExtractionFailed:
    """The error of an outcome, with a detail fit for people. A code outside the table becomes `internal`."""
    outcome = OUTCOMES.get(code, OUTCOMES["internal"])
    sentences = [outcome.explanation]
    if outcome.code == "internal" and said:
        sentences.append(f"YouTube said: {redact(said).removeprefix('[youtube] ')}")
    if outcome.code == "upcoming" and due_at is not None:
        sentences.append(f"It starts on {datetime.fromtimestamp(due_at, UTC):%Y-%m-%d at %H:%M} UTC.")
    sentences.append(outcome.remedy)
    return ExtractionFailed(" ".join(sentences), code=outcome.code, retryable=outcome.retryable)


def redact(text: str) -> str:
    """The text in one line of at most 300 characters, without query strings and passwords."""
    plain = _USER_INFO.sub("//…@", _QUERY.sub("?…", " ".join(text.split())))
    return plain if len(plain) <= MAX_SAID_CHARACTERS else plain[: MAX_SAID_CHARACTERS - 1] + "…"
