"""One hub a process: hears that a plan has moved, asks once for each kind of seat, and hands every watcher its frame.

Everything here lives in the loop's thread; the database is only asked in threads of the hub's own (owed.py). A wake
carries no content and may be lost or doubled: it makes watchers due, and whoever is due is asked for from their own
number. The heartbeat makes due what a lost wake did not. See docs/how-a-change-travels.md.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import ClassVar, TypeVar
from weakref import WeakValueDictionary

from django.conf import settings
from django.db import transaction

from backend.plans.wake import Wake
from citizen_app.gathering import UNKNOWN, Gathering, alike, some_at_a_time, taken
from citizen_app.gestures import Gestures
from citizen_app.owed import Answer, Question, gone_from, owed
from citizen_app.passes import Pass, digest_of
from citizen_app.viewer import Viewer
from citizen_app.wake_line import Listener, Message, publisher
from citizen_app.watcher import NOT_HERE, SIGNED_OUT, Watcher

MOST_OF_A_SCREEN = 4
THREADS = 2
LEAVING = 0.002  # seconds until frames that were handed over are on the wire
log = logging.getLogger("tavlen.live")

Asked = TypeVar("Asked")
Told = TypeVar("Told")


class Hub:
    """Belongs to one loop and is only touched there. `present` is the process's own."""

    present: ClassVar["Hub | None"] = None

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.rooms: dict[int, Gathering] = {}
        self._sockets: Counter[Viewer] = Counter()
        self._passes: WeakValueDictionary[tuple[str, Viewer], Pass] = WeakValueDictionary()
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="hub")
        self.listener = Listener(self._heard_from_afar)
        self.gestures = Gestures(self.rooms, self.ask, _question)
        self._showing_out: set[asyncio.Task[None]] = set()
        self.starting: asyncio.Task[None] | None = None
        self.beating: asyncio.Task[None] | None = None

    async def ask(self, question: Callable[..., Asked], *about: object) -> Asked:
        """Ask the database in a thread of the hub's own."""
        return await self.loop.run_in_executor(self._pool, question, *about)

    def everybody(self) -> list[Watcher]:
        return [watcher for room in self.rooms.values() for watcher in room.watchers]

    def has_place_for(self, viewer: Viewer) -> bool:
        most = settings.TAVLEN_SOCKETS_PER_PERSON if viewer.screen_id is None else MOST_OF_A_SCREEN
        return self._sockets[viewer] < most

    def join(self, watcher: Watcher) -> None:
        """From here on every wake reaches the watcher; only then is it asked what it missed."""
        held = watcher.held
        watcher.held = self._passes.setdefault((held.session_key, held.viewer), held)
        self._sockets[watcher.held.viewer] += 1
        room = self._room(watcher.plan_id)
        room.watchers.add(watcher)
        self.make_due(watcher.plan_id, [watcher])

    def leave(self, watcher: Watcher) -> None:
        """Forget a watcher whose socket is closed; twice is harmless."""
        room = self.rooms.get(watcher.plan_id)
        if room is None or watcher not in room.watchers:
            return
        self._sockets[watcher.held.viewer] -= 1
        self._sockets += Counter()  # forget whoever has no socket left
        if watcher.held.viewer not in self._sockets:
            self.gestures.forget(watcher.held.viewer)
        room.forget(watcher)
        self._watch_beside(watcher, frozenset())
        self._forget_if_empty(watcher.plan_id)

    def heard(self, wake: Wake) -> None:
        """A plan has moved: everybody who watches it is due, and the desks that show it beside another."""
        room = self.rooms.get(wake.plan_id)
        if room is None:
            return
        if wake.is_look:
            self.make_due(wake.plan_id, room.tell_of_looks())
            return
        if wake.epoch > room.epoch and room.watchers:
            task = self.loop.create_task(self._show_out(wake.plan_id, room))
            self._showing_out.add(task)
            task.add_done_callback(self._showing_out.discard)
        room.seq, room.epoch = max(room.seq, wake.seq), max(room.epoch, wake.epoch)
        self.make_due(wake.plan_id, room.watchers)
        for watcher in room.beside:
            self.make_due(watcher.plan_id, [watcher])

    async def _show_out(self, plan_id: int, room: Gathering) -> None:
        """Somebody's access changed: who has no place any more goes dark before anything is drawn for anybody."""
        watchers = list(room.watchers)
        gone = await self.ask(gone_from, plan_id, {watcher.held.viewer for watcher in watchers})
        for watcher in watchers:
            if watcher.held.viewer in gone:
                self.dismiss(watcher, NOT_HERE)

    def end_session(self, digest: str) -> None:
        """Close every socket of a session that has ended."""
        for watcher in self.everybody():
            if watcher.held.digest == digest:
                self.dismiss(watcher, SIGNED_OUT)

    def _heard_from_afar(self, message: Message) -> None:
        if "session" in message:
            self.end_session(str(message["session"]))
        elif "gesture" in message:
            self.gestures.heard(message)
        else:
            self.heard(Wake(message["plan"], message["seq"], message["epoch"], message.get("look", False)))

    def _room(self, plan_id: int) -> Gathering:
        return self.rooms.setdefault(plan_id, Gathering())

    def _forget_if_empty(self, plan_id: int) -> None:
        room = self.rooms.get(plan_id)
        if room and room.is_empty:
            del self.rooms[plan_id]

    def make_due(self, plan_id: int, watchers: Iterable[Watcher]) -> None:
        room = self._room(plan_id)
        room.owe(watchers)
        if room.is_owed and room.serving is None:
            room.serving = self.loop.create_task(self._serve(plan_id, room))

    async def _serve(self, plan_id: int, room: Gathering) -> None:
        """One look at a time for a plan: what is heard meanwhile is served by the next, together."""
        try:
            while room.is_owed:
                await self._look(plan_id, room, taken(room.due))
                self.loop.call_later(LEAVING, room.settle)
                if room.later:
                    await room.breathe()
                    await self._look(plan_id, room, taken(room.due))
                    await self._look(plan_id, room, taken(room.later))
        except Exception:
            log.exception("plan %s could not be looked at; the heartbeat asks again", plan_id)
            room.seq = UNKNOWN
        finally:
            room.settle()
            room.serving = None

    async def _look(self, plan_id: int, room: Gathering, due: set[Watcher]) -> None:
        for groups in some_at_a_time(alike(due)):
            await self._look_once(plan_id, room, groups)

    async def _look_once(self, plan_id: int, room: Gathering, groups: list[list[Watcher]]) -> None:
        present, answers = await self.ask(owed, plan_id, [_question(group[0]) for group in groups])
        if present is None:
            room.seq = UNKNOWN  # the heartbeat asks again
        else:
            room.epoch = max(room.epoch, present.epoch)
        for group, answer in zip(groups, answers, strict=bool(answers)):
            for watcher in group:
                self._deliver(room, watcher, answer)

    def _deliver(self, room: Gathering, watcher: Watcher, answer: Answer) -> None:
        if watcher.closed:
            return
        if answer.close or answer.seat is None:
            self.dismiss(watcher, answer.close)
        elif answer.seat.epoch < room.epoch:
            room.owe([watcher])  # somebody's access changed while we looked: look again before a byte is sent
        else:
            watcher.seat, watcher.cursor, watcher.told = answer.seat, answer.upto, answer.told
            if answer.beside is not None:
                self._watch_beside(watcher, answer.beside)
            if answer.is_owed_more:
                room.later.add(watcher)
            if answer.text:
                watcher.hand(answer.text)
            if watcher.closed:
                self.leave(watcher)

    def dismiss(self, watcher: Watcher, code: int) -> None:
        watcher.close(code)
        self.leave(watcher)

    def _watch_beside(self, watcher: Watcher, plan_ids: frozenset[int]) -> None:
        for plan_id in watcher.beside - plan_ids:
            self._room(plan_id).beside.discard(watcher)
            self._forget_if_empty(plan_id)
        for plan_id in plan_ids - watcher.beside:
            self._room(plan_id).beside.add(watcher)
        watcher.beside = plan_ids


def _question(watcher: Watcher) -> Question:
    return Question(watcher.held, watcher.seat, watcher.page, watcher.language, watcher.cursor, watcher.told)


def present() -> Hub:
    """The hub of the running loop, made for its first socket."""
    if Hub.present is None or Hub.present.loop is not asyncio.get_running_loop():
        Hub.present = Hub()
    return Hub.present


def told(wake: Wake) -> None:
    """The listener to backend.plans.wake: called by the writing thread after commit; returns at once."""
    gathering = _gathering(wake.plan_id)
    if gathering and not wake.is_look:
        gathering.stir()
    _in_the_loop(Hub.heard, wake)
    publisher.publish({"plan": wake.plan_id, "seq": wake.seq, "epoch": wake.epoch, "look": wake.is_look})


def give_way(plan_id: int) -> None:
    """Call in a request's thread between a change and its reply: the others' cards are drawn first."""
    if gathering := _gathering(plan_id):
        gathering.give_way()


def _gathering(plan_id: int) -> Gathering | None:
    return Hub.present.rooms.get(plan_id) if Hub.present else None


def session_ended(session_key: str | None) -> None:
    """Call when a session ends (signing out, leaving, a new password): after commit all its sockets go dark."""
    if session_key:
        transaction.on_commit(lambda: _end(digest_of(session_key)), robust=True)


def _end(digest: str) -> None:
    _in_the_loop(Hub.end_session, digest)
    publisher.publish({"session": digest})


def _in_the_loop(act: Callable[[Hub, Told], None], about: Told) -> None:
    hub = Hub.present
    if hub is not None and not hub.loop.is_closed():
        hub.loop.call_soon_threadsafe(act, hub, about)
