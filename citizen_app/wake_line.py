"""Redis between hubs: carries wakes from the process that wrote to the processes that watch; and gestures, as ids.

At most once and never in the way: what is lost of a wake the heartbeat heals, and a failure never reaches the writer.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from channels.layers import get_channel_layer

GROUP = "wakes"
MOST_WAITING = 1000
READY_SECONDS = 2.0
PAUSE_SECONDS = 1.0
log = logging.getLogger("tavlen.live")

_me = uuid4().hex  # this process, so that it does not hear its own
Message = dict[str, Any]


class Publisher:
    """A thread with a loop of its own, made at the first wake: the writing thread only leaves the message there."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting = 0

    def publish(self, message: Message) -> None:
        """From any thread; returns at once."""
        if get_channel_layer() is None or self._waiting >= MOST_WAITING:
            return
        self._waiting += 1
        asyncio.run_coroutine_threadsafe(self._send({**message, "type": "wake", "from": _me}), self._running_loop())

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="wake-line", daemon=True).start()
            return self._loop

    async def _send(self, message: Message) -> None:
        try:
            await get_channel_layer().group_send(GROUP, message)
        except Exception as error:
            log.warning("a wake could not be passed on: %s", error)
        finally:
            self._waiting -= 1


class Listener:
    """Hears other processes' wakes in the hub's loop."""

    def __init__(self, hear: Callable[[Message], None]) -> None:
        self._hear = hear
        self._ready = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Returns when the line stands, or after two seconds without: the heartbeat does without it."""
        if get_channel_layer() is None:
            return
        self._task = asyncio.create_task(self._listen())
        try:
            await asyncio.wait_for(self._ready.wait(), READY_SECONDS)
        except TimeoutError:
            log.warning("no line to Redis yet; the heartbeat carries on")

    async def _listen(self) -> None:
        while True:
            try:
                await self._hear_all()
            except Exception as error:
                log.warning("the line to Redis was lost: %s", error)
                await asyncio.sleep(PAUSE_SECONDS)

    async def _hear_all(self) -> None:
        layer = get_channel_layer()
        channel = await layer.new_channel()
        await layer.group_add(GROUP, channel)
        self._ready.set()
        while True:
            message = await layer.receive(channel)
            if message.get("from") != _me:
                self._hear(message)


publisher = Publisher()
