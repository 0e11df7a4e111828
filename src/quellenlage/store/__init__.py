"""The store: raw bytes, reports, readings, links and decisions, in a file (SQLite) or on a server (PostgreSQL)."""

from quellenlage.store.contract import Store
from quellenlage.store.database import DatabaseStore
from quellenlage.store.records import Outcome, Query

__all__ = ["Outcome", "Query", "Store", "open_store"]


def open_store(name: str) -> Store:
    """Open a store, and make it where it is new: a file's name, or ``postgresql://user@host/database``.

    Raises ``StoreError`` where it cannot be opened.
    """
    return DatabaseStore(name)
