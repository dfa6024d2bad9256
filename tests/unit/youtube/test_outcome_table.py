"""The table of outcomes: every wording has its code, every code its sentences, and no secret gets through."""

from __future__ import annotations

import pytest

from app.videos.youtube.outcomes import OUTCOMES, classify, failure, redact

CODES = {
    "no_captions",
    "captions_need_token",
    "private",
    "unavailable",
    "age_restricted",
    "bot_check",
    "rate_limited",
    "members_only",
    "premium_only",
    "geo_blocked",
    "upcoming",
    "live",
    "network",
    "internal",
}

WORDINGS = [
    ("Private video. Sign in if you've been granted access to this video", "private"),
    ("This video is private", "private"),
    ("Video unavailable. This video is private", "private"),
    ("Video unavailable", "unavailable"),
    ("This video is not available", "unavailable"),
    ("This video has been removed by the uploader", "unavailable"),
    ("This video is no longer available because the account has been terminated.", "unavailable"),
    ("Sign in to confirm your age. This video may be inappropriate for some users.", "age_restricted"),
    ("Sign in to confirm you’re not a bot", "bot_check"),
    ("Video unavailable. YouTube is requiring a captcha challenge before playback", "bot_check"),
    ("Video unavailable. This content isn't available, try again later.", "rate_limited"),
    ("Join this channel to get access to members-only content", "members_only"),
    ("This video is available to this channel's members on level: Gold", "members_only"),
    ("This video is only available to Music Premium members", "premium_only"),
    ("This video requires payment to watch.", "premium_only"),
    ("Video unavailable. The uploader has not made this video available in your country", "geo_blocked"),
    ("Premieres in 3 hours", "upcoming"),
    ("This live event will begin in 5 minutes.", "upcoming"),
    ("x: There are missing subtitles languages because a PO token was not provided.", "captions_need_token"),
    ("Unable to download API page: HTTP Error 429: Too Many Requests", "rate_limited"),
    ("Unable to download API page: HTTP Error 503: Service Unavailable", "network"),
    ("HTTP Error 503: Service Temporarily Unavailable", "network"),
    ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "network"),
    ("('Unable to connect to proxy', NewConnectionError(...))", "network"),
    ("The read operation timed out", "network"),
    ("Failed to parse JSON", "network"),
    ("The tide has taken this video.", None),
]


@pytest.mark.parametrize(("text", "code"), WORDINGS)
def test_a_wording_has_its_code(text: str, code: str | None) -> None:
    assert classify(text) == code


def test_what_youtube_says_outranks_what_happened_on_the_way() -> None:
    assert classify("HTTP Error 429: Too Many Requests | This video is private") == "private"


def test_a_failed_player_outranks_the_token_that_the_page_lacks() -> None:
    assert classify("missing subtitles languages because a PO token | HTTP Error 403") == "network"


def test_the_table_has_exactly_the_agreed_codes() -> None:
    assert set(OUTCOMES) == CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_outcome_explains_and_helps_in_one_sentence_each(code: str) -> None:
    outcome = OUTCOMES[code]
    for sentence in (outcome.explanation, outcome.remedy):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert sentence.count(". ") == 0


def test_only_what_passes_by_itself_is_retried() -> None:
    assert {code for code, outcome in OUTCOMES.items() if outcome.retryable} == {
        "bot_check",
        "rate_limited",
        "network",
    }


def test_a_failure_carries_the_outcome() -> None:
    error = failure("rate_limited", said="HTTP Error 429")
    assert (error.code, error.retryable, error.status) == ("rate_limited", True, 502)
    assert error.detail == f"{OUTCOMES['rate_limited'].explanation} {OUTCOMES['rate_limited'].remedy}"


def test_an_unknown_code_becomes_internal() -> None:
    assert failure("nonsense").code == "internal"


def test_words_that_nobody_knows_are_quoted() -> None:
    assert "YouTube said: The tide has taken it." in failure("internal", said="[youtube] The tide has taken it.").detail


def test_an_upcoming_video_says_when() -> None:
    assert "It starts on 2027-03-01 at 18:00 UTC." in failure("upcoming", due_at=1803924000).detail


@pytest.mark.parametrize(
    "text",
    [
        "GET https://www.youtube.com/api/timedtext?v=x&signature=SECRET&lang=en failed",
        "Max retries exceeded with url: /api/timedtext?v=x&signature=SECRET (Caused by Y)",
        "'https://www.youtube.com/api/timedtext?signature=SECRET'",
        "proxy http://user:SECRET@proxy.example:3128 refused",
    ],
)
def test_signatures_and_passwords_are_redacted(text: str) -> None:
    assert "SECRET" not in redact(text)


def test_a_question_is_no_query() -> None:
    assert redact("Is it a bot? Yes.") == "Is it a bot? Yes."


def test_a_long_text_is_cut_to_one_line() -> None:
    line = redact("word\n" * 1000)
    assert len(line) == 300
    assert "\n" not in line
