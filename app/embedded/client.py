"""How a process gets the embedded servers: hold the `users` lock, and start the keeper if there is none."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from app.config import Settings
from app.embedded.folder import DataFolder
from app.errors import StartupError

START_SECONDS = 90
STOP_SECONDS = 45
PROJECT_ROOT = Path(__file__).parents[2]

# Open for the life of the process: the kernel drops the lock when the process ends, however it ends.
_held: dict[Path, IO[str]] = {}
# Kept to be reaped when they end.
_started: list[subprocess.Popen[bytes]] = []


def ensure_running(settings: Settings) -> None:
    """Return when the embedded servers that the settings ask for are ready; does nothing if they ask for none.

    Blocks: about 0.1 s when they run already, 1-4 s when they must be started. Raises StartupError with the reason
    when they can't be started. May be called again at any time, to bring back a keeper that was killed.
    """
    if not (settings.embedded_postgres or settings.embedded_valkey):
        return
    folder = DataFolder.of(settings)
    folder.prepare()
    _hold(folder)
    deadline = time.monotonic() + START_SECONDS
    while not _is_ready(folder):
        _wait_for(_start_keeper(settings), folder, deadline)
        if time.monotonic() > deadline:
            raise StartupError(f"The embedded servers did not start in time; their logs are in {folder.logs}.")


def wait_until_stopped(settings: Settings) -> None:
    """Let go of the embedded servers and wait until they have stopped, unless somebody else still uses them."""
    folder = DataFolder.of(settings)
    lock = _held.pop(folder.root, None)
    if lock is None:
        return
    lock.close()
    if _has_other_users(folder):
        return
    _ask_keeper_to_stop(folder)
    deadline = time.monotonic() + STOP_SECONDS
    while folder.is_locked("keeper") and time.monotonic() < deadline:
        time.sleep(0.05)
    for keeper in _started:  # its lock goes a moment before it does
        with contextlib.suppress(subprocess.TimeoutExpired):
            keeper.wait(1)
    _started[:] = [keeper for keeper in _started if keeper.poll() is None]


def _ask_keeper_to_stop(folder: DataFolder) -> None:
    """It would notice by itself, but lingers a little for those who come back."""
    try:
        if folder.is_locked("keeper"):
            os.kill(int(folder.ready_file.read_text()), signal.SIGTERM)
    except (OSError, ValueError):
        pass


def _has_other_users(folder: DataFolder) -> bool:
    # Only a hold that lasts is a user: the keeper itself takes the lock for an instant, again and again.
    for _ in range(5):
        if not folder.is_locked("users"):
            return False
        time.sleep(0.01)
    return True


def _hold(folder: DataFolder) -> None:
    while folder.root not in _held:
        lock = folder.lock("users", shared=True)
        if lock is None:  # the keeper is just looking whether anybody is left
            time.sleep(0.01)
            continue
        _held[folder.root] = lock


def _is_ready(folder: DataFolder) -> bool:
    return folder.is_locked("keeper") and folder.ready_file.exists()


def _wait_for(keeper: subprocess.Popen[bytes], folder: DataFolder, deadline: float) -> None:
    while not _is_ready(folder) and time.monotonic() < deadline:
        code = keeper.poll()
        if code is not None and code != 0:
            raise StartupError(_problem(folder))
        if code == 0 and not folder.is_locked("keeper"):  # another keeper was just leaving: start our own
            return
        time.sleep(0.02)


def _start_keeper(settings: Settings) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "YTX_DATA_DIR": str(settings.data_folder), "PYTHONPATH": str(PROJECT_ROOT)}
    keeper = subprocess.Popen(
        [sys.executable, "-m", "app.embedded.keeper"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,  # Ctrl-C is for the program in front; the keeper ends after it
    )
    _started.append(keeper)
    return keeper


def _problem(folder: DataFolder) -> str:
    try:
        return folder.problem_file.read_text()
    except OSError:
        return f"The embedded servers could not be started; their logs are in {folder.logs}."
