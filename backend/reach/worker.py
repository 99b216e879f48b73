"""The worker: goes its rounds about four times a second until it is told to end, whatever a round does to it."""

import logging
import os
import select
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType
from uuid import UUID

from django.db import close_old_connections

from backend.common.ids import new_id
from backend.reach import pulse

log = logging.getLogger(__name__)
PAUSE = 0.25  # seconds from the beginning of a round to that of the next
LONGEST_REST = 30.0  # of a round that fails and fails


@dataclass
class Round:
    """Something that is done again and again, `every` so many seconds; when it fails it rests, longer each time."""

    do: Callable[[], object]
    every: float = 0.0
    due: float = 0.0
    rest: float = 0.0

    def go(self) -> None:
        if time.monotonic() < self.due:
            return
        try:
            self.do()
            self.rest = 0.0
        except Exception:
            self.rest = min(LONGEST_REST, max(1.0, self.rest * 2))
            log.exception("a round of the worker failed; it is tried again", extra={"facts": {"rest": self.rest}})
        self.due = time.monotonic() + max(self.every, self.rest)


@dataclass
class Worker:
    """`parent`: a pipe that closes when whoever started it ends; None when it stands on its own."""

    rounds: Sequence[Round]
    parent: int | None = None
    name: UUID = field(default_factory=new_id)
    is_over: bool = False

    def run(self) -> None:
        """Until SIGTERM, SIGINT, or the parent's end; what it is at is done first. kill -9 loses nothing, either."""
        told, tell = os.pipe()
        os.set_blocking(tell, False)
        heard = signal.set_wakeup_fd(tell)
        before = {number: signal.signal(number, self._end) for number in (signal.SIGTERM, signal.SIGINT)}
        rounds = [Round(self._beat, every=pulse.BEAT.total_seconds()), *self.rounds]
        try:
            while not self.is_over:
                self._go(rounds, told)
        finally:
            signal.set_wakeup_fd(heard)
            for number, handler in before.items():
                signal.signal(number, handler)
            os.close(told)
            os.close(tell)
            Round(lambda: pulse.end(self.name)).go()

    def _go(self, rounds: list[Round], told: int) -> None:
        began = time.monotonic()
        close_old_connections()  # also one that failed in the round before
        for one in rounds:
            if not self.is_over:
                one.go()
        self._wait(told, began + PAUSE - time.monotonic())

    def _wait(self, told: int, seconds: float) -> None:
        """A signal ends the pause at once, and so does the parent's end: nothing else is ever written to its pipe."""
        ears = [told] if self.parent is None else [told, self.parent]
        ready, _, _ = select.select(ears, [], [], max(0.0, seconds))
        if self.parent in ready:
            self.is_over = True

    def _beat(self) -> None:
        pulse.beat(self.name)

    def _end(self, number: int, frame: FrameType | None) -> None:
        self.is_over = True
