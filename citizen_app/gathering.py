"""Everybody who watches one plan in this process, and who of them is owed a look."""

import asyncio
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from citizen_app.fragments import is_drawn_in_parts, tells_of_looks
from citizen_app.watcher import Watcher

UNKNOWN = -1
BREATH = 0.03  # seconds
MOST_IN_A_LOOK = 16  # kinds of seat; what is drawn for more than that is old before it is sent
GIVE_WAY = 0.05  # seconds; a reply waits no longer for others, whatever becomes of them


@dataclass(slots=True, eq=False)
class Gathering:
    """Who watches the plan itself, and who watches it from beside (a desk on another plan).

    `due` are owed cards, which are drawn one by one and go out first; `later` are owed what takes long to draw: whole
    sheets, and a desk's list of people. `seq` is the newest number for which everybody was made due: no look raises it,
    since what was written while it drew may have been told to nobody. All but `give_way` and `stir` belong to the
    loop's thread.
    """

    watchers: set[Watcher] = field(default_factory=set)
    beside: set[Watcher] = field(default_factory=set)
    due: set[Watcher] = field(default_factory=set)
    later: set[Watcher] = field(default_factory=set)
    seq: int = UNKNOWN
    epoch: int = UNKNOWN
    serving: asyncio.Task[None] | None = None
    _called: asyncio.Event = field(default_factory=asyncio.Event)
    _cards_are_out: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.settle()

    @property
    def is_owed(self) -> bool:
        return bool(self.due or self.later)

    @property
    def is_empty(self) -> bool:
        return not self.watchers and not self.beside

    def owe(self, watchers: Iterable[Watcher]) -> None:
        for watcher in watchers:
            (self.due if is_drawn_in_parts(watcher.page) else self.later).add(watcher)
        if self.due:
            self._called.set()

    def tell_of_looks(self) -> list[Watcher]:
        """Those whose page changes when somebody has looked."""
        return [watcher for watcher in self.watchers if tells_of_looks(watcher.page)]

    def forget(self, watcher: Watcher) -> None:
        for some in (self.watchers, self.due, self.later):
            some.discard(watcher)

    async def breathe(self) -> None:
        """Before the slow ones: the cards leave and are seen first. Cut short when new cards are due."""
        if not self.due:
            self._called.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(BREATH):
                    await self._called.wait()

    def stir(self) -> None:
        """In the writing thread, after commit: cards are about to be owed."""
        if self.watchers:
            self._cards_are_out.clear()

    def settle(self) -> None:
        """What was due is on its way, or will not be."""
        self._cards_are_out.set()

    def give_way(self) -> None:
        """In a request's thread: whoever made the change sees it already, so the others' cards are drawn first."""
        self._cards_are_out.wait(GIVE_WAY)


def taken(owed_a_look: set[Watcher]) -> set[Watcher]:
    taken = set(owed_a_look)
    owed_a_look.clear()
    return taken


def some_at_a_time(groups: list[list[Watcher]]) -> Iterator[list[list[Watcher]]]:
    return (groups[start : start + MOST_IN_A_LOOK] for start in range(0, len(groups), MOST_IN_A_LOOK))


def alike(watchers: Iterable[Watcher]) -> list[list[Watcher]]:
    """Watchers by what they would ask: those who share pass, seat, page and number share the answer."""
    groups: dict[tuple[object, ...], list[Watcher]] = {}
    for w in watchers:
        groups.setdefault((id(w.held), id(w.seat), w.page, w.language, w.cursor, w.told), []).append(w)
    return list(groups.values())
