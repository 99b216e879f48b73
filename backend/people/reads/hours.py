"""Is somebody at work now, and if not, when are they back? Asked where an answer is waited for."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from backend.common import clock
from backend.people.models import Absence, CallNow, OfficeHour
from backend.people.models.setting import holding_today

LOOKED_AHEAD = 60  # days


@dataclass(frozen=True, slots=True)
class DayHours:
    """One weekday (0 is Monday); None on a day off."""

    weekday: int
    opens: time | None
    closes: time | None


@dataclass(frozen=True, slots=True)
class Away:
    """Days away, both with them, and the name and number of whoever is there instead ("" when nobody is)."""

    id: int
    first_day: date
    last_day: date
    stand_in: str
    stand_in_phone: str


@dataclass(frozen=True, slots=True)
class Opening:
    """`until`: at work now, until then. `opens`: not at work, but from then. Neither: no hours are known.

    `away`: away today, by what they have said.
    """

    until: datetime | None
    opens: datetime | None
    away: Away | None


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody to call at once."""

    name: str
    phone: str
    about: str


def read_opening(person_id: int) -> Opening:
    """Now, in two queries. Public holidays, and those on which offices are closed, are days off."""
    hours = {row.weekday: row for row in OfficeHour.objects.filter(person=person_id)}
    away = read_absences(person_id)
    now = clock.now().astimezone(clock.COPENHAGEN)
    until, opens = None, None
    for ahead in range(LOOKED_AHEAD if hours else 0):
        day = now.date() + timedelta(days=ahead)
        row = hours.get(day.weekday())
        if row is None or is_holiday(day) or any(one.first_day <= day <= one.last_day for one in away):
            continue
        starts, ends = (datetime.combine(day, at, tzinfo=clock.COPENHAGEN) for at in (row.opens, row.closes))
        if ends <= now:
            continue
        until, opens = (ends, None) if starts <= now else (None, starts)
        break
    today = now.date()
    return Opening(until, opens, next((one for one in away if one.first_day <= today <= one.last_day), None))


def read_week(person_id: int) -> tuple[DayHours, ...]:
    """Monday to Sunday."""
    hours = {row.weekday: row for row in OfficeHour.objects.filter(person=person_id)}
    rows = [(day, hours.get(day)) for day in range(7)]
    return tuple(DayHours(day, row.opens if row else None, row.closes if row else None) for day, row in rows)


def read_absences(person_id: int) -> tuple[Away, ...]:
    """Those that are not over, the next first."""
    ahead = Absence.objects.filter(person=person_id, last_day__gte=clock.today()).select_related("stand_in")
    return tuple(_away(row) for row in ahead)


def read_numbers_now() -> tuple[Number, ...]:
    """Whom to call when it cannot wait, as the municipality has set it."""
    return tuple(Number(*row) for row in CallNow.objects.filter(holding_today()).values_list("name", "phone", "about"))


def is_holiday(day: date) -> bool:
    """A Danish public holiday, or a day on which offices are closed as on one (1 May, 5 June, 24 and 31 December)."""
    return day in _holidays(day.year)


@lru_cache(maxsize=8)
def _holidays(year: int) -> frozenset[date]:
    import holidays  # with the first that asks: an idle server holds 3 MB less

    return frozenset(holidays.country_holidays("DK", years=year, categories=("public", "optional")))


def _away(row: Absence) -> Away:
    there = row.stand_in
    return Away(row.pk, row.first_day, row.last_day, there.name if there else "", there.phone if there else "")
