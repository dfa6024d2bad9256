"""One supervised server process: start it, watch it, start it again, stop it."""

from __future__ import annotations

import ctypes
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from app.errors import StartupError

START_SECONDS = 60
STOP_SECONDS = 20
LONGEST_PAUSE_SECONDS = 5.0
PR_SET_PDEATHSIG = 1


def parent_death_signal(name: str) -> Callable[[], None]:
    """What a child runs before its program, so that it gets this signal when its parent dies (Linux only)."""
    number = signal.Signals[name]
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

    def ask_kernel() -> None:
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, int(number))

    return ask_kernel


def exit_reason(code: int) -> str:
    """How a process ended, from its return code: the name of the signal or the exit code."""
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


class Identity(TypedDict, total=False):
    """The arguments of Popen that make a child run as another account."""

    user: int
    group: int
    extra_groups: list[int]


def identity(account: str | None) -> Identity:
    """Run as `account`, with its groups and no others; None: as we are."""
    if account is None:
        return {}
    entry = pwd.getpwnam(account)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@dataclass
class Server:
    """A server program, how to see that it is ready and how to ask it to stop."""

    name: str
    command: list[str]
    log: Path
    stop_signal: str
    is_ready: Callable[[], bool]
    account: str | None = None
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _failures: int = field(default=0, init=False)
    _not_before: float = field(default=0.0, init=False)

    def start(self) -> None:
        """Start the program; `wait_ready` tells when it serves."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - a program of our own environment, no shell
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                **identity(self.account),
                start_new_session=True,
                preexec_fn=parent_death_signal(self.stop_signal),  # noqa: PLW1509 - the keeper has one thread
            )

    def wait_ready(self) -> None:
        """Wait until the server answers. Raises StartupError if it ends first or takes too long."""
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready():
            if self.process is None or self.process.poll() is not None or time.monotonic() > deadline:
                raise StartupError(f"The embedded {self.name} did not start; its log is {self.log}.")
            time.sleep(0.02)

    def revive(self) -> int | None:
        """Start the program again if it has died; returns its exit code then, None while all is well.

        Repeated deaths are answered with growing pauses, up to five seconds.
        """
        if self.process is None or self.process.poll() is None or time.monotonic() < self._not_before:
            return None
        code = self.process.returncode
        self._failures += 1
        self._not_before = time.monotonic() + min(0.1 * 2**self._failures, LONGEST_PAUSE_SECONDS)
        self.start()
        return code

    def settle(self) -> None:
        """Forget earlier deaths once the server has stayed up for a while."""
        if self._failures and time.monotonic() > self._not_before + 30:
            self._failures = 0

    def stop(self) -> None:
        """Ask the program to stop, and kill it only if it does not."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.Signals[self.stop_signal])
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
