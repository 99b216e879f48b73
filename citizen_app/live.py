"""The socket of a plan: /live/plans/<id>/?after=N&page=P&packs=1. It tells what happened, and takes no orders.

Who may listen. A socket opens only for a seat: the session behind its cookie leads to a person (or a paired wall), and
that viewer to a place at this plan's table. A plan where they have no place and a plan that does not exist are closed
with the same code after the same handshake. Being let in is not enough: at every delivery the hub asks again whether
the session stands and the seat is still theirs, and a socket of someone who left gets its close and not a byte before
it. What may be said here is in MESSAGES: a ping, that somebody looks
(backend.reach.presence), and gestures in an open meeting (gestures.py); they change nothing of a plan and are kept
nowhere. Whether the handshake comes from our own pages is asked around this application, in backend.config.
"""

import asyncio
import json
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from urllib.parse import parse_qs

from django.db import close_old_connections
from django.utils import translation
from django.utils.translation import gettext as _

from backend.common.errors import NotHere
from backend.plans import visits
from backend.plans.access import Seat
from backend.reach.presence import is_here
from citizen_app import hub as hubs
from citizen_app.catch_up import encode
from citizen_app.fragments import PAGE_NAME
from citizen_app.gestures import Wish, pointing, reaction
from citizen_app.heartbeat import Heartbeat
from citizen_app.hub import Hub
from citizen_app.passes import Pass
from citizen_app.viewer import SignedOut, language_of, page_of_look, request_of, viewer_of
from citizen_app.watcher import NOT_HERE, SIGNED_OUT, TRY_LATER, Watcher

POLICY = 4008
LONGEST_MESSAGE = 1024
MOST_MESSAGES, IN_SECONDS = 20, 10.0
MOST_MISTAKES = 5
MOST_GESTURES = 100  # in as long; how many of one person are told is another matter (gestures.py)
PONG = '{"pong":true}'


class Sight(Enum):
    """That the page is before somebody's eyes."""

    HERE = "here"


# What a socket may say, {name: value}, and what that comes to; None of a value that is none. Each has a row in
# tests/access/table.py.
Said = str | Wish | Sight
MESSAGES: dict[str, Callable[[object], Said | None]] = {
    "ping": lambda value: PONG if value is True else None,
    "here": lambda value: Sight.HERE if value is True else None,
    "react": reaction,
    "point": pointing,
}
NOWHERE = -1  # a number no seat ever had: answered with reload

_PATH = re.compile(r"/live/plans/([0-9]{1,19})/")
_PAGE = re.compile(PAGE_NAME)

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who has been let in."""

    held: Pass
    seat: Seat
    language: str


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """One socket from handshake to goodbye."""
    await receive()  # websocket.connect
    plan_id, page, after = _asked_for(scope)
    hub = await _running_hub()
    guest = await hub.ask(_let_in, scope, plan_id, page)
    await send({"type": "websocket.accept"})
    if isinstance(guest, int) or not hub.has_place_for(guest.held.viewer):
        await send({"type": "websocket.close", "code": guest if isinstance(guest, int) else TRY_LATER})
        return
    watcher = Watcher(
        held=guest.held,
        seat=guest.seat,
        page=page,
        language=guest.language,
        cursor=after,
        send=send,
        packs=b"packs=1" in scope["query_string"].split(b"&"),
    )
    hub.join(watcher)
    try:
        await _listen(receive, watcher, hub)
    finally:
        watcher.gone()
        hub.leave(watcher)


def _asked_for(scope: Scope) -> tuple[int, str, int]:
    """(plan, page, number). A number that is none, or a page that cannot be one, gets the whole page anew."""
    path = _PATH.fullmatch(scope["path"])
    query = parse_qs(scope["query_string"].decode("latin-1"))
    page, after = query.get("page", ["board"])[0], query.get("after", [""])[0]
    good_page = _PAGE.fullmatch(page) is not None
    good_after = after.isascii() and after.isdecimal() and len(after) < 19 and good_page
    return int(path[1]) if path else 0, page if good_page else "board", int(after) if good_after else NOWHERE


async def _running_hub() -> Hub:
    """The line to the other hubs stands before anybody is asked what they missed."""
    hub = hubs.present()
    hub.starting = hub.starting or hub.loop.create_task(_start(hub))
    await asyncio.shield(hub.starting)
    return hub


async def _start(hub: Hub) -> None:
    hub.beating = hub.loop.create_task(Heartbeat(hub).keep_beating())
    await hub.listener.start()


def _let_in(scope: Scope, plan_id: int, page: str) -> Guest | int:
    """In a thread of the hub's: the guest, or the code to close with."""
    close_old_connections()
    request = request_of(scope)
    try:
        viewer = viewer_of(request)
        seat = viewer.seat_at(plan_id, page=page)
        visits.note(viewer.seat_at(plan_id, page=page_of_look(page)), what="live", screen_id=viewer.screen_id)
    except SignedOut:
        return SIGNED_OUT
    except NotHere:
        return NOT_HERE
    return Guest(Pass(request.session.session_key or "", viewer), seat, language_of(request))


async def _listen(receive: Receive, watcher: Watcher, hub: Hub) -> None:
    """Until the other side closes. Nothing that is sent here changes anything."""
    manners = Manners()
    while True:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            return
        if watcher.closed:
            continue
        answer = manners.answer(message.get("text"), watcher.language)
        if answer is None:
            watcher.close(POLICY)
        elif isinstance(answer, Wish):
            await hub.gestures.make(watcher, answer)
        elif isinstance(answer, Sight):
            is_here(person_id=watcher.held.viewer.person_id, plan_id=watcher.seat.plan_id)
        else:
            watcher.hand(answer)


@dataclass(slots=True)
class Manners:
    """What one socket may say, and how often."""

    mistakes: int = 0
    lately: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_MESSAGES))
    gestures: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_GESTURES))

    def answer(self, text: str | None, language: str) -> Said | None:
        """The answer to one message, or what it wishes; None when this socket has said too much."""
        said = _said(text)
        if _is_too_many(self.gestures if isinstance(said, Wish) else self.lately):
            return None
        if said is not None:
            return said
        self.mistakes += 1
        if self.mistakes > MOST_MISTAKES:
            return None
        with translation.override(language):
            why = _('Her kan man kun lytte og give tegn. Send ændringer til API\'et, eller {"ping": true}.')
            return encode({"why": why})


def _is_too_many(lately: deque[float]) -> bool:
    now = time.monotonic()
    is_full = len(lately) == lately.maxlen and now - lately[0] < IN_SECONDS
    lately.append(now)
    return is_full


def _said(text: str | None) -> Said | None:
    """What this message comes to; None when it is none of ours."""
    if text is None or len(text) > LONGEST_MESSAGE:
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or len(told) != 1:
        return None
    ((name, value),) = told.items()
    return MESSAGES[name](value) if name in MESSAGES else None
