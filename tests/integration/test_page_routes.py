"""The page and what is around it."""

from __future__ import annotations

import httpx
import pytest

from app.routes.page import DIST

pytestmark = pytest.mark.skipif(not (DIST / "index.html").is_file(), reason="the page is not built: make build")

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("path", ["/", "/watch/1", "/watch/1/extra", "/library", "/settings", "/login", "/status"])
async def test_the_page_is_served_at_its_own_addresses(client: httpx.AsyncClient, path: str) -> None:
    reply = await client.get(path, headers=BROWSER)

    assert (reply.status_code, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "default-src 'self'" in reply.headers["content-security-policy"]
    assert reply.headers["cache-control"] == "no-cache"


async def test_a_mistyped_address_shows_a_person_the_page_and_a_program_a_problem(client: httpx.AsyncClient) -> None:
    person, program = await client.get("/nowhere", headers=BROWSER), await client.get("/nowhere")

    assert (person.status_code, person.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert (program.status_code, program.json()["code"]) == (404, "not_found")


async def test_an_unknown_chat_is_a_problem_even_in_a_browser(client: httpx.AsyncClient) -> None:
    reply = await client.get("/chat/999/messages", headers=BROWSER)
    assert (reply.status_code, reply.json()["code"]) == (404, "not_found")


async def test_built_files_may_be_kept_for_ever(client: httpx.AsyncClient) -> None:
    name = next((DIST / "assets").iterdir()).name
    assert "immutable" in (await client.get(f"/assets/{name}")).headers["cache-control"]


@pytest.mark.parametrize("path", ["/assets/../index.html", "/assets/%2e%2e/%2e%2e/README.md", "/assets/nothing.js"])
async def test_nothing_but_built_files_is_served(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def test_the_api_describes_itself_and_names_no_internal_error(client: httpx.AsyncClient) -> None:
    paths = (await client.get("/openapi.json")).json()["paths"]
    assert {"/chat/sessions", "/chat/{session_id}/messages", "/chat/{session_id}/ask", "/videos", "/health"} <= set(
        paths
    )
