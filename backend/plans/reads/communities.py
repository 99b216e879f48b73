"""The ordinary communities that a plan leads to, and how often the citizen took part: as one seat may see them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr

from backend.common import clock
from backend.common.months import month_of, months_until
from backend.common.prepared import a_day
from backend.plans import protection, sight
from backend.plans.access import Seat, goals_for
from backend.plans.models import ProgressArea
from backend.plans.models.progress_area import community_id, community_key
from backend.plans.models.progress_entry import Company
from backend.plans.of_seat import OfSeat
from backend.plans.reads.faces import Table, read_table
from backend.plans.reads.progress import ProgressEntryView, entries_in_communities

MONTHS = 12

Told = tuple[UUID, str]  # a goal and its title


@dataclass(frozen=True, slots=True)
class TakenPart:
    """A month: how many times the citizen took part alone, and accompanied."""

    month: date
    alone: int
    accompanied: int


@dataclass(frozen=True, slots=True)
class CommunityView:
    """One community. `id`: of its area, also before there is one; then `begun_by` is the goal to say so with.

    `months`: without gaps from the first in a year until now, where the seat sees into it.
    """

    id: UUID
    name: str
    goals: tuple[Told, ...]
    begun_by: UUID | None
    is_there: bool
    is_kept: bool
    months: tuple[TakenPart, ...]


@dataclass(frozen=True, slots=True)
class Communities:
    """`without`: goals that lead to none yet, told to citizen and consultant."""

    there: tuple[CommunityView, ...]
    without: tuple[Told, ...]
    entries: tuple[ProgressEntryView, ...]
    may_add: bool


def read_communities(seat: Seat, table: Table | None = None) -> Communities:
    """Five queries, however many there are."""
    areas = _AREAS.all(seat)
    goals = [] if protection.is_kept_from(seat) else list(_goals(seat))
    found = _of_goals(seat, areas, goals)
    for area in areas:
        found.setdefault(area.pk, CommunityView(area.pk, area.name, (), None, True, area.is_kept and seat.is_broad, ()))
    months = _months(seat, areas)
    may_add = seat.member_id is not None and not seat.is_borrowed
    told = Communities(
        there=tuple(replace(one, months=months.get(one.id, ())) for one in found.values()),
        without=tuple(_without(goals)) if seat.is_broad else (),
        entries=entries_in_communities(seat, table or read_table(seat)),
        may_add=may_add,
    )
    return protection.for_seat(seat, told)


def _without(goals: list[tuple[Any, ...]]) -> Iterable[Told]:
    """Whole goals, not reached yet, that name no community."""
    return ((pk, title) for pk, title, name, part_of, reached_at in goals if not (name or part_of or reached_at))


def _goals(seat: Seat) -> Iterable[tuple[Any, ...]]:
    goals = goals_for(seat).values_list("pk", "title", "community", "part_of_id", "reached_at")
    return goals if seat.member_id else goals.none()


def _of_goals(seat: Seat, areas: list[ProgressArea], goals: list[tuple[Any, ...]]) -> dict[UUID, CommunityView]:
    """Each community that a goal names, once, in the order of the goals."""
    by_id = {area.pk: area for area in areas}
    by_name = {community_key(area.name): area for area in areas}
    taken = set(ProgressArea.objects.filter(plan_id=seat.plan_id, is_community=True).values_list("pk", flat=True))
    found: dict[UUID, CommunityView] = {}
    for goal_id, title, name, _part, _reached in goals:
        if not name:
            continue
        pk = community_id(seat.plan_id, name)
        area = by_id.get(pk) or by_name.get(community_key(name))
        may_begin = area is None and seat.is_broad and pk not in taken
        one = found.get(area.pk if area else pk) or CommunityView(
            id=area.pk if area else pk,
            name=area.name if area else name,
            goals=(),
            begun_by=goal_id if may_begin else None,
            is_there=area is not None,
            is_kept=area is not None and area.is_kept and seat.is_broad,
            months=(),
        )
        found[one.id] = replace(one, goals=(*one.goals, (goal_id, title)))
    return found


def _months(seat: Seat, areas: list[ProgressArea]) -> Mapping[UUID, tuple[TakenPart, ...]]:
    """One question, answered by the database: a row for each area, month and company."""
    today, seen = clock.today(), {area.pk for area in areas if sight.may_see_into(seat, area)}
    counted: dict[UUID, Counter[tuple[date, str]]] = {}
    for area_id, text, company, times in _BY_MONTH.all(seat, since=month_of(today, -(MONTHS - 1))):
        if area_id not in seen:
            continue
        counted.setdefault(area_id, Counter())[date.fromisoformat(f"{text}-01"), company] += times
    return {area_id: tuple(_without_gaps(told, today)) for area_id, told in counted.items()}


def _without_gaps(told: Counter[tuple[date, str]], today: date) -> Iterable[TakenPart]:
    for month in months_until(min(month for month, _ in told), today):
        yield TakenPart(month, told[month, Company.ALONE], told[month, Company.ACCOMPANIED])


_AREAS = OfSeat(lambda seat: sight.progress_areas_for(seat).filter(is_community=True))
_BY_MONTH = OfSeat(
    lambda seat, since: (
        sight.progress_entries_for(seat)
        .filter(area__is_community=True, day__gte=since)
        .annotate(month=Substr(Cast("day", CharField()), 1, 7))
        .order_by()
        .values_list("area_id", "month", "company")
        .annotate(times=Count("*"))
    ),
    since=a_day("since"),
)
