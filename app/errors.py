"""Every error the product raises on purpose, as one tree.

    AppError                     500  internal
    ├── InvalidInput             422  the request can be read, but not accepted
    │   ├── BadLink              422  not a link to one YouTube video
    │   └── BadCaptionFile       422  a caption file without usable cues
    ├── NotFound                 404  unknown, or somebody else's: the same answer
    ├── PayloadTooLarge          413  over a stated limit
    ├── ExtractionFailed         502  YouTube's answer, typed by `outcome`
    ├── Unavailable              503  PostgreSQL does not answer
    └── StartupError             none a sentence for the terminal; the process ends with exit code 2

Each carries a stable `code` (the contract for programs) and a `detail` (a sentence for people). They are raised in
services and mapped to problem+json once, in `app/routes/errors.py`.
"""

from __future__ import annotations

from typing import ClassVar


class AppError(Exception):
    """The root: an HTTP status, a stable code and a title of the kind; the detail is the exception's message."""

    status: ClassVar[int] = 500
    code: str = "internal"
    title: ClassVar[str] = "Something went wrong"

    def __init__(self, detail: str, *, code: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        if code is not None:
            self.code = code


class InvalidInput(AppError):
    """The request can be read, but not accepted."""

    status = 422
    code = "invalid_input"
    title = "The request can't be accepted"


class BadLink(InvalidInput):
    """The text is not a link to one YouTube video."""

    code = "bad_link"
    title = "Not a link to a YouTube video"


class BadCaptionFile(InvalidInput):
    """The caption file holds no cues that can be used; `code` says why."""

    code = "caption_file_unreadable"
    title = "The caption file can't be used"


class NotFound(AppError):
    """Unknown, or somebody else's: the caller can't tell which."""

    status = 404
    code = "not_found"
    title = "Not found"


class PayloadTooLarge(AppError):
    """A body or a field over its stated limit."""

    status = 413
    code = "too_large"
    title = "Too large"


class ExtractionFailed(AppError):
    """YouTube gave no transcript. `code` is the outcome (`private`, `no_captions`, `network`, …)."""

    status = 502
    code = "internal"
    title = "The transcript could not be fetched"

    def __init__(self, detail: str, *, code: str, retryable: bool = False) -> None:
        super().__init__(detail, code=code)
        self.retryable = retryable


class Unavailable(AppError):
    """PostgreSQL does not answer; the same request may succeed in a moment."""

    status = 503
    code = "unavailable"
    title = "The database does not answer"


class StartupError(AppError):
    """The process can't start; the detail is one sentence that says what to do."""

    code = "startup"
    title = "Can't start"
