"""Who carried the steps that were done, season by season: for citizen and consultant, and nobody else."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from backend.common import clock
from backend.plans.access import Seat, steps_for
from backend.plans.models.step import Status
from backend.plans.of_seat import OfSeat

SEASONS = 8  # two years; a season begins with March, June, September and December
_LENGTH = 3


@dataclass(frozen=True, slots=True)
class SeasonView:
    """A season by its first day, and how many steps were carried alone, together and by others in it."""

    first: date
    alone: int
    together: int
    others: int

    @property
    def steps(self) -> int:
        return self.alone + self.together + self.others


def read_carried(seat: Seat) -> tuple[SeasonView, ...]:
    """Those of which somebody has said who carried them, the oldest season first and none left out; one query."""
    if not seat.is_broad:
        return ()
    rows = [(season_of(clock.day_of(at)), by) for at, by in _SAID.all(seat) if at]
    now = season_of(clock.today())
    counted = Counter((first, by) for first, by in rows if _between(first, now) < SEASONS)
    oldest = min((first for first, _ in counted), default=None)
    if oldest is None:
        return ()
    firsts = [_later(oldest, n) for n in range(_between(oldest, now) + 1)]
    return tuple(SeasonView(one, *(counted[one, by] for by in ("alone", "together", "others"))) for one in firsts)


_SAID = OfSeat(
    lambda seat: (
        steps_for(seat)
        .filter(status=Status.DONE, done_at__isnull=False)
        .exclude(carried_by="")
        .order_by()
        .values_list("done_at", "carried_by")
    )
)


def season_of(day: date) -> date:
    """The first day of the season in which it lies: winter begins in December."""
    months = (day.year * 12 + day.month) // _LENGTH * _LENGTH
    return _month(months)


def _later(first: date, seasons: int) -> date:
    return _month(first.year * 12 + first.month + seasons * _LENGTH)


def _between(first: date, last: date) -> int:
    """How many seasons lie from the one to the other."""
    return ((last.year - first.year) * 12 + last.month - first.month) // _LENGTH


def _month(months: int) -> date:
    """The first of the month of that number, counted from year nought, where December is twelve."""
    return date((months - 1) // 12, (months - 1) % 12 + 1, 1)
