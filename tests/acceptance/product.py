"""The product as a user starts it: real processes, watched and killed from outside."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import psutil

ROOT = Path(__file__).parents[2]
START_SECONDS = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(condition: Callable[[], Any], what: str, seconds: float = 30) -> Any:
    """The first true result of `condition`; fails with `what` when that takes too long."""
    deadline = time.monotonic() + seconds
    while not (result := condition()):
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.05)
    return result


def environment(data: Path, **settings: str) -> dict[str, str]:
    """As bare as it gets: nothing of the tests' own settings."""
    return {"PATH": os.environ["PATH"], "HOME": str(data), "YTX_DATA_DIR": str(data / "data"), **settings}


class Product:
    """`python -m app.cli serve` on a data folder and port of its own."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.settings = settings
        self.output = folder / "output.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30)

    def start(self) -> None:
        """Start it and wait for the line with the address."""
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "app.cli", "serve"],
                cwd=ROOT,
                env=environment(self.folder, PORT=str(self.port), **self.settings),
                stdout=output,
                stderr=output,
            )
        lines = self.text().count("is ready: http://")
        wait_for(lambda: self.text().count("is ready: http://") > lines, "the address", START_SECONDS)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Stop it; returns the exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(40)

    def text(self) -> str:
        """All that it said so far."""
        return self.output.read_text(errors="replace") if self.output.exists() else ""

    def processes(self) -> list[psutil.Process]:
        """Every live process that belongs to this data folder, found by its environment or command line."""
        found = []
        for process in psutil.process_iter():
            try:
                belongs = process.environ().get("YTX_DATA_DIR") == str(self.folder / "data") or any(
                    str(self.folder / "data") in part for part in process.cmdline()
                )
                if belongs and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def find(self, *words: str) -> psutil.Process:
        """The oldest of its processes whose command line holds all these words."""

        def look() -> psutil.Process | None:
            matching = [p for p in self.processes() if all(word in " ".join(_command(p)) for word in words)]
            return min(matching, key=lambda p: p.create_time(), default=None)

        process: psutil.Process = wait_for(look, f"a process {words}")
        return process

    def wait_healthy(self) -> None:
        """Until all parts are well."""
        wait_for(self.is_healthy, "health")

    def is_healthy(self) -> bool:
        """Whether all parts are well. Whatever is dead, the answer is never an error page."""
        try:
            reply = self.client.get("/health")
        except httpx.HTTPError:
            return False
        assert reply.status_code in {200, 503}, reply.text
        return bool(reply.json()["status"] == "ok")


def _command(process: psutil.Process) -> list[str]:
    try:
        command: list[str] = process.cmdline()
    except psutil.Error:
        return []
    return command
