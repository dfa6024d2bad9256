"""From a pasted link to a cited answer, through the broker, a worker and the YouTube stand-in."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from typing import Any

import pytest

from tests.acceptance.product import Product, wait_for
from tests.standin.youtube import YouTubeStandin

LINK = "https://www.youtube.com/watch?v={}&list=PLx&t=10s"


@pytest.fixture(scope="module")
def standin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[YouTubeStandin]:
    with YouTubeStandin(tmp_path_factory.mktemp("standin")) as standin:
        yield standin


@pytest.fixture(scope="module")
def product(standin: YouTubeStandin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    product = Product(
        tmp_path_factory.mktemp("product"),
        YTX_YOUTUBE_PROXY=standin.proxy_url,
        YTX_YOUTUBE_CA_FILE=str(standin.ca_file),
    )
    product.start()
    product.wait_healthy()
    yield product
    product.stop()
    product.client.close()


def add(product: Product, youtube_id: str) -> dict[str, Any]:
    reply = product.client.post("/videos", json={"url": LINK.format(youtube_id)})
    assert reply.status_code == 202, reply.text
    job: dict[str, Any] = reply.json()["job"]
    return job


def watch(product: Product, job: dict[str, Any]) -> list[dict[str, Any]]:
    """All that the job's event stream tells, to its end."""
    text = product.client.get(f"/jobs/{job['job_id']}/events", timeout=90).text
    return [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: ")]


def test_a_link_becomes_a_transcript_that_can_be_asked(product: Product) -> None:
    told = watch(product, add(product, "longTalk001"))

    assert told[-1]["state"] == "done"
    assert [job["step"] for job in told] == sorted(job["step"] for job in told)
    video = product.client.get(f"/videos/{told[-1]['video_id']}").json()
    assert (video["status"], video["title"]) == ("ready", "The sea, lecture 3: why there are tides")
    assert len(video["chapters"]) == 9
    session_id = product.client.post("/chat/sessions", json={"video_id": video["video_id"]}).json()["session_id"]
    answer = product.client.post(f"/chat/{session_id}/ask", json={"question": "Why are there two tides a day?"}).text
    assert "event: citation" in answer


@pytest.mark.parametrize("outcome", ["private0001 private", "noCaption01 no_captions", "botCheck001 bot_check"])
def test_what_youtube_refuses_is_told_apart_and_explained(product: Product, outcome: str) -> None:
    youtube_id, code = outcome.split()
    last = watch(product, add(product, youtube_id))[-1]

    assert (last["state"], last["outcome"]) == ("failed", code)
    video = product.client.get(f"/videos/{last['video_id']}").json()
    assert (video["status"], video["outcome"], video["outcome_detail"]) == ("failed", code, last["detail"])


def test_the_same_link_again_is_no_second_video_and_a_failed_one_is_tried_again(
    product: Product, standin: YouTubeStandin
) -> None:
    standin.fault("/player", status=500, times=50, match="codeTalk001")
    first = watch(product, add(product, "codeTalk001"))[-1]
    assert (first["state"], first["outcome"]) == ("failed", "network")
    standin.reset()

    second = watch(product, add(product, "codeTalk001"))[-1]
    assert second["state"] == "done"
    assert second["video_id"] == first["video_id"]
    assert add(product, "codeTalk001")["job_id"] == second["job_id"], "ready already: nothing is begun"


def test_a_job_whose_worker_is_killed_is_done_by_another(product: Product, standin: YouTubeStandin) -> None:
    standin.reset()
    standin.fault("/player", delay=3, times=1, match="manualSubs1")
    job = add(product, "manualSubs1")
    assert standin.wait_for("/player")
    product.find("celery", "worker").send_signal(signal.SIGKILL)

    last = watch(product, job)[-1]
    assert last["state"] == "done"
    video = product.client.get(f"/videos/{last['video_id']}").json()
    assert [t["language"] for t in video["tracks"]] == ["en", "ar"], "not stored twice"


def test_a_link_added_while_the_broker_is_dead_is_fetched_when_it_is_back(product: Product) -> None:
    product.find("valkey-server").send_signal(signal.SIGKILL)
    job = add(product, "autoOnly001")

    wait_for(lambda: watch(product, job)[-1]["state"] == "done", "the job", 90)
