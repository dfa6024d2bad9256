"""The data folder of the embedded servers: what lies where, who may enter, and the locks that tell who is alive."""

from __future__ import annotations

import fcntl
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.config import Settings
from app.errors import StartupError


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The paths of one data folder. Nothing is created before `prepare`."""

    root: Path
    sockets: Path

    @classmethod
    def of(cls, settings: Settings) -> DataFolder:
        """The data folder that the settings name."""
        return cls(settings.data_folder, settings.socket_folder)

    @property
    def postgres(self) -> Path:
        """PostgreSQL's cluster."""
        return self.root / "postgres"

    @property
    def valkey(self) -> Path:
        """Valkey's working folder; it keeps nothing on disk."""
        return self.root / "valkey"

    @property
    def logs(self) -> Path:
        """Where the servers write their own logs."""
        return self.root / "logs"

    @property
    def valkey_socket(self) -> Path:
        """Valkey's Unix socket."""
        return self.sockets / "valkey.sock"

    @property
    def ready_file(self) -> Path:
        """Exists while the keeper holds both servers ready; its text is the keeper's process id."""
        return self.root / "ready"

    @property
    def problem_file(self) -> Path:
        """One sentence on why the keeper could not start the servers."""
        return self.root / "problem"

    def prepare(self) -> None:
        """Create the folders, closed to other users. Raises StartupError when that can't be done."""
        try:
            for folder in (self.root, self.sockets, self.valkey, self.logs):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StartupError(
                f"The data folder {self.root} can't be used ({error.strerror}): set YTX_DATA_DIR to a folder you own."
            ) from error
        if stat.S_IMODE(self.root.stat().st_mode) & 0o002:
            raise StartupError(f"The data folder {self.root} is writable by everybody: run chmod o-w on it first.")

    def lock(self, name: str, *, shared: bool = False) -> IO[str] | None:
        """Take the lock `name` without waiting; None if somebody else's hold forbids it.

        The lock lives as long as the returned file is open in this process or in a fork of it. The kernel drops it
        when they die, so it can't be left over.
        """
        file = (self.root / f"{name}.lock").open("a")
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return None
        return file

    def is_locked(self, name: str) -> bool:
        """Whether somebody holds the lock `name` at this moment."""
        free = self.lock(name)
        if free is None:
            return True
        free.close()
        return False

    def open_to(self, user_id: int, path: Path) -> list[Path]:
        """Let `user_id` walk through the folders above `path`; returns those whose mode had to change.

        Only the permission to pass is given, not to list. Needed when root starts PostgreSQL, which refuses to run
        as root, and the folders above lie in root's home.
        """
        opened = []
        for folder in path.absolute().parents:
            mode = folder.stat()
            passable = mode.st_mode & stat.S_IXOTH or (mode.st_uid == user_id and mode.st_mode & stat.S_IXUSR)
            if not passable:
                folder.chmod(stat.S_IMODE(mode.st_mode) | stat.S_IXOTH)
                opened.append(folder)
        return opened


def is_root() -> bool:
    """Whether this process runs as root."""
    return os.geteuid() == 0
