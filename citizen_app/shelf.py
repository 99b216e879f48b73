"""A small shelf of ready-made things: what was least lately asked for falls off when it is full."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Shelf(Generic[Thing]):
    """Bounded by weight (bytes, as the caller counts them); safe to share between threads.

    A lost or doubled making is harmless: what stands under a key is always made from the key alone.
    """

    def __init__(self, *, room: int) -> None:
        self._room = room
        self._taken = 0
        self._things: OrderedDict[Hashable, tuple[Thing, int]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: Hashable) -> Thing | None:
        """The thing under this key, now the most lately asked for."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, thing: Thing, *, weight: int) -> None:
        """Keep a thing; what does not fit at all is not kept."""
        if weight > self._room:
            return
        with self._lock:
            old = self._things.pop(key, None)
            self._taken += weight - (old[1] if old else 0)
            self._things[key] = (thing, weight)
            while self._taken > self._room:
                _, (_, dropped) = self._things.popitem(last=False)
                self._taken -= dropped

    def clear(self) -> None:
        """Empty it."""
        with self._lock:
            self._things.clear()
            self._taken = 0

    def __len__(self) -> int:
        return len(self._things)
