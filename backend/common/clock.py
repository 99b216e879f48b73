"""The only caller of now: one frozen moment per change, and where a test or the demo may stand elsewhere in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

_standing_at: ContextVar[datetime | None] = ContextVar("standing_at", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _standing_at.get() or datetime.now(UTC)


def today() -> date:
    """The present day where the citizens live (Europe/Copenhagen)."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The Danish calendar day of an aware moment."""
    return moment.astimezone(COPENHAGEN).date()


def at_home(moment: datetime) -> datetime:
    """An aware moment as it is; a naive one, as a form sends it, is meant as the hour where the citizens live."""
    return moment if moment.tzinfo else moment.replace(tzinfo=COPENHAGEN)


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Let `now()` answer `moment` (aware) inside the block, in this thread or task only."""
    token = _standing_at.set(moment)
    try:
        yield
    finally:
        _standing_at.reset(token)
