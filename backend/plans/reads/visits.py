"""Who has seen my plan: by day and person, what they looked at, from when to when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet, Subquery
from django.db.models.functions import TruncDate

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.models import Person
from backend.plans.access import NIGHT, Seat
from backend.plans.models import Screen, Visit

SHOWN = timedelta(days=90)  # at a time


@dataclass(frozen=True, slots=True)
class Looked:
    """One kind of thing looked at: `what` as in Visit, and how many times."""

    what: str
    times: int


@dataclass(frozen=True, slots=True)
class Visitor:
    """One person, or the wall of a meeting room, on one day."""

    name: str
    role: str
    since: datetime
    until: datetime
    looked: tuple[Looked, ...]


@dataclass(frozen=True, slots=True)
class DayOfVisits:
    """Everybody who looked on one day, in the order they came."""

    day: date
    visitors: tuple[Visitor, ...]


@dataclass(frozen=True, slots=True)
class Visits:
    """Ninety days of looks, newest first; `older`: the newest day before them on which somebody looked."""

    days: tuple[DayOfVisits, ...]
    older: date | None


def read_visits(seat: Seat, upto: date | None = None) -> Visits:
    """The ninety days that end with that one, or with today. The citizen's alone; raises NotHere for everybody else."""
    if seat.role != "citizen":
        raise NotHere
    since = _morning((upto or clock.today()) - SHOWN + timedelta(days=1))
    rows = list(_rows(seat.plan_id, since, upto))
    names = {person.pk: person.name for person in Person.objects.filter(pk__in={row["person_id"] for row in rows})}
    rooms = dict(Screen.objects.filter(plan_id=seat.plan_id).values_list("pk", "room_name"))
    days = groupby(rows, key=lambda row: row["day"])
    told = tuple(DayOfVisits(day, tuple(_visitors(list(some), names, rooms))) for day, some in days)
    before = rows[0]["before"] if rows else _before(seat.plan_id, since).first()
    return Visits(told, clock.day_of(before) if before else None)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.COPENHAGEN)


def _rows(plan_id: int, since: datetime, upto: date | None) -> QuerySet[Visit, Any]:
    """Each with the newest look before them all, so that a way to it costs no question of its own."""
    visits = _told(plan_id).filter(at__gte=since)
    if upto:
        visits = visits.filter(at__lt=_morning(upto + timedelta(days=1)))
    by_day = visits.annotate(day=TruncDate("at", tzinfo=clock.COPENHAGEN))
    rows = by_day.values("day", "person_id", "screen_id", "role", "what")
    seen = rows.annotate(times=Count("pk"), since=Min("at"), until=Max("at"))
    before = Subquery(_before(plan_id, since)[:1])
    return seen.annotate(before=before).order_by("-day", "person_id", "screen_id", "role")


def _before(plan_id: int, since: datetime) -> QuerySet[Visit, Any]:
    return _told(plan_id).filter(at__lt=since).order_by("-at").values_list("at", flat=True)


def _told(plan_id: int) -> QuerySet[Visit]:
    return Visit.objects.filter(plan_id=plan_id).exclude(role=NIGHT).order_by()


def _visitors(rows: list[dict[str, Any]], names: dict[int, str], rooms: dict[UUID, str]) -> Iterable[Visitor]:
    who = groupby(rows, key=lambda row: (row["person_id"], row["screen_id"], row["role"]))
    found = []
    for (person_id, screen_id, role), some in who:
        looks = sorted(some, key=lambda row: row["since"])
        found.append(
            Visitor(
                name=names.get(person_id) or rooms.get(screen_id, ""),
                role=role,
                since=looks[0]["since"],
                until=max(row["until"] for row in looks),
                looked=tuple(Looked(row["what"], row["times"]) for row in looks),
            )
        )
    return sorted(found, key=lambda visitor: visitor.since)
