"""One writer at a time on SQLite: waiting in line here is fairer and quicker than waiting in its busy loop."""

import threading
from contextlib import AbstractContextManager, nullcontext

from django.db import connection

_one_writer = threading.Lock()


def in_line() -> AbstractContextManager[bool | None]:
    """Around a write transaction. Nothing to wait for on PostgreSQL, or inside a transaction that has its turn."""
    waits = connection.vendor == "sqlite" and not connection.in_atomic_block
    return _one_writer if waits else nullcontext()
