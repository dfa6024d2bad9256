"""Videos by file: every format, every way a file can be wrong, and the sample."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import SHARED_DATA

VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nHello & welcome\n\n00:00:04.000 --> 00:00:08.000\na List<T> of rivers\n"
SRT = "1\n00:00:01,000 --> 00:00:04,000\nمرحبا بكم\n\n2\n25:00:04,000 --> 25:00:08,000\n日本語の字幕\n"
JSON3 = json.dumps({"events": [{"tStartMs": 0, "dDurationMs": 900, "segs": [{"utf8": "load by <compression>"}]}]})
TTML = (
    '<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="de"><body><div>'
    '<p begin="1s" end="2.5s">eins<br/>zwei &amp;lt;</p></div></body></tt>'
)


async def upload(client: httpx.AsyncClient, name: str, data: str | bytes, **fields: str) -> httpx.Response:
    return await client.post("/videos/upload", files={"file": (name, data)}, data=fields)


async def cues(client: httpx.AsyncClient, video: dict[str, Any]) -> list[list[Any]]:
    transcript = (await client.get(f"/videos/{video['video_id']}/transcript")).json()
    listed: list[list[Any]] = transcript["cues"]
    return listed


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.vtt", VTT, [[1000, 4000, "Hello & welcome"], [4000, 8000, "a List<T> of rivers"]]),
        ("a.srt", SRT, [[1000, 4000, "مرحبا بكم"], [90_004_000, 90_008_000, "日本語の字幕"]]),
        ("a.json3", JSON3, [[0, 900, "load by <compression>"]]),
        ("a.ttml", TTML, [[1000, 2500, "eins zwei &lt;"]]),
        (
            "a.vtt",
            SRT.encode("utf-16"),
            [[1000, 4000, "مرحبا بكم"], [90_004_000, 90_008_000, "日本語の字幕"]],
        ),
        ("wrong-ending.srt", VTT, [[1000, 4000, "Hello & welcome"], [4000, 8000, "a List<T> of rivers"]]),
    ],
)
async def test_each_format_arrives_exactly(
    client: httpx.AsyncClient, name: str, data: str | bytes, expected: list[list[Any]]
) -> None:
    reply = await upload(client, name, data)

    assert reply.status_code == 201, reply.text
    assert (reply.json()["status"], reply.json()["source"]) == ("ready", "upload")
    assert await cues(client, reply.json()) == expected


async def test_pasted_text_is_as_good_as_a_file(client: httpx.AsyncClient) -> None:
    reply = await client.post("/videos/upload", data={"text": VTT, "title": "Rivers", "language": "en"})

    assert reply.status_code == 201
    assert reply.json()["title"] == "Rivers"
    assert reply.json()["tracks"][0]["language"] == "en"


async def test_the_title_is_the_files_name(client: httpx.AsyncClient) -> None:
    assert (await upload(client, r"C:\talks\My talk.en.vtt", VTT)).json()["title"] == "My talk"


def archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a.vtt", VTT)
    return buffer.getvalue()


LAUGHS = '<!DOCTYPE tt [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><tt><body><p begin="0s" end="1s">&b;</p></body></tt>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.vtt", b""),
        ("blank.vtt", b"   \n\n"),
        ("only-header.vtt", b"WEBVTT\n\n"),
        ("binary.vtt", bytes(range(256)) * 50),
        ("zip.vtt", archive()),
        ("page.vtt", b"<!doctype html><html><body>Not found</body></html>"),
        ("prose.txt", b"Once upon a time there was no caption file.\n" * 20),
        ("broken-times.srt", b"1\n00:xx:01 --> later\nHello\n"),
        ("backwards.srt", b"1\n00:00:05,000 --> 00:00:01,000\nHello\n"),
        ("no-events.json3", b'{"events": []}'),
        ("cut.json3", b'{"events": [{"tStartMs": 0, "segs"'),
        ("deep.json3", b"[" * 100_000),
        ("numbers.json3", b'{"events": [{"tStartMs": 1e999, "segs": [{"utf8": "x"}]}]}'),
        ("laughs.ttml", LAUGHS.encode()),
        ("nul.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n\x00\x00\n"),
    ],
)
async def test_a_bad_file_is_a_clear_problem_and_leaves_nothing(
    client: httpx.AsyncClient, name: str, data: bytes
) -> None:
    reply = await upload(client, name, data)

    assert reply.status_code == 422, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["code"].startswith("caption_file_")
    assert len(reply.json()["detail"]) > 20
    assert (await client.get("/videos")).json() == []


async def test_no_file_at_all_is_a_clear_problem(client: httpx.AsyncClient) -> None:
    reply = await client.post("/videos/upload", data={"title": "x"})
    assert (reply.status_code, reply.json()["code"]) == (422, "caption_file_missing")


async def test_a_file_over_twenty_megabytes_is_refused(client: httpx.AsyncClient) -> None:
    reply = await upload(client, "big.vtt", b"x" * (20 * 1024 * 1024 + 1))
    assert (reply.status_code, reply.json()["code"]) == (413, "caption_file_too_large")
    reply = await upload(client, "huge.vtt", b"x" * (40 * 1024 * 1024))
    assert (reply.status_code, reply.json()["code"]) == (413, "too_large")


async def test_a_large_file_is_taken(client: httpx.AsyncClient) -> None:
    lines = (
        f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}.000 --> {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}.900"
        for n in range(20_000)
    )
    data = "WEBVTT\n\n" + "\n\n".join(f"{line}\nsentence number {n} of a long talk" for n, line in enumerate(lines))
    reply = await upload(client, "long.vtt", data)

    assert reply.status_code == 201
    assert reply.json()["tracks"][0]["cue_count"] == 20_000


async def test_the_sample_is_added_once(client: httpx.AsyncClient) -> None:
    first, second = await client.post("/videos/sample"), await client.post("/videos/sample")

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert len(first.json()["chapters"]) == 6
    assert len((await client.get("/videos")).json()) == 1


async def test_a_foreign_video_is_as_unknown_as_none(client: httpx.AsyncClient, stranger: httpx.AsyncClient) -> None:
    video_id = (await client.post("/videos/sample")).json()["video_id"]

    for path in (f"/videos/{video_id}", f"/videos/{video_id}/transcript"):
        assert (await stranger.get(path)).status_code == 404
    assert (await stranger.delete(f"/videos/{video_id}")).status_code == 404
    assert (await stranger.post("/chat/sessions", json={"video_id": video_id})).status_code == 404
    assert (await stranger.get("/videos")).json() == []


@pytest.mark.parametrize(
    "link",
    [
        "",
        "not a link",
        "https://vimeo.com/12345",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data",
        "https://youtube.com@evil.test/watch?v=aaaaaaaaaaa",
        "https://www.youtube.com/playlist?list=PL0123456789",
        "https://www.youtube.com/@somebody",
        "https://www.youtube.com/watch?v=" + "a" * 5_000,
        "x" * 10_000,
        "https://www.youtube.com/watch?v=\x00aaaaaaaaaaa",
    ],
)
async def test_a_bad_link_is_a_clear_problem_and_leaves_nothing(client: httpx.AsyncClient, link: str) -> None:
    reply = await client.post("/videos", json={"url": link})

    assert reply.status_code == 422
    assert reply.json()["code"].startswith("link_")
    assert (await client.get("/videos")).json() == []
    assert (await client.get("/jobs")).json() == []


async def test_a_link_added_twice_is_one_video_and_one_job(client: httpx.AsyncClient) -> None:
    first = await client.post("/videos", json={"url": "https://youtu.be/aaaaaaaaaaa?t=5"})
    second = await client.post("/videos", json={"url": "https://www.youtube.com/watch?v=aaaaaaaaaaa&list=PLx"})

    assert (first.status_code, second.status_code) == (202, 202)
    assert first.json()["job"]["job_id"] == second.json()["job"]["job_id"]
    assert len((await client.get("/videos")).json()) == 1


async def test_captions_with_the_link_of_a_video_become_its_track(client: httpx.AsyncClient) -> None:
    added = (await client.post("/videos", json={"url": "https://youtu.be/aaaaaaaaaaa"})).json()["video"]
    rescued = (await upload(client, "a.vtt", VTT, video_url="https://youtu.be/aaaaaaaaaaa")).json()

    assert rescued["video_id"] == added["video_id"]
    assert (rescued["status"], len(rescued["tracks"])) == ("ready", 1)


FILES = sorted((SHARED_DATA / "captions").rglob("*")) if SHARED_DATA.is_dir() else []
REAL = [f for f in FILES if f.suffix in {".vtt", ".srt", ".json3"}]


@pytest.mark.skipif(not REAL, reason="the folder of real caption files is not here")
@pytest.mark.parametrize("path", REAL, ids=lambda p: f"{p.parent.name}/{p.name}")
async def test_a_real_file_is_uploaded_and_listed(client: httpx.AsyncClient, path: Path) -> None:
    reply = await upload(client, path.name, path.read_bytes())  # noqa: ASYNC240 - a small file of the test's own

    assert reply.status_code == 201, reply.text
    assert len(await cues(client, reply.json())) == reply.json()["tracks"][0]["cue_count"] > 0
