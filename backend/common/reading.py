"""One reading of the present: what many seats need to be drawn is asked of the database once, and shared by them.

Only for reading, and only after every seat was asked for: what is drawn must be at least as new as each seat's number.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("reading", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Until it ends, the same question has the same answer; one within another is the same reading."""
    if _kept.get() is not None:
        yield
        return
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer of this reading; outside of one it is asked each time. Whoever gets it leaves it as it is."""
    kept = _kept.get()
    if kept is None:
        return ask()
    if question not in kept:
        kept[question] = ask()
    return kept[question]  # type: ignore[no-any-return]
