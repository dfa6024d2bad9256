"""Asking: the answer is quoted word for word, each quote with its second, or there honestly is none."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import asyncpg
import httpx
import pytest

from tests.conftest import SHARED_DATA
from tests.integration.test_chat_routes import new_session
from tests.integration.test_videos_routes import upload

Events = list[tuple[str, Any]]


async def ask(client: httpx.AsyncClient, session_id: int, question: str, key: str | None = None) -> Events:
    headers = {"Idempotency-Key": key} if key else {}
    reply = await client.post(f"/chat/{session_id}/ask", json={"question": question}, headers=headers)
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"].startswith("text/event-stream")
    return parse(reply.text)


def parse(stream: str) -> Events:
    events = []
    for block in stream.replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if fields:
            events.append((fields["event"], json.loads(fields["data"])))
    return events


async def about_sample(client: httpx.AsyncClient) -> int:
    video_id = (await client.post("/videos/sample")).json()["video_id"]
    session_id: int = (await new_session(client, video_id=video_id))["session_id"]
    return session_id


async def spoken_at(client: httpx.AsyncClient, citation: dict[str, Any]) -> str:
    """The words of the cues that the citation's times cover."""
    cues = (await client.get(f"/videos/{citation['video_id']}/transcript")).json()["cues"]
    return " ".join(text for start, end, text in cues if start < citation["end_ms"] and end > citation["start_ms"])


def squeezed(text: str) -> str:
    return "".join(text.split())


async def test_the_stream_tells_question_pieces_citations_and_answer(client: httpx.AsyncClient) -> None:
    session_id = await about_sample(client)
    events = await ask(client, session_id, "Why does a stone bridge need a keystone?")
    names = [name for name, _ in events]

    assert (names[0], names[-1]) == ("question", "answer")
    assert {"delta", "citation"} <= set(names)
    assert "".join(data["text"] for name, data in events if name == "delta") == events[-1][1]["message"]
    assert [data for name, data in events if name == "citation"] == events[-1][1]["citations"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why does a stone bridge need a keystone?", "keystone"),
        ("How do you find the right tension for a cable?", "tension"),
        ("What do engineers measure before they build?", "measure"),
        ("what is scour", "scour"),
    ],
)
async def test_each_quote_stands_at_its_second(client: httpx.AsyncClient, question: str, words: str) -> None:
    session_id = await about_sample(client)
    answer = (await ask(client, session_id, question))[-1][1]

    assert any(words in citation["quote"] for citation in answer["citations"])
    for number, citation in enumerate(answer["citations"], start=1):
        assert f"“{citation['quote']}” [{number}]" in answer["message"]
        assert squeezed(citation["quote"]) in squeezed(await spoken_at(client, citation))


@pytest.mark.parametrize(
    "question",
    ["How do I bake sourdough pizza?", "???", "the of and", "-" * 40, "🎬", "'; SELECT pg_sleep(9); --"],
)
async def test_nothing_relevant_is_said_so(client: httpx.AsyncClient, question: str) -> None:
    session_id = await about_sample(client)
    answer = (await ask(client, session_id, question))[-1][1]

    assert answer["citations"] == []
    assert "nothing" in answer["message"]


async def test_a_question_of_the_speaker_is_not_quoted_but_what_follows_it(client: httpx.AsyncClient) -> None:
    session_id = await about_sample(client)
    answer = (await ask(client, session_id, "What do engineers measure before they build?"))[-1][1]

    quotes = [citation["quote"] for citation in answer["citations"]]
    assert "First the ground." in quotes
    assert not [quote for quote in quotes if quote.endswith("?")]


async def test_question_and_answer_are_in_the_history(client: httpx.AsyncClient) -> None:
    session_id = await about_sample(client)
    await client.get(f"/chat/{session_id}/messages")
    events = await ask(client, session_id, "what is scour")

    listed = (await client.get(f"/chat/{session_id}/messages")).json()
    assert listed == [events[0][1], events[-1][1]]
    [session] = (await client.get("/chat/sessions")).json()
    assert (session["title"], session["message_count"]) == ("what is scour", 2)


async def test_the_same_key_stores_one_question_and_one_answer(client: httpx.AsyncClient) -> None:
    session_id = await about_sample(client)
    at_once = await asyncio.gather(*(ask(client, session_id, "what is scour", "key-1") for _ in range(4)))
    again = await ask(client, session_id, "what is scour", "key-1")

    assert {json.dumps(events[-1]) for events in [*at_once, again]} == {json.dumps(again[-1])}
    assert len((await client.get(f"/chat/{session_id}/messages")).json()) == 2


async def test_without_a_video_the_whole_library_is_asked(client: httpx.AsyncClient) -> None:
    await client.post("/videos/sample")
    other = "WEBVTT\n\n00:01.000 --> 00:05.000\nA baker kneads the dough until it is smooth.\n"
    bread = (await upload(client, "bread.vtt", other)).json()["video_id"]
    session_id = (await new_session(client))["session_id"]

    answer = (await ask(client, session_id, "what does the baker do with the dough"))[-1][1]
    assert [c["video_id"] for c in answer["citations"]] == [bread]


async def test_an_answer_quotes_only_the_askers_videos(client: httpx.AsyncClient, stranger: httpx.AsyncClient) -> None:
    await client.post("/videos/sample")
    session_id = (await new_session(stranger))["session_id"]
    assert (await ask(stranger, session_id, "keystone"))[-1][1]["citations"] == []


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("ja", "石の橋には要石が必要です。川の水は流れます。", "要石はなぜ必要ですか"),
        ("zh", "石桥需要拱心石。河水在流动。", "拱心石"),
        ("th", "สะพานหินต้องการหินหลัก", "หินหลัก"),
        ("ar", "الجسر الحجري يحتاج إلى حجر العقد. النهر يجري.", "حجر العقد"),
        ("he", "גשר אבן צריך אבן ראשה.", "אבן ראשה"),
        ("de", "Die Steinbrücke braucht einen Schlussstein.", "Wozu braucht man Schlusssteine?"),
    ],
)
async def test_every_script_can_be_asked(client: httpx.AsyncClient, language: str, text: str, question: str) -> None:
    data = f"WEBVTT\n\n00:01.000 --> 00:05.000\n{text}\n\n00:06.000 --> 00:09.000\n🎬 …\n"
    video = (await upload(client, "a.vtt", data, language=language)).json()
    session_id = (await new_session(client, video_id=video["video_id"]))["session_id"]
    answer = (await ask(client, session_id, question))[-1][1]

    assert answer["citations"], answer["message"]
    assert squeezed(answer["citations"][0]["quote"]) in squeezed(text)


@pytest.mark.parametrize(
    ("dictionary", "text"),
    [
        ("english", "the bridge stands on two feet and it is made of stone, as they were in the old days"),
        ("german", "die Brücke steht auf zwei Füßen und sie ist aus Stein, wie es in den alten Tagen war"),
        ("spanish", "el puente está sobre dos pies y es de piedra, como lo eran en los días de antes"),
        ("simple", "石の橋には要石が必要です。川の水は流れます。"),
        ("simple", "xqz brl vntr klmp"),
    ],
)
async def test_a_file_that_names_no_language_is_searched_in_its_own(
    client: httpx.AsyncClient, database: asyncpg.Connection, dictionary: str, text: str
) -> None:
    await upload(client, "talk.vtt", f"WEBVTT\n\n00:01.000 --> 00:05.000\n{text}\n")
    assert await database.fetchval("SELECT dictionary::text FROM passages") == dictionary


@pytest.mark.skipif(not SHARED_DATA.is_dir(), reason="the folder of real caption files is not here")
async def test_a_real_talk_is_quoted_at_the_right_second(client: httpx.AsyncClient) -> None:
    path = SHARED_DATA / "captions" / "ecosync-session" / "transcript.en.json3"
    video = (await upload(client, path.name, path.read_bytes(), language="en")).json()
    session_id = (await new_session(client, video_id=video["video_id"]))["session_id"]
    answer = (await ask(client, session_id, "What did they say about energy and data?"))[-1][1]

    for citation in answer["citations"]:
        assert squeezed(citation["quote"]) in squeezed(await spoken_at(client, citation))
