"""Sessions and messages in PostgreSQL, which also puts their JSON together for cache and socket."""

from __future__ import annotations

from collections.abc import Sequence

from app.cache import keys
from app.cache.entry import Loaded
from app.chat.schemas import NewMessage, NewSession
from app.chat.types import Citation, SessionScope, StoredMessage
from app.db import Connection
from app.errors import NotFound

INSTANT = """to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
SESSION = f"""json_build_object('session_id', s.session_id, 'title', s.title, 'video_id', s.video_id,
    'video_url', s.video_url, 'video_title', s.video_title, 'created_at', {INSTANT.format("s.created_at")},
    'updated_at', {INSTANT.format("s.updated_at")}, 'message_count', s.message_count)"""
MESSAGE = f"""json_build_object('message_id', m.message_id, 'session_id', m.session_id, 'role', m.role,
    'message', m.message, 'timestamp', {INSTANT.format("m.created_at")}, 'video_context', m.video_context,
    'citations', coalesce((SELECT json_agg(json_build_object('video_id', c.video_id, 'start_ms', c.start_ms,
        'end_ms', c.end_ms, 'quote', c.quote) ORDER BY c.position)
        FROM citations AS c WHERE c.message_id = m.message_id), '[]'::json))"""
VERSION = "coalesce((SELECT version FROM cache_versions WHERE key = {}), 0) AS version"

NEW_TITLE = "New chat"
TITLE_FROM_QUESTION = 80
NO_SESSION = "There is no such chat."


class ChatRepository:
    """The statements on chats, over one connection; whose they are is always said."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def load_sessions(self, owner_id: str) -> Loaded:
        """The owner's sessions, newest first, with the version they are at: one statement, one snapshot."""
        row = await self._connection.fetchrow(
            f"""
            SELECT {VERSION.format("$2")}, (
                SELECT coalesce(json_agg({SESSION} ORDER BY s.updated_at DESC, s.session_id DESC), '[]')::text
                FROM chat_sessions AS s WHERE s.owner_id = $1) AS body
            """,
            *(owner_id, keys.chat_sessions(owner_id)),
        )
        return Loaded(row["body"].encode(), row["version"], owner_id)

    async def load_messages(self, owner_id: str, session_id: int) -> Loaded:
        """A session's messages, oldest first, with the version they are at. Raises NotFound."""
        row = await self._connection.fetchrow(
            f"""
            SELECT {VERSION.format("$3")}, (SELECT coalesce(json_agg({MESSAGE} ORDER BY m.message_id), '[]')::text
                FROM chat_messages AS m WHERE m.session_id = s.session_id) AS body
            FROM chat_sessions AS s WHERE s.owner_id = $1 AND s.session_id = $2
            """,
            *(owner_id, session_id, keys.chat_messages(session_id)),
        )
        if row is None:
            raise NotFound(NO_SESSION)
        return Loaded(row["body"].encode(), row["version"], owner_id)

    async def sessions_about(self, owner_id: str, video_url: str, youtube_id: str | None) -> bytes:
        """The owner's sessions about a link, newest first, however the link is spelled."""
        body: str = await self._connection.fetchval(
            f"""
            SELECT coalesce(json_agg({SESSION} ORDER BY s.updated_at DESC, s.session_id DESC), '[]')::text
            FROM chat_sessions AS s WHERE s.owner_id = $1 AND (s.video_url = $2 OR s.youtube_id = $3)
            """,
            *(owner_id, video_url, youtube_id),
        )
        return body.encode()

    async def insert_session(self, owner_id: str, new: NewSession, youtube_id: str | None) -> bytes:
        """A new session; it finds its video in the library by id or link. Raises NotFound for a foreign video."""
        video = await self._connection.fetchrow(
            """
            SELECT video_id, title, url, youtube_id FROM videos WHERE owner_id = $1 AND CASE WHEN $2::bigint IS NOT NULL
                THEN video_id = $2 ELSE youtube_id = $3 END ORDER BY video_id LIMIT 1
            """,
            *(owner_id, new.video_id, youtube_id),
        )
        if video is None and new.video_id is not None:
            raise NotFound("There is no such video.")
        body: str = await self._connection.fetchval(
            f"""
            INSERT INTO chat_sessions AS s (owner_id, title, video_id, video_url, video_title, youtube_id)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING {SESSION}::text
            """,
            *(
                owner_id,
                new.title or NEW_TITLE,
                video and video["video_id"],
                new.video_url or (video and video["url"]),
            ),
            *(new.video_title or (video and video["title"]), youtube_id or (video and video["youtube_id"])),
        )
        return body.encode()

    async def rename_session(self, owner_id: str, session_id: int, title: str) -> bytes:
        """The session under its new title. Raises NotFound."""
        body: str | None = await self._connection.fetchval(
            f"""
            UPDATE chat_sessions AS s SET title = $3 WHERE owner_id = $1 AND session_id = $2 RETURNING {SESSION}::text
            """,
            *(owner_id, session_id, title),
        )
        if body is None:
            raise NotFound(NO_SESSION)
        return body.encode()

    async def delete_session(self, owner_id: str, session_id: int) -> None:
        """Remove a session with its messages. Raises NotFound."""
        deleted = await self._connection.execute(
            "DELETE FROM chat_sessions WHERE owner_id = $1 AND session_id = $2", owner_id, session_id
        )
        if deleted != "DELETE 1":
            raise NotFound(NO_SESSION)

    async def lock_or_raise(self, owner_id: str, session_id: int) -> SessionScope:
        """What an answer in the session may draw on. Raises NotFound.

        Locks the session for writing until the transaction ends: messages get their ids in the order in which they are
        committed, so that appending to the cached list and reading the table anew give the same order.
        """
        row = await self._connection.fetchrow(
            "SELECT session_id, video_id FROM chat_sessions WHERE owner_id = $1 AND session_id = $2 FOR NO KEY UPDATE",
            *(owner_id, session_id),
        )
        if row is None:
            raise NotFound(NO_SESSION)
        return SessionScope(**row)

    async def insert_message(
        self,
        session_id: int,
        new: NewMessage,
        *,
        citations: Sequence[Citation] = (),
        client_key: str | None = None,
    ) -> StoredMessage | None:
        """A message with what it quotes; None if one with this client key is there already."""
        message_id: int | None = await self._connection.fetchval(
            """
            WITH stored AS (
                INSERT INTO chat_messages (session_id, role, message, video_context, client_key)
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT (session_id, client_key) DO NOTHING RETURNING message_id
            ), quoted AS (
                INSERT INTO citations (message_id, position, video_id, start_ms, end_ms, quote)
                SELECT stored.message_id, c.position, c.video_id, c.start_ms, c.end_ms, c.quote FROM stored,
                    unnest($6::bigint[], $7::bigint[], $8::bigint[], $9::text[])
                    WITH ORDINALITY AS c (video_id, start_ms, end_ms, quote, position)
            )
            SELECT message_id FROM stored
            """,
            *(session_id, new.role, new.message, new.video_context, client_key),
            *(
                [c.video_id for c in citations],
                [c.start_ms for c in citations],
                [c.end_ms for c in citations],
            ),
            [c.quote for c in citations],
        )
        return None if message_id is None else await self._message("m.message_id = $1", message_id)

    async def find_message(self, session_id: int, client_key: str) -> StoredMessage | None:
        """The message that a client stored under its key."""
        return await self._message("m.session_id = $1 AND m.client_key = $2", session_id, client_key)

    async def title_from_question(self, session_id: int, question: str) -> None:
        """A session that nobody named is named after its first question."""
        title = " ".join(question.split())
        if len(title) > TITLE_FROM_QUESTION:
            title = title[: TITLE_FROM_QUESTION - 1].rstrip() + "…"
        await self._connection.execute(
            "UPDATE chat_sessions SET title = $2 WHERE session_id = $1 AND title = $3",
            session_id,
            title,
            NEW_TITLE,
        )

    async def _message(self, condition: str, *arguments: object) -> StoredMessage | None:
        row = await self._connection.fetchrow(
            f"SELECT m.message_id, {MESSAGE}::text AS body FROM chat_messages AS m WHERE {condition}",
            *arguments,
        )
        return None if row is None else StoredMessage(row["message_id"], row["body"].encode())
