"""The fixed contract of the chat endpoints."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from typing import Any

import httpx
import pytest

SESSION_FIELDS = {
    "session_id",
    "title",
    "video_url",
    "video_title",
    "created_at",
    "updated_at",
    "message_count",
}
MESSAGE_FIELDS = {"message_id", "session_id", "role", "message", "timestamp", "video_context"}


async def new_session(client: httpx.AsyncClient, **fields: Any) -> dict[str, Any]:
    reply = await client.post("/chat/sessions", json=fields)
    assert reply.status_code == 201, reply.text
    session: dict[str, Any] = reply.json()
    return session


async def say(client: httpx.AsyncClient, session_id: int, message: str, **fields: Any) -> dict[str, Any]:
    reply = await client.post(f"/chat/{session_id}/messages", json={"role": "user", "message": message, **fields})
    assert reply.status_code == 201, reply.text
    stored: dict[str, Any] = reply.json()
    return stored


async def test_a_session_has_the_fields_of_the_contract(client: httpx.AsyncClient) -> None:
    session = await new_session(client, title="T", video_url="https://x.test/v", video_title="V")

    assert session.keys() >= SESSION_FIELDS
    assert (session["title"], session["video_url"], session["video_title"]) == ("T", "https://x.test/v", "V")
    assert session["message_count"] == 0
    assert datetime.fromisoformat(session["created_at"]).utcoffset() is not None


async def test_a_message_has_the_fields_of_the_contract(client: httpx.AsyncClient) -> None:
    session = await new_session(client)
    message = await say(client, session["session_id"], "hello", video_context={"at": 12})

    assert message.keys() >= MESSAGE_FIELDS
    assert message["video_context"] == {"at": 12}
    assert message["session_id"] == session["session_id"]


async def test_both_lists_are_plain_arrays(client: httpx.AsyncClient) -> None:
    session = await new_session(client)

    assert (await client.get(f"/chat/{session['session_id']}/messages")).json() == []
    assert [s["session_id"] for s in (await client.get("/chat/sessions")).json()] == [session["session_id"]]


async def test_what_is_posted_is_what_is_listed(client: httpx.AsyncClient) -> None:
    session_id = (await new_session(client))["session_id"]
    posted = [await say(client, session_id, f"message {n} – مرحبا 日本 🎬") for n in range(3)]

    assert (await client.get(f"/chat/{session_id}/messages")).json() == posted


async def test_a_cached_list_shows_a_message_posted_after_it_was_cached(client: httpx.AsyncClient) -> None:
    session_id = (await new_session(client))["session_id"]
    path = f"/chat/{session_id}/messages"
    await client.get(path)
    posted = await say(client, session_id, "later")
    reply = await client.get(path)

    assert reply.json() == [posted]
    assert reply.headers["x-cache"] == "hit", "the list was appended to, not dropped"


async def test_a_cached_list_of_sessions_follows_every_change(client: httpx.AsyncClient) -> None:
    first = await new_session(client, title="first")
    second = await new_session(client, title="second")
    await client.get("/chat/sessions")
    await say(client, first["session_id"], "up again")
    listed = (await client.get("/chat/sessions")).json()

    assert [(s["title"], s["message_count"]) for s in listed] == [("first", 1), ("second", 0)]
    await client.patch(f"/chat/sessions/{second['session_id']}", json={"title": "renamed"})
    await client.delete(f"/chat/{first['session_id']}")
    assert [s["title"] for s in (await client.get("/chat/sessions")).json()] == ["renamed"]


async def test_a_new_session_is_in_a_list_that_was_cached_before_it(client: httpx.AsyncClient) -> None:
    assert (await client.get("/chat/sessions")).json() == []
    session = await new_session(client)
    assert (await client.get("/chat/sessions")).json() == [session]


async def test_the_second_read_is_a_hit_and_byte_for_byte_the_first(client: httpx.AsyncClient) -> None:
    session_id = (await new_session(client))["session_id"]
    await say(client, session_id, "a")
    for path in ("/chat/sessions", f"/chat/{session_id}/messages"):
        missed, hit = await client.get(path), await client.get(path)
        assert (missed.headers["x-cache"], hit.headers["x-cache"]) == ("miss", "hit")
        assert missed.content == hit.content


async def test_an_unchanged_list_answers_304(client: httpx.AsyncClient) -> None:
    session_id = (await new_session(client))["session_id"]
    path = f"/chat/{session_id}/messages"
    etag = (await client.get(path)).headers["etag"]

    unchanged = await client.get(path, headers={"If-None-Match": etag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    await say(client, session_id, "new")
    assert (await client.get(path, headers={"If-None-Match": etag})).status_code == 200


async def test_the_etag_of_one_user_is_not_that_of_another(
    client: httpx.AsyncClient, stranger: httpx.AsyncClient
) -> None:
    await new_session(client, title="mine")
    await new_session(stranger, title="theirs")
    etag = (await client.get("/chat/sessions")).headers["etag"]

    reply = await stranger.get("/chat/sessions", headers={"If-None-Match": etag})
    assert (reply.status_code, reply.json()[0]["title"]) == (200, "theirs")


async def test_the_older_addresses_still_work(client: httpx.AsyncClient) -> None:
    link = "https://www.youtube.com/watch?v=aaaaaaaaaaa"
    session_id = (await new_session(client, video_url=link))["session_id"]
    posted = await say(client, session_id, "x")

    assert (await client.get(f"/chat/sessions/{session_id}/messages")).json() == [posted]
    for spelling in (link, "https://youtu.be/aaaaaaaaaaa"):
        about = await client.get("/chat/sessions/by-video", params={"video_url": spelling})
        assert [s["session_id"] for s in about.json()] == [session_id]
    assert (await client.delete(f"/chat/sessions/{session_id}")).status_code == 204
    assert (await client.delete(f"/chat/sessions/{session_id}")).status_code == 404


@pytest.mark.parametrize("warm", [False, True], ids=["cold", "warm"])
async def test_a_foreign_chat_is_as_unknown_as_none(
    client: httpx.AsyncClient, stranger: httpx.AsyncClient, warm: bool
) -> None:
    session_id = (await new_session(client))["session_id"]
    await say(client, session_id, "secret")
    if warm:
        await client.get(f"/chat/{session_id}/messages")
        await client.get("/chat/sessions")

    def anonymous(reply: httpx.Response) -> tuple[int, dict[str, Any]]:
        return reply.status_code, {k: v for k, v in reply.json().items() if k != "request_id"}

    for verb, path, body in (
        ("GET", "/chat/{}/messages", None),
        ("POST", "/chat/{}/messages", {"role": "user", "message": "x"}),
        ("POST", "/chat/{}/ask", {"question": "x"}),
        ("PATCH", "/chat/sessions/{}", {"title": "x"}),
        ("DELETE", "/chat/{}", None),
    ):
        foreign = await stranger.request(verb, path.format(session_id), json=body)
        unknown = await stranger.request(verb, path.format(999_999), json=body)
        assert anonymous(foreign) == anonymous(unknown)
        assert foreign.status_code == 404
    assert (await stranger.get("/chat/sessions")).json() == []
    assert len((await client.get(f"/chat/{session_id}/messages")).json()) == 1


async def test_a_stranger_does_not_push_an_entry_out(client: httpx.AsyncClient, stranger: httpx.AsyncClient) -> None:
    session_id = (await new_session(client))["session_id"]
    await client.get(f"/chat/{session_id}/messages")
    await stranger.get(f"/chat/{session_id}/messages")

    assert (await client.get(f"/chat/{session_id}/messages")).headers["x-cache"] == "hit"


async def test_messages_posted_at_once_are_all_there_once(client: httpx.AsyncClient) -> None:
    session_id = (await new_session(client))["session_id"]
    await client.get(f"/chat/{session_id}/messages")
    posted = await asyncio.gather(*(say(client, session_id, f"m{n}") for n in range(20)))
    listed = (await client.get(f"/chat/{session_id}/messages")).json()

    assert sorted(m["message_id"] for m in listed) == sorted(m["message_id"] for m in posted)
    assert [m["message_id"] for m in listed] == sorted(m["message_id"] for m in listed)
    assert (await client.get("/chat/sessions")).json()[0]["message_count"] == 20


BAD_BODIES: list[tuple[str, str, Any]] = [
    ("POST", "/chat/sessions", {"title": ""}),
    ("POST", "/chat/sessions", {"title": "x" * 301}),
    ("POST", "/chat/sessions", {"title": 7}),
    ("POST", "/chat/sessions", {"title": "a\x00b"}),
    ("POST", "/chat/sessions", {"video_id": 2**70}),
    ("POST", "/chat/sessions", []),
    ("POST", "/chat/1/messages", {"role": "system", "message": "x"}),
    ("POST", "/chat/1/messages", {"role": "user", "message": "  "}),
    ("POST", "/chat/1/messages", {"role": "user"}),
    ("POST", "/chat/1/messages", {"role": "user", "message": "x" * 100_001}),
    ("POST", "/chat/1/messages", {"role": "user", "message": "x", "video_context": {"a": "\x00"}}),
    ("POST", "/chat/1/messages", {"role": "user", "message": "x", "video_context": "y" * 200_001}),
    ("POST", "/chat/1/ask", {"question": ""}),
    ("POST", "/chat/1/ask", {"question": "x" * 4_001}),
    ("PATCH", "/chat/sessions/1", {}),
]


@pytest.mark.parametrize(("verb", "path", "body"), BAD_BODIES)
async def test_a_bad_body_is_a_clear_problem(client: httpx.AsyncClient, verb: str, path: str, body: Any) -> None:
    reply = await client.request(verb, path, json=body)

    assert reply.status_code == 422
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json().keys() >= {"type", "title", "status", "detail", "code", "request_id", "errors"}


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"title": "\\ud800"}', b"[" * 100_000])
async def test_bad_json_is_a_clear_problem(client: httpx.AsyncClient, body: bytes) -> None:
    reply = await client.post("/chat/sessions", content=body, headers={"content-type": "application/json"})

    assert reply.status_code in {400, 422}
    assert reply.json()["code"] in {"invalid_json", "invalid_input", "bad_request"}


@pytest.mark.parametrize("session_id", ["abc", "0", "-1", str(2**63), "9" * 40, "%00", "1.5", "٣"])
async def test_an_impossible_id_is_not_found(client: httpx.AsyncClient, session_id: str) -> None:
    reply = await client.get(f"/chat/{session_id}/messages")

    assert (reply.status_code, reply.json()["code"]) == (404, "not_found")


async def test_a_body_over_the_limit_is_refused_while_it_comes(client: httpx.AsyncClient) -> None:
    announced = await client.post("/chat/sessions", content=b"x" * (1024 * 1024 + 1))

    taken = 0

    async def drip() -> Any:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield b"x" * 100_000

    streamed = await client.post("/chat/sessions", content=drip())
    assert taken < 20, "reading ended at the limit"
    for reply in (announced, streamed):
        assert (reply.status_code, reply.json()["code"]) == (413, "too_large")


async def test_the_request_id_is_sent_back_and_stands_in_a_problem(client: httpx.AsyncClient) -> None:
    reply = await client.get("/chat/999/messages", headers={"X-Request-Id": "my-id-1"})

    assert reply.headers["x-request-id"] == reply.json()["request_id"] == "my-id-1"
    forged = await client.get("/chat/999/messages", headers={"X-Request-Id": "a b\tc" * 40})
    assert forged.headers["x-request-id"] != "a b\tc" * 40


async def test_deleting_a_video_keeps_its_chats(client: httpx.AsyncClient) -> None:
    video_id = (await client.post("/videos/sample")).json()["video_id"]
    session = await new_session(client, video_id=video_id)
    await client.get("/chat/sessions")
    assert (await client.delete(f"/videos/{video_id}")).status_code == 204

    [listed] = (await client.get("/chat/sessions")).json()
    assert (listed["session_id"], listed["video_id"]) == (session["session_id"], None)
    assert listed["video_title"] == "Three ways to cross a river"


async def test_lists_are_json_as_json_dumps_would_read_it(client: httpx.AsyncClient) -> None:
    session_id = (await new_session(client))["session_id"]
    await say(client, session_id, 'quote " backslash \\ newline \n tab \t slash / \u2028')
    body = (await client.get(f"/chat/{session_id}/messages")).content

    assert json.loads(body)[0]["message"] == 'quote " backslash \\ newline \n tab \t slash / \u2028'
