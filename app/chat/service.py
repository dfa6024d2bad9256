"""What can be done with chats. Lists come back as JSON text, ready for the socket."""

from __future__ import annotations

from collections.abc import AsyncIterator

from app.accounts.types import User
from app.cache.entry import Reading
from app.chat.answering import Answer, Ask
from app.chat.generation import Answered, Asked, Event, Generations
from app.chat.history import ChatHistory
from app.chat.repository import ChatRepository
from app.chat.schemas import NewMessage, NewSession
from app.chat.types import StoredMessage
from app.db import Database
from app.errors import BadLink, NotFound
from app.videos.youtube import parse_video_link


class ChatService:
    """Each method is one whole thing a user can ask for; it commits by itself and leaves the cache true."""

    def __init__(self, database: Database, history: ChatHistory, generations: Generations) -> None:
        self._database = database
        self._history = history
        self._generations = generations

    async def list_sessions(self, user: User) -> Reading:
        """The user's sessions, newest first."""
        return await self._history.sessions(user)

    async def list_messages(self, user: User, session_id: int) -> Reading:
        """A session's messages, oldest first. Raises NotFound."""
        return await self._history.messages(user, session_id)

    async def sessions_about(self, user: User, video_url: str) -> bytes:
        """The user's sessions about a video, newest first."""
        async with self._database.read() as connection:
            return await ChatRepository(connection).sessions_about(user.user_id, video_url, _youtube_id(video_url))

    async def create_session(self, user: User, new: NewSession) -> bytes:
        """A new session. Raises NotFound if it names a video that is not the user's."""
        async with self._database.transaction() as transaction:
            chats = ChatRepository(transaction.connection)
            body = await chats.insert_session(user.user_id, new, _youtube_id(new.video_url))
            await self._history.changed(transaction)
        return body

    async def rename_session(self, user: User, session_id: int, title: str) -> bytes:
        """The session under its new title. Raises NotFound."""
        async with self._database.transaction() as transaction:
            body = await ChatRepository(transaction.connection).rename_session(user.user_id, session_id, title)
            await self._history.changed(transaction)
        return body

    async def delete_session(self, user: User, session_id: int) -> None:
        """Remove a session and its messages. Raises NotFound."""
        async with self._database.transaction() as transaction:
            await ChatRepository(transaction.connection).delete_session(user.user_id, session_id)
            await self._history.changed(transaction)

    async def add_message(self, user: User, session_id: int, new: NewMessage) -> bytes:
        """Store a message as it is. Raises NotFound."""
        async with self._database.transaction() as transaction:
            chats = ChatRepository(transaction.connection)
            await chats.lock_or_raise(user.user_id, session_id)
            stored = await chats.insert_message(session_id, new)
            assert stored is not None, "without a client key there is no conflict"
            await self._history.appended(transaction, session_id, stored)
        return stored.body

    async def ask(self, user: User, session_id: int, question: str, client_key: str | None) -> AsyncIterator[Event]:
        """Store the question, then answer it: the events of the answer, the stored question first.

        With the same client key again, the stored question and its answer are given, and nothing is stored twice.
        Raises NotFound before anything is stored.
        """
        new = NewMessage(role="user", message=question)
        async with self._database.transaction() as transaction:
            chats = ChatRepository(transaction.connection)
            scope = await chats.lock_or_raise(user.user_id, session_id)
            stored = await chats.insert_message(session_id, new, client_key=client_key)
            if stored is not None:
                await chats.title_from_question(session_id, question)
                await self._history.appended(transaction, session_id, stored)
            else:
                stored = await _stored_under(chats, session_id, client_key)
            answered = await chats.find_message(session_id, _answer_key(client_key)) if client_key else None
        if answered is not None:
            return _replay(stored, answered)

        async def store(answer: Answer) -> StoredMessage:
            return await self._store_answer(user, session_id, answer, client_key)

        events = self._generations.start(Ask(user.user_id, question, scope.video_id), store)
        return _led_by(Asked(stored), events)

    async def _store_answer(self, user: User, session_id: int, answer: Answer, client_key: str | None) -> StoredMessage:
        key = _answer_key(client_key) if client_key else None
        new = NewMessage(role="assistant", message=answer.text)
        async with self._database.transaction() as transaction:
            chats = ChatRepository(transaction.connection)
            await chats.lock_or_raise(user.user_id, session_id)
            stored = await chats.insert_message(session_id, new, citations=answer.citations, client_key=key)
            if stored is None:
                return await _stored_under(chats, session_id, key)
            await self._history.appended(transaction, session_id, stored)
        return stored


def _youtube_id(link: str | None) -> str | None:
    """The id in a link that a client gave along; any text is allowed there."""
    try:
        return parse_video_link(link) if link else None
    except BadLink:
        return None


def _answer_key(client_key: str) -> str:
    return f"answer to {client_key}"


async def _stored_under(chats: ChatRepository, session_id: int, client_key: str | None) -> StoredMessage:
    assert client_key is not None, "only a client key can conflict"
    stored = await chats.find_message(session_id, client_key)
    if stored is None:
        raise NotFound("The chat was deleted meanwhile.")
    return stored


async def _led_by(first: Event, events: AsyncIterator[Event]) -> AsyncIterator[Event]:
    yield first
    async for event in events:
        yield event


async def _replay(question: StoredMessage, answer: StoredMessage) -> AsyncIterator[Event]:
    yield Asked(question)
    yield Answered(answer)
