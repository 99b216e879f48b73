"""One open socket: who it is for, how far it has come, and a queue and writer of its own: a slow one harms nobody."""

import asyncio
import logging
import zlib
from collections import deque
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

from backend.plans.access import Seat
from citizen_app.passes import Pass

# Codes below 3000 are not ours to send (RFC 6455, 7.4.2).
SIGNED_OUT = 4401
NOT_HERE = 4404
TRY_LATER = 4013
MOST_WAITING = 64
MOST_HINTS = 8
MOST_WAITING_CHARACTERS = 1024 * 1024
WORTH_PACKING = 900  # characters; most cards are less, and a thousand screens get them as they are
LARGEST = 64 * 1024  # bytes; the server's line carries no larger message, in neither direction (parts/server.py)

Send = Callable[[dict[str, Any]], Awaitable[None]]
log = logging.getLogger("tavlen.live")


class Watcher:
    """Lives in the loop's thread alone. `cursor`: the number up to which everything was handed over."""

    __slots__ = (
        "_characters",
        "_queue",
        "_send",
        "_writer",
        "beside",
        "closed",
        "cursor",
        "held",
        "language",
        "packs",
        "page",
        "plan_id",
        "seat",
        "told",
    )

    def __init__(
        self, *, held: Pass, seat: Seat, page: str, language: str, cursor: int, send: Send, packs: bool = False
    ) -> None:
        self.held = held
        self.seat = seat
        self.plan_id = seat.plan_id
        self.page = page
        self.language = language
        self.cursor = cursor
        self.told = ""  # what the desk's list of people, or what hangs on looks, was when it was last sent
        self.beside: frozenset[int] = frozenset()  # the other plans on that list
        self.closed = False
        self.packs = packs  # whether the page there can unpack
        self._send = send
        self._queue: deque[str] = deque()
        self._characters = 0
        self._writer: asyncio.Task[None] | None = None

    def hand(self, text: str) -> None:
        """Queue one message; a socket that cannot keep up is closed, and catches up when it is back."""
        if self.closed:
            return
        self._queue.append(text)
        self._characters += len(text)
        if len(self._queue) > MOST_WAITING or self._characters > MOST_WAITING_CHARACTERS:
            self.close(TRY_LATER)
        elif self._writer is None:
            self._writer = asyncio.get_running_loop().create_task(self._write())

    def hint(self, text: str) -> None:
        """Queue what is worth telling at once or not at all: it closes nobody, and comes before nothing."""
        if len(self._queue) < MOST_HINTS:
            self.hand(text)

    def close(self, code: int) -> None:
        """Nothing that still waits is sent, not one more byte: only the close."""
        if self.closed:
            return
        self.closed = True
        self._queue.clear()
        if self._writer is not None:
            self._writer.cancel()
        self._writer = asyncio.get_running_loop().create_task(self._say_goodbye(code))

    def gone(self) -> None:
        """The other side has closed."""
        self.closed = True
        self._queue.clear()

    async def _write(self) -> None:
        try:
            while self._queue:
                text = self._queue.popleft()
                self._characters -= len(text)
                await self._send({"type": "websocket.send", **self._wrapped(text)})
        except Exception:
            log.info("a socket ended while it was written to")
            self.gone()
            await self._say_goodbye(TRY_LATER)  # an open line that hears nothing any more would never come back
        finally:
            if not self.closed:
                self._writer = None

    def _wrapped(self, text: str) -> dict[str, Any]:
        """As text, or packed; what no line carries is fetched instead."""
        if self.packs and len(text) >= WORTH_PACKING:
            return {"bytes": _packed(text)}
        return {"text": text if len(text.encode()) <= LARGEST else f'{{"reload":true,"upto":{self.cursor}}}'}

    async def _say_goodbye(self, code: int) -> None:
        try:
            await self._send({"type": "websocket.close", "code": code})
        except Exception:
            log.info("a socket ended before it was closed")


@lru_cache(maxsize=16)
def _packed(text: str) -> bytes:
    """Once for all who are handed the same text (docs/decisions/0031-what-is-compressed.md)."""
    return zlib.compress(text.encode())
