"""The first schema: users, videos and their transcripts, chats, jobs.

The statements stand in the SQL files beside this one, one per theme, in the order they are run.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FILES = ("users", "videos", "chat", "cache", "jobs")


def upgrade() -> None:
    folder = Path(__file__).parent / revision
    op.execute("SELECT 1")  # opens the migration's transaction, which the driver's own call below then joins
    driver = op.get_bind().connection.dbapi_connection
    assert driver is not None, "a migration has a connection"
    for name in FILES:
        statements = (folder / f"{name}.sql").read_text(encoding="utf-8")
        # Several statements at once pass only through the driver's simple protocol, which SQLAlchemy does not use.
        driver.run_async(lambda raw, text=statements: raw.execute(text))
