"""`make run`: API, worker and beat as children of one process, with the embedded servers beside them.

A child that dies is started again, and the terminal is told. On Ctrl-C or SIGTERM all are stopped, the servers last.
"""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from app.config import Settings
from app.embedded import DataFolder, ensure_running, exit_reason, parent_death_signal, wait_until_stopped
from app.errors import StartupError

READY_SECONDS = 60
TICK_SECONDS = 0.2
# Whoever is still there is told more firmly, then killed. Work cut short is found again at the next start.
STOP_STAGES = ((signal.SIGTERM, 4.0), (signal.SIGQUIT, 3.0), (signal.SIGKILL, 5.0))
LONGEST_PAUSE_SECONDS = 10.0
STEADY_SECONDS = 30.0


@dataclass
class Child:
    """One supervised process."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    not_before: float = field(default=0.0)

    def start(self) -> None:
        """Start it, in a session of its own: Ctrl-C reaches the supervisor alone."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - our own modules, no shell
            self.command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=parent_death_signal("SIGTERM"),  # noqa: PLW1509 - the supervisor has one thread
        )

    @property
    def runs(self) -> bool:
        """Whether it is alive."""
        return self.process is not None and self.process.poll() is None

    def signal_group(self, number: signal.Signals) -> None:
        """Send a signal to the process and, when it is a hard one, to its children too."""
        if self.process is None or self.process.poll() is not None:
            return
        if number is signal.SIGKILL:
            os.killpg(self.process.pid, number)
        else:
            self.process.send_signal(number)


class Supervisor:
    """Runs the product until it is asked to stop."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = DataFolder.of(settings)
        self._stopping = False
        python = sys.executable
        # Celery warns root at every start; whoever runs the product as root has decided so.
        celery = [python, "-W", "ignore:::celery.platforms", "-m", "celery", "--quiet", "-A", "app.cache.celery_app"]
        self._children = [
            Child("api", [
                python, "-m", "uvicorn", "app.main:app", "--host", settings.host, "--port", str(settings.port),
                "--no-access-log", "--log-level", "warning", "--timeout-graceful-shutdown", "2",
            ]),
            Child("worker", [*celery, "worker", "--loglevel=warning", "--concurrency=2", "--without-mingle"]),
            Child("beat", [*celery, "beat", "--loglevel=warning"]),
        ]  # fmt: skip

    def run(self) -> None:
        """Start everything, print the address, watch until stopped. Raises StartupError."""
        self._folder.prepare()
        lock = self._folder.lock("run")
        if lock is None:
            raise StartupError(
                f"Another copy is already running on the data folder {self._folder.root}: stop it, or set YTX_DATA_DIR."
            )
        _refuse_taken_port(self._settings)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask_to_stop)
        try:
            ensure_running(self._settings)
            self._start_in_order()
            if not self._stopping:
                _say(self._address_line())
            self._watch()
        finally:
            self._stop()

    def _start_in_order(self) -> None:
        """The API first: it brings the schema up to date; a failure there is everybody's."""
        api = self._children[0]
        api.start()
        self._wait(lambda: _answers(self._settings), api)
        for child in self._children[1:]:
            child.start()

    def _wait(self, ready: Callable[[], bool], child: Child) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while not self._stopping and not ready():
            if not child.runs:
                raise StartupError("The web server could not be started; the reason stands above.")
            if time.monotonic() > deadline:
                raise StartupError(f"The web server did not answer within {READY_SECONDS} seconds.")
            time.sleep(0.05)

    def _watch(self) -> None:
        while not self._stopping:
            for child in self._children:
                self._revive(child)
            ensure_running(self._settings)  # in case the keeper itself was killed
            time.sleep(TICK_SECONDS)

    def _revive(self, child: Child) -> None:
        now = time.monotonic()
        if child.runs:
            if now - child.started > STEADY_SECONDS:
                child.failures = 0
            return
        if now < child.not_before:
            return
        code = child.process.returncode if child.process else 0
        child.failures += 1
        child.not_before = now + min(0.2 * 2**child.failures, LONGEST_PAUSE_SECONDS)
        _say(f"The {child.name} ended unexpectedly ({exit_reason(code)}); it has been started again.")
        child.start()

    def _stop(self) -> None:
        for number, seconds in STOP_STAGES:
            alive = [child for child in self._children if child.runs]
            for child in alive:
                child.signal_group(number)
            deadline = time.monotonic() + seconds
            while any(child.runs for child in alive) and time.monotonic() < deadline:
                time.sleep(0.02)
        wait_until_stopped(self._settings)
        _say("Stopped. Everything is saved.")

    def _ask_to_stop(self, _signal: int, _frame: object) -> None:
        self._stopping = True

    def _address_line(self) -> str:
        settings = self._settings
        shown = "localhost" if settings.host in ("127.0.0.1", "0.0.0.0", "::", "::1") else settings.host  # noqa: S104
        line = f"YouTube Extractor is ready: http://{shown}:{settings.port}   (Ctrl-C stops it)"
        if settings.embedded_postgres:
            line += f"\n  PostgreSQL: psql -h {settings.socket_folder} -U ytx ytx"
        if settings.embedded_valkey:
            line += f"\n  Valkey:     redis-cli -s {settings.valkey_socket}"
        return line


def _refuse_taken_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((settings.host, settings.port))
    except OSError as error:
        raise StartupError(
            f"Port {settings.port} on {settings.host} can't be used ({error.strerror}): "
            "stop what listens there, or set PORT to another one."
        ) from error


def _answers(settings: Settings) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)  # noqa: S104
    connection = http.client.HTTPConnection(host, settings.port, timeout=2)
    try:
        connection.request("GET", "/openapi.json")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
