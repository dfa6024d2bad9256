"""A user's chat history through the cache: where a list is read, and what a write leaves for the cache to do.

The service above writes to PostgreSQL and says here what it wrote; the cache below knows keys and versions only.
"""

from __future__ import annotations

from app.accounts.types import User
from app.cache import keys
from app.cache.entry import Loaded, Reading
from app.cache.read_through import ReadThrough
from app.chat.repository import ChatRepository
from app.chat.types import StoredMessage
from app.config import Settings
from app.db import Database, Transaction
from app.db.outbox import changed_keys


class ChatHistory:
    """The two cached lists."""

    def __init__(self, database: Database, cache: ReadThrough, settings: Settings) -> None:
        self._database = database
        self._cache = cache
        self._sessions_seconds = settings.cache_expire_sessions
        self._messages_seconds = settings.cache_expire_messages

    async def sessions(self, user: User) -> Reading:
        """The user's sessions, newest first, as JSON text."""

        async def load() -> Loaded:
            async with self._database.read() as connection:
                return await ChatRepository(connection).load_sessions(user.user_id)

        return await self._cache.get(
            keys.chat_sessions(user.user_id), owner=user.user_id, seconds=self._sessions_seconds, load=load
        )

    async def messages(self, user: User, session_id: int) -> Reading:
        """A session's messages, oldest first, as JSON text. Raises NotFound, also for somebody else's session."""

        async def load() -> Loaded:
            async with self._database.read() as connection:
                return await ChatRepository(connection).load_messages(user.user_id, session_id)

        return await self._cache.get(
            keys.chat_messages(session_id), owner=user.user_id, seconds=self._messages_seconds, load=load
        )

    async def changed(self, transaction: Transaction) -> None:
        """Last thing in a transaction: once it is committed, the lists it changed are forgotten."""
        changes = await changed_keys(transaction.connection)
        transaction.after_commit(lambda: self._cache.finish(changes))

    async def appended(self, transaction: Transaction, session_id: int, message: StoredMessage) -> None:
        """Likewise, when the transaction added exactly one message to a session: it is appended to the cached list."""
        changes = await changed_keys(transaction.connection)
        items = {keys.chat_messages(session_id): message.body}
        transaction.after_commit(lambda: self._cache.finish(changes, items))
