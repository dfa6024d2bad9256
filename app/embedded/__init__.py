"""PostgreSQL and Valkey as private servers of this product, when no address is configured.

One *keeper* process per data folder (`keeper.py`) owns both servers. Every process that needs them calls
`ensure_running`, which starts the keeper if there is none and holds a shared lock for as long as the process lives.
When the last holder is gone, however it went, the keeper stops the servers and ends: no orphan, no pid file to trust.
"""

from app.embedded.client import ensure_running, wait_until_stopped
from app.embedded.folder import DataFolder
from app.embedded.server import exit_reason, parent_death_signal

__all__ = ["DataFolder", "ensure_running", "exit_reason", "parent_death_signal", "wait_until_stopped"]
