"""Errors become problem+json (RFC 9457), here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.errors import AppError, InvalidInput, NotFound, Unavailable
from app.routes import page

log = structlog.get_logger(__name__)

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = "2"
LARGEST_ECHO = 200


class FieldProblem(BaseModel):
    """One field that can't be accepted."""

    field: str
    message: str


class Problem(BaseModel):
    """What went wrong: `code` is for programs, `detail` for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str | None = None
    errors: list[FieldProblem] | None = None


def problem(error: AppError, request_id: str | None, errors: list[FieldProblem] | None = None) -> Problem:
    """The public form of an error."""
    return Problem(
        type=f"urn:problem:{error.code}",
        title=error.title,
        status=error.status,
        detail=error.detail,
        code=error.code,
        request_id=request_id,
        errors=errors,
    )


def responses(*errors: type[AppError]) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI says of an operation's errors."""
    return {
        error.status: {
            "model": Problem,
            "description": error.title,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for error in errors
    }


def install(app: FastAPI) -> None:
    """Teach the application to answer every error with a problem."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unexpected)


async def _app_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, AppError)
    headers = {"Retry-After": RETRY_AFTER_SECONDS} if isinstance(error, Unavailable) else None
    return _reply(request, error, headers=headers)


async def _validation_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    problems = error.errors()
    if all(entry["loc"][:1] == ("path",) for entry in problems):
        return _reply(request, NotFound("There is nothing under this address."))
    if any(entry["type"] == "json_invalid" for entry in problems):
        return _reply(request, InvalidInput("The body is not valid JSON.", code="invalid_json"))
    fields = [FieldProblem(field=_field(entry["loc"]), message=_message(entry)) for entry in problems[:20]]
    detail = "; ".join(f"{f.field}: {f.message}" for f in fields[:3])
    return _reply(request, InvalidInput(detail), errors=fields)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.NOT_FOUND and page.is_wanted(request):
        return page.response(status_code=error.status_code)
    named = type("HttpError", (AppError,), {"status": error.status_code, "title": str(error.detail)})
    codes = {404: "not_found", 405: "method_not_allowed", 400: "bad_request", 413: "too_large"}
    nothing = error.status_code == HTTPStatus.NOT_FOUND
    detail = "There is nothing under this address." if nothing else f"{str(error.detail).rstrip('.')}."
    return _reply(request, named(detail, code=codes.get(error.status_code, "http_error")), headers=error.headers)


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    log.error("request.unexpected", path=request.url.path, exc_info=error)
    return _reply(request, AppError("Something unexpected happened. The log has the details under this request id."))


def _reply(
    request: Request,
    error: AppError,
    *,
    errors: list[FieldProblem] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    request_id = getattr(request.state, "request_id", None)
    body = problem(error, request_id, errors).model_dump(exclude_none=True)
    # Set here as well: the handler of the unexpected stands outside of the middleware that does it for all others.
    named = {"X-Request-Id": request_id} if request_id else {}
    return JSONResponse(body, status_code=error.status, media_type=MEDIA_TYPE, headers={**(headers or {}), **named})


def _field(location: tuple[int | str, ...]) -> str:
    parts = [str(part) for part in location if part not in ("body", "query", "header")]
    return ".".join(parts)[:LARGEST_ECHO] or "body"


def _message(entry: Mapping[str, Any]) -> str:
    message = str(entry["msg"]).removeprefix("Value error, ")
    return (message[0].lower() + message[1:])[:LARGEST_ECHO]
