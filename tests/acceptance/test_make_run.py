"""`make run` as a user lives with it: start, use, kill parts of it, stop, start again."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.acceptance.product import ROOT, Product, environment, free_port, wait_for


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """One installation that all tests of this file use and abuse."""
    product = Product(tmp_path_factory.mktemp("product"))
    product.start()
    product.wait_healthy()
    yield product
    if product.process is not None and product.process.poll() is None:
        product.stop()
    product.client.close()


def chat(product: Product) -> int:
    """A chat about the sample."""
    video_id = product.client.post("/videos/sample").json()["video_id"]
    session_id: int = product.client.post("/chat/sessions", json={"video_id": video_id}).json()["session_id"]
    return session_id


def ask(product: Product, session_id: int, question: str) -> str:
    return product.client.post(f"/chat/{session_id}/ask", json={"question": question}).text


def history(product: Product, session_id: int) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = product.client.get(f"/chat/{session_id}/messages").json()
    return listed


def test_from_first_start_to_a_cited_answer_that_survives_a_restart(product: Product) -> None:
    session_id = chat(product)
    assert "event: citation" in ask(product, session_id, "Why does a stone bridge need a keystone?")
    before = history(product, session_id)
    assert product.stop(signal.SIGINT) == 0
    assert product.processes() == [], "no orphan"

    product.start()
    assert history(product, session_id) == before
    assert len(before) == 2
    product.wait_healthy()


PARTS = {
    "Valkey": ("valkey-server",),
    "PostgreSQL": ("bin/postgres", "-D"),
    "worker": ("celery", "worker"),
    "beat": ("celery", "beat"),
    "api": ("uvicorn",),
    "servers' keeper": ("app.embedded.keeper",),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_killed_part_comes_back_and_nothing_is_lost(product: Product, part: str) -> None:
    session_id = chat(product)
    ask(product, session_id, "what is scour")
    before = history(product, session_id)
    said = product.text().count("ended unexpectedly")
    victim = product.find(*PARTS[part])
    victim.send_signal(signal.SIGKILL)

    wait_for(lambda: not victim.is_running() or victim.status() == "zombie", "its end")
    if part != "servers' keeper":
        wait_for(lambda: product.text().count("ended unexpectedly") > said, "a word about it")
    product.wait_healthy()
    assert history(product, session_id) == before
    assert "event: citation" in ask(product, session_id, "what is scour")


def test_no_request_fails_while_valkey_is_killed_again_and_again(product: Product) -> None:
    session_id = chat(product)
    stored: list[int] = []
    failed: list[str] = []
    stop = threading.Event()

    def use() -> None:
        with httpx.Client(base_url=product.client.base_url, timeout=30) as client:
            while not stop.is_set():
                body = {"role": "user", "message": f"number {len(stored)}"}
                posted = client.post(f"/chat/{session_id}/messages", json=body)
                listed = client.get(f"/chat/{session_id}/messages")
                if posted.status_code != 201 or listed.status_code != 200:
                    failed.append(f"{posted.text} {listed.text}")
                    return
                stored.append(posted.json()["message_id"])
                if [m["message_id"] for m in listed.json()] != stored:
                    failed.append(f"not what was stored: {len(listed.json())} of {len(stored)}")
                    return

    user = threading.Thread(target=use)
    user.start()
    for kills in range(1, 5):
        _wait_for_use(stored, failed, 30 * kills)
        product.find(*PARTS["Valkey"]).send_signal(signal.SIGKILL)
    _wait_for_use(stored, failed, 200)
    stop.set()
    user.join()

    assert failed == []
    assert [m["message_id"] for m in history(product, session_id)] == stored


def _wait_for_use(stored: list[int], failed: list[str], number: int) -> None:
    wait_for(lambda: len(stored) >= number or failed, f"{number} messages")


def test_a_supervisor_that_is_killed_leaves_no_orphan(tmp_path: Path) -> None:
    product = Product(tmp_path)
    product.start()
    product.wait_healthy()
    product.stop(signal.SIGKILL)
    product.client.close()

    wait_for(lambda: product.processes() == [], "all of them to end")


def run_serve(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app.cli", "serve"],
        cwd=ROOT,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_is_one_clear_sentence(product: Product, tmp_path: Path) -> None:
    result = run_serve(tmp_path, PORT=str(product.port))

    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert f"Port {product.port}" in result.stderr


def test_a_second_copy_on_the_same_folder_is_one_clear_sentence(product: Product) -> None:
    result = run_serve(product.folder, PORT=str(free_port()))

    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "already running" in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "99999"),
        ("REDIS_PORT", "x"),
        ("ENABLE_CACHE", "perhaps"),
        ("CACHE_EXPIRE_SESSIONS", "0"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("YTX_LOG_LEVEL", "LOUD"),
        ("YTX_DATADIR", "/tmp/typo"),
    ],
)
def test_a_wrong_setting_is_one_clear_sentence(tmp_path: Path, name: str, value: str) -> None:
    result = run_serve(tmp_path, **{name: value})

    assert result.returncode == 2
    assert result.stderr.count("\n") == 1, result.stderr
    assert name in result.stderr


def test_a_data_folder_that_can_not_be_used_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")
    result = run_serve(tmp_path)

    assert result.returncode == 2
    assert result.stderr.count("\n") == 1, result.stderr
    assert "YTX_DATA_DIR" in result.stderr
