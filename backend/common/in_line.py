"""One writer at a time on SQLite: waiting in line here is fairer and quicker than waiting in its busy loop."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

PATIENCE_SECONDS = 3
_one_writer = threading.Lock()


@contextmanager
def in_line() -> Iterator[None]:
    """Around a write transaction. Nothing to wait for on PostgreSQL, or inside a transaction that has its turn.

    Raises OperationalError when the turn does not come: a phone sends again, and whoever only reads gets the thread.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    if not _one_writer.acquire(timeout=PATIENCE_SECONDS):
        raise OperationalError("the database is held by somebody else")
    try:
        yield
    finally:
        _one_writer.release()
