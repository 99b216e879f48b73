"""Sockets on the real hub of this process; put away after each test, with every database connection it opened."""

import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import connections

from citizen_app import hub as hubs
from citizen_app.hub import THREADS
from tests.live.sockets import Sockets


@pytest.fixture
async def sockets(transactional_db: None) -> AsyncIterator[Sockets]:
    """sockets.open("citizen", scene): a socket as the browser opens it."""
    opened = Sockets()
    yield opened
    await opened.close()
    hub = hubs.Hub.present
    if hub is not None:
        await _put_away(hub)
    await sync_to_async(connections.close_all)()


async def _put_away(hub: Any) -> None:
    hubs.Hub.present = None
    for task in (hub.beating, hub.starting, hub.listener._task):
        if task:
            task.cancel()
    together = threading.Barrier(THREADS)

    def close() -> None:
        together.wait(timeout=10)
        connections.close_all()

    for closing in [hub.loop.run_in_executor(hub._pool, close) for _ in range(THREADS)]:
        await closing
    hub._pool.shutdown()
