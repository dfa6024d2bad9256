"""PostgreSQL behind one door: connections, transactions with hooks, migrations, the cache's outbox."""

from app.db.database import Connection, Database, Transaction

__all__ = ["Connection", "Database", "Transaction"]
