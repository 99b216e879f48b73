"""Gestures on their way: from one socket to all that are in the same open meeting, through this process and the others.

They are told and forgotten: no number, no row, no line in a log. One that is made too often, or comes at a moment when
access changes, is not told. Who may make one and what each is told of it is asked of backend.plans.reads.gesture.
"""

import asyncio
import logging
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import close_old_connections
from django.template.loader import render_to_string
from django.utils import translation

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.reads.gesture import POINT, REACTIONS, Gesture, make_gesture, read_gesture
from backend.plans.wake import where_is
from citizen_app.catch_up import encode
from citizen_app.gathering import Gathering, alike
from citizen_app.owed import Asking, Question
from citizen_app.viewer import Viewer
from citizen_app.wake_line import Message, publisher
from citizen_app.watcher import Watcher

MOST, IN_SECONDS = 5, 2.0  # of one person in this process; what is more is passed over in silence
NOTHING = (-1, "")
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
log = logging.getLogger("tavlen.live")

Ask = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a page asks for: a reaction, or to point at a card."""

    what: str
    step_id: UUID | None = None


def reaction(what: object) -> Wish | None:
    """One of REACTIONS."""
    return Wish(what) if isinstance(what, str) and what in REACTIONS else None


def pointing(step_id: object) -> Wish | None:
    """At a step, by its id; whether there is one is not asked here."""
    return Wish(POINT, UUID(step_id)) if isinstance(step_id, str) and _ID.fullmatch(step_id) else None


@dataclass(slots=True)
class Pace:
    """So many within so long."""

    lately: deque[float] = field(default_factory=lambda: deque(maxlen=MOST))

    def allows(self) -> bool:
        now = time.monotonic()
        if len(self.lately) == MOST and now - self.lately[0] < IN_SECONDS:
            return False
        self.lately.append(now)
        return True


class Gestures:
    """A hub's own; lives in its loop, and asks in its threads."""

    def __init__(self, rooms: Mapping[int, Gathering], ask: Ask, question: Callable[[Watcher], Question]) -> None:
        self._rooms, self._ask, self._question = rooms, ask, question
        self._paces: dict[Viewer, Pace] = {}
        self._passing_on: set[asyncio.Task[None]] = set()

    def forget(self, viewer: Viewer) -> None:
        """No socket of theirs is open any more."""
        self._paces.pop(viewer, None)

    async def make(self, watcher: Watcher, wish: Wish) -> None:
        """Until it is handed to everybody; the same socket says nothing more meanwhile."""
        if not self._paces.setdefault(watcher.held.viewer, Pace()).allows():
            return
        try:
            gesture = await self._ask(_made, self._question(watcher), watcher.plan_id, wish)
            if gesture is not None:
                told = {"gesture": gesture.what, "by": str(gesture.by), "step": str(gesture.step_id or "")}
                publisher.publish({"plan": watcher.plan_id, **told})
                await self._pass_on(watcher.plan_id, gesture)
        except Exception as error:
            log.warning("a gesture could not be told: %s", type(error).__name__)

    def heard(self, message: Message) -> None:
        """Another process's: its maker was asked about there, and each who watches here is asked about here."""
        step_id = UUID(message["step"]) if message["step"] else None
        gesture = Gesture(str(message["gesture"]), UUID(message["by"]), step_id)
        task = asyncio.get_running_loop().create_task(self._pass_on(int(message["plan"]), gesture))
        self._passing_on.add(task)
        task.add_done_callback(self._passing_on.discard)

    async def _pass_on(self, plan_id: int, gesture: Gesture) -> None:
        room = self._rooms.get(plan_id)
        if room is None:
            return
        groups = alike(room.watchers)
        frames = await self._ask(_told, plan_id, gesture, [self._question(group[0]) for group in groups])
        for group, (epoch, text) in zip(groups, frames, strict=True):
            for watcher in group if text and epoch >= room.epoch else ():
                watcher.hint(text)


def _made(question: Question, plan_id: int, wish: Wish) -> Gesture | None:
    """In a thread of the hub's: whoever sits there may, or nothing happened."""
    close_old_connections()
    seat = Asking(plan_id).seats([question])[0]
    try:
        return make_gesture(seat, what=wish.what, step_id=wish.step_id) if seat else None
    except NotHere:
        return None


def _told(plan_id: int, gesture: Gesture, questions: Sequence[Question]) -> list[tuple[int, str]]:
    """In a thread of the hub's: for each the epoch it was asked at, and the frame; nothing for who is not told."""
    close_old_connections()
    frames: dict[tuple[str, str], str] = {}
    seats = Asking(plan_id).seats(questions)
    for question, seat in zip(questions, seats, strict=True):
        if seat and (seat.key, question.language) not in frames:
            frames[seat.key, question.language] = _frame(seat, gesture, question.language)
    present = where_is(plan_id)
    return [
        (seat.epoch, frames[seat.key, question.language])
        if seat and present and seat.epoch == present.epoch
        else NOTHING
        for question, seat in zip(questions, seats, strict=True)
    ]


def _frame(seat: Seat, gesture: Gesture, language: str) -> str:
    try:
        view = read_gesture(seat, gesture)
    except NotHere:
        return ""
    with translation.override(language):
        html = render_to_string("meeting/_gesture.html", {"gesture": view}).strip()
    step = {"step": str(view.step_id)} if view.step_id else {}
    who = {"who": view.face.name.partition(" ")[0], "mine": view.face.is_me}
    return encode({"gesture": {**who, **step, "html": html}})
