"""One extraction, seen from the product: start the child, listen, end it at the deadline."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import ExtractionFailed
from app.videos.youtube.links import watch_url
from app.videos.youtube.outcomes import OUTCOMES, failure, redact
from app.videos.youtube.wire import dump_failure, dump_request, load_video

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from app.videos.types import ExtractedVideo
    from app.videos.youtube.settings import YouTubeSettings

MAX_ANSWER_BYTES = 64 * 2**20

_CHILD = "app.videos.youtube.child"
_IMPORT_ROOT = Path(__file__).resolve().parents[3]
_STRAY_LINES = 5
_TOO_LONG = b"too long"

logger = logging.getLogger(__name__)


async def extract_video(
    video_id: str, settings: YouTubeSettings, *, on_step: Callable[[str], None] | None = None
) -> ExtractedVideo:
    """Fetch what YouTube has on a video, with the transcripts of its best caption tracks.

    `on_step` hears what is being done, as short texts for a person. Raises `ExtractionFailed` with a code of
    `outcomes.OUTCOMES`, `network` also when the deadline of the settings has passed, and `BadLink` when
    `video_id` is no id. When the caller is cancelled the cancellation goes on its way, after the child has
    been killed.
    """
    watch_url(video_id)  # an id, or BadLink before a process is started
    try:
        async with asyncio.timeout(settings.deadline_seconds), _running_child(settings) as child:
            answer = await _converse(child, dump_request(video_id, settings), on_step or _ignore)
    except TimeoutError:
        raise _deadline_passed(video_id, settings) from None
    if "video" in answer:
        # tens of thousands of cues: not on the event loop
        return await asyncio.to_thread(load_video, answer["video"])
    raise _failed(video_id, answer["failure"])


@contextlib.asynccontextmanager
async def _running_child(settings: YouTubeSettings) -> AsyncIterator[asyncio.subprocess.Process]:
    """The child in a session of its own; its whole process group is gone afterwards, on every way out."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # the working directory is no place to import from
        "-m",
        _CHILD,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        limit=MAX_ANSWER_BYTES,
        env=_environment(settings),
        start_new_session=True,
    )
    try:
        yield child
    finally:
        _kill_group(child)
        await asyncio.shield(_reap(child))


def _kill_group(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)


async def _reap(child: asyncio.subprocess.Process) -> None:
    """Read what is left in the pipe and take the exit status: no zombie and no open pipe stay behind."""
    if child.stdin is not None:
        child.stdin.close()
    await child.communicate()


def _environment(settings: YouTubeSettings) -> dict[str, str]:
    """Nothing of ours but the way to the code and the certificates; the proxy goes with the request."""
    environment = {
        "PATH": os.defpath,
        "PYTHONPATH": str(_IMPORT_ROOT),
        "PYTHONUTF8": "1",
        "HOME": "/nonexistent",
        "YTDLP_NO_PLUGINS": "1",  # plugin folders would run code of others
    }
    if settings.ca_file is not None:
        environment["SSL_CERT_FILE"] = settings.ca_file
    return environment


async def _converse(
    child: asyncio.subprocess.Process, request: Mapping[str, Any], on_step: Callable[[str], None]
) -> dict[str, Any]:
    """Send the request, pass steps on, and return the last message: a video or a failure."""
    assert child.stdin is not None
    assert child.stdout is not None
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it died at once: its output says why
        child.stdin.write(json.dumps(request).encode() + b"\n")
        await child.stdin.drain()
        child.stdin.close()
    strays: deque[str] = deque(maxlen=_STRAY_LINES)
    budget = MAX_ANSWER_BYTES
    while line := await _line(child.stdout):
        budget -= len(line)
        message = await _parse(line)
        if budget < 0 or line == _TOO_LONG:
            return _internal(f"an answer of more than {MAX_ANSWER_BYTES} bytes")
        if message is None:
            strays.append(line.decode(errors="replace").strip()[:500])
        elif "step" in message:
            on_step(message["step"])
        else:
            return message
    return _internal(f"the child process ended with status {await child.wait()}: {' '.join(strays)}")


async def _line(stream: asyncio.StreamReader) -> bytes:
    try:
        return await stream.readline()
    except ValueError:  # over the limit of the stream
        return _TOO_LONG


async def _parse(line: bytes) -> dict[str, Any] | None:
    """The JSON object in a line, or None: then it is what Python itself had to say."""
    if not line.startswith(b"{"):
        return None
    try:
        message: dict[str, Any] = await asyncio.to_thread(json.loads, line)  # megabytes, at times
    except ValueError:
        return None
    return message


def _internal(trouble: str) -> dict[str, Any]:
    return dump_failure("internal", trouble=trouble)


def _failed(video_id: str, message: Mapping[str, Any]) -> ExtractionFailed:
    reason = redact(f"{message['said']} {message['trouble']}")
    logger.warning("extraction of %s failed: %s: %s", video_id, message["code"], reason)
    return failure(message["code"], said=message["said"], due_at=message["due_at"])


def _deadline_passed(video_id: str, settings: YouTubeSettings) -> ExtractionFailed:
    outcome = OUTCOMES["network"]
    detail = f"YouTube did not answer within {settings.deadline_seconds:g} seconds. {outcome.remedy}"
    logger.warning("extraction of %s failed: %s: %s", video_id, outcome.code, detail)
    return ExtractionFailed(detail, code=outcome.code, retryable=outcome.retryable)


def _ignore(step: str) -> None:
    """For callers who do not ask what is being done."""
