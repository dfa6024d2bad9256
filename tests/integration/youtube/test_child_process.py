"""The child process ends when it must, and nothing of it stays behind."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.errors import ExtractionFailed
from app.videos.youtube import YouTubeSettings, extract_video
from app.videos.youtube.wire import dump_request

if TYPE_CHECKING:
    from tests.standin.youtube import YouTubeStandin

CHILD = "app.videos.youtube.child"
LONG_SECONDS = 600

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see the processes")


def _processes() -> set[int]:
    return {int(folder.name) for folder in Path("/proc").glob("[0-9]*")}


def _environment_of(pid: int) -> set[str]:
    entries = Path(f"/proc/{pid}/environ").read_text().split("\0")
    return {entry.partition("=")[0] for entry in entries if entry}


def _children() -> set[int]:
    """The child processes of this process that run an extraction, zombies included."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            command = (stat.parent / "cmdline").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[1]) == os.getpid() and (CHILD in command or fields[0] == "Z"):
            found.add(int(stat.parent.name))
    return found


async def _started(video_id: str, settings: YouTubeSettings, standin: YouTubeStandin) -> asyncio.Task[object]:
    """An extraction that hangs in the middle of the player's answer."""
    standin.fault("/player", drip=0.2, times=9)
    task: asyncio.Task[object] = asyncio.create_task(extract_video(video_id, settings))
    assert await asyncio.to_thread(standin.wait_for, "/player")
    return task


async def test_an_answer_that_drips_does_not_outlive_the_deadline(
    settings: YouTubeSettings, standin: YouTubeStandin
) -> None:
    standin.fault("/player", drip=0.2, times=9)
    async with asyncio.timeout(60):
        with pytest.raises(ExtractionFailed, match=r"did not answer within 3 seconds") as caught:
            await extract_video("longTalk001", replace(settings, deadline_seconds=3))
    assert (caught.value.code, caught.value.retryable) == ("network", True)
    assert _children() == set()


async def test_a_cancelled_extraction_leaves_no_process(settings: YouTubeSettings, standin: YouTubeStandin) -> None:
    task = await _started("longTalk001", replace(settings, deadline_seconds=LONG_SECONDS), standin)
    (pid,) = _children()
    task.cancel()
    async with asyncio.timeout(60):
        with pytest.raises(asyncio.CancelledError):
            await task
    assert pid not in _processes()


async def test_the_child_is_the_leader_of_a_session_of_its_own(
    settings: YouTubeSettings, standin: YouTubeStandin
) -> None:
    task = await _started("longTalk001", replace(settings, deadline_seconds=LONG_SECONDS), standin)
    (pid,) = _children()
    assert os.getsid(pid) == pid
    task.cancel()
    await asyncio.wait([task])


async def test_the_child_knows_nothing_of_our_environment(
    settings: YouTubeSettings, standin: YouTubeStandin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:hunter2@db/app")
    task = await _started("longTalk001", replace(settings, deadline_seconds=LONG_SECONDS), standin)
    (pid,) = _children()
    names = _environment_of(pid)
    task.cancel()
    await asyncio.wait([task])
    assert names == {"PATH", "PYTHONPATH", "PYTHONUTF8", "HOME", "YTDLP_NO_PLUGINS", "SSL_CERT_FILE"}


async def test_a_child_that_is_killed_by_others_is_an_internal_failure(
    settings: YouTubeSettings, standin: YouTubeStandin
) -> None:
    task = await _started("longTalk001", replace(settings, deadline_seconds=LONG_SECONDS), standin)
    (pid,) = _children()
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(ExtractionFailed) as caught:
        await task
    assert caught.value.code == "internal"


async def test_a_listener_that_fails_ends_the_child(settings: YouTubeSettings) -> None:
    def fail(step: str) -> None:
        raise LookupError(step)

    with pytest.raises(LookupError):
        await extract_video("manualSubs1", settings, on_step=fail)
    assert _children() == set()


async def test_several_extractions_at_once_do_not_mix(settings: YouTubeSettings) -> None:
    ids = ["manualSubs1", "codeTalk001", "autoOnly001"]
    videos = await asyncio.gather(*(extract_video(video_id, settings) for video_id in ids))
    assert [video.youtube_id for video in videos] == ids
    assert _children() == set()


def _run_child(request: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", CHILD],
        input=request,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_child_without_parent_ends_itself_after_the_deadline(
    settings: YouTubeSettings, standin: YouTubeStandin
) -> None:
    standin.fault("/watch", drip=0.2, times=9)
    # the alarm comes five seconds after the deadline, so one second from now
    request = dump_request("longTalk001", replace(settings, deadline_seconds=-4))
    done = _run_child(json.dumps(request), SSL_CERT_FILE=standin.ca_file)
    assert done.returncode == -signal.SIGALRM


def test_a_request_that_can_not_be_read_is_a_failure_and_no_traceback() -> None:
    done = _run_child("nonsense")
    assert json.loads(done.stdout)["failure"]["code"] == "internal"
    assert done.stderr == ""
