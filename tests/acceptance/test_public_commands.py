"""The commands of the contract, word for word, each alone: they share the embedded servers and leave none behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

from tests.acceptance.product import ROOT, Product, environment, free_port, wait_for

BIN = Path(sys.executable).parent


@contextmanager
def running(folder: Path, command: str) -> Iterator[Path]:
    """The command of the contract as a process; gives the file with its output."""
    program, *arguments = command.split()
    output = folder / f"{program}-{arguments[-2].strip('-')}.log"
    with output.open("wb") as file:
        process = subprocess.Popen(
            [str(BIN / program), *arguments], cwd=ROOT, env=environment(folder), stdout=file, stderr=file
        )
    try:
        yield output
    finally:
        process.terminate()
        process.wait(30)


def read(output: Path) -> str:
    return output.read_text(errors="replace")


def run(folder: Path, command: str) -> str:
    program, *arguments = command.split()
    result = subprocess.run(
        [str(BIN / program), *arguments],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return result.stdout + result.stderr


def test_each_process_alone_joins_the_others(tmp_path: Path) -> None:
    port = free_port()
    uvicorn = f"uvicorn app.main:app --reload --host 0.0.0.0 --port {port}"
    worker = "celery -A app.cache.celery_app worker --loglevel=info"
    beat = "celery -A app.cache.celery_app beat --loglevel=info"
    with running(tmp_path, worker) as said, running(tmp_path, beat), running(tmp_path, uvicorn):
        wait_for(lambda: _health(port).get("celery") == "ok", "everything well", 60)
        assert _health(port)["status"] == "ok"
        assert "OK" in run(tmp_path, "celery -A app.cache.celery_app inspect active")
        assert "total" in run(tmp_path, "celery -A app.cache.celery_app inspect stats")
        wait_for(lambda: "videos.requeue_stalled" in read(said), "beat's first task")

    product = Product(tmp_path)
    wait_for(lambda: product.processes() == [], "the servers to end by themselves")


def test_a_web_server_that_can_not_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    said = run(tmp_path, f"uvicorn app.main:app --port {free_port()}")

    assert "YTX_DATA_DIR" in said
    assert "Traceback" not in said


def test_the_cache_is_usable_from_a_script_with_no_set_up(tmp_path: Path) -> None:
    script = (
        "from app.cache import ChatCache, test_redis_connection\n"
        "print(test_redis_connection(), ChatCache.get_chat_sessions('user123'))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == "False None\n"
    assert not any(
        "postgres" in p.name() for p in psutil.Process().children(recursive=True) if str(tmp_path) in str(p.cmdline())
    )


def _health(port: int) -> dict[str, str]:
    try:
        health: dict[str, str] = httpx.get(f"http://127.0.0.1:{port}/health", timeout=5).json()
    except (httpx.HTTPError, ValueError):
        return {}
    return health
