"""The process that owns the embedded servers of one data folder: `python -m app.embedded.keeper`.

It ends when nobody holds the folder's `users` lock any more. There is never more than one: the second one to start
finds the `keeper` lock taken and leaves.
"""

from __future__ import annotations

import os
import signal
import sys
import time

from app.config import load_settings
from app.embedded import postgres, valkey
from app.embedded.folder import DataFolder
from app.embedded.server import Server, exit_reason
from app.errors import StartupError

TICK_SECONDS = 0.1
# A reloading web server lets go of its lock for a moment; the servers outlive that.
LINGER_SECONDS = 1.5


def main() -> int:
    """Keep the servers of the configured data folder. Returns the process's exit code."""
    settings = load_settings()
    folder = DataFolder.of(settings)
    folder.prepare()
    lock = folder.lock("keeper")
    if lock is None:
        return 0
    folder.problem_file.unlink(missing_ok=True)
    try:
        servers = _start(folder, with_postgres=settings.embedded_postgres, with_valkey=settings.embedded_valkey)
    except StartupError as error:
        folder.problem_file.write_text(error.detail)
        return 2
    folder.ready_file.write_text(str(os.getpid()))
    try:
        _keep(folder, servers)
    finally:
        folder.ready_file.unlink(missing_ok=True)
        _stop(servers)
    return 0


def _start(folder: DataFolder, *, with_postgres: bool, with_valkey: bool) -> list[Server]:
    servers: list[Server] = []
    try:
        if with_valkey:
            servers.append(valkey.server(folder))
            servers[-1].start()
        if with_postgres:
            postgres.prepare_cluster(folder)
            servers.append(postgres.server(folder))
            servers[-1].start()
        for server in servers:
            server.wait_ready()
        if with_postgres:
            postgres.create_database(folder)
    except BaseException:
        _stop(servers)
        raise
    return servers


def _keep(folder: DataFolder, servers: list[Server]) -> None:
    stopping = False

    def ask_to_stop(_signal: int, _frame: object) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    alone_since: float | None = None
    while not stopping:
        for server in servers:
            code = server.revive()
            if code is not None:
                _say(f"{server.name} ended unexpectedly ({exit_reason(code)}); it has been started again.")
            server.settle()
        alone_since = None if folder.is_locked("users") else alone_since or time.monotonic()
        stopping = stopping or (alone_since is not None and time.monotonic() - alone_since > LINGER_SECONDS)
        time.sleep(TICK_SECONDS)


def _stop(servers: list[Server]) -> None:
    for server in reversed(servers):
        server.stop()


def _say(sentence: str) -> None:
    sys.stderr.write(f"[servers] {sentence}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
