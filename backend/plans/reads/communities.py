"""The ordinary communities that a plan leads to, and how often the citizen took part: as one seat may see them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
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

Told = tuple[UUID, str]  # a goal, or an offer, and its title


@dataclass(frozen=True, slots=True)
class TakenPart:
    """A month: how many times the citizen took part alone, and accompanied."""

    month: date
    alone: int
    accompanied: int


@dataclass(frozen=True, slots=True)
class CommunityView:
    """One community. `id`: of its area, also before there is one; then `begun_by` is the goal to say so with.

    `goals` and `offers` lead here; an offer while it runs or is ahead. `months`: without gaps from the first in a year
    until now, where the seat sees into it.
    """

    id: UUID
    name: str
    begun_by: UUID | None
    is_there: bool
    is_kept: bool
    goals: tuple[Told, ...] = ()
    offers: tuple[Told, ...] = ()
    months: tuple[TakenPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Communities:
    """`without`: goals that lead to none yet, told to citizen and consultant."""

    there: tuple[CommunityView, ...]
    without: tuple[Told, ...]
    entries: tuple[ProgressEntryView, ...]
    may_add: bool


def read_communities(seat: Seat, table: Table | None = None) -> Communities:
    """Six queries at most, however many there are."""
    areas = _AREAS.all(seat)
    goals = [] if protection.is_kept_from(seat) else list(_goals(seat))
    offers = [one for one in _OFFERS.all(seat) if one[4] is None or one[4] >= clock.today()]
    found = _Found(seat, areas)
    for goal_id, title, name, _part, _reached in goals:
        found.lead_there(name, goal=(goal_id, title))
    for offer_id, title, name, _goal, _until in offers:
        found.lead_there(name, offer=(offer_id, title))
    for area in areas:
        found.there.setdefault(area.pk, _of_area(seat, area))
    months = _months(seat, areas)
    may_add = seat.member_id is not None and not seat.is_borrowed
    told = Communities(
        there=tuple(replace(one, months=months.get(one.id, ())) for one in found.there.values()),
        without=tuple(_without(goals, {goal_id for *_offer, goal_id, _until in offers})) if seat.is_broad else (),
        entries=entries_in_communities(seat, table or read_table(seat)),
        may_add=may_add,
    )
    return protection.for_seat(seat, told)


def _without(goals: list[tuple[Any, ...]], led: set[UUID | None]) -> Iterable[Told]:
    """Whole goals, not reached yet, that name no community; nor does an offer that serves them."""
    for pk, title, name, part_of, reached_at in goals:
        if not (name or part_of or reached_at or pk in led):
            yield pk, title


def _goals(seat: Seat) -> Iterable[tuple[Any, ...]]:
    goals = goals_for(seat).values_list("pk", "title", "community", "part_of_id", "reached_at")
    return goals if seat.member_id else goals.none()


class _Found:
    """Each community once, whatever leads there: in the order in which it is first named."""

    def __init__(self, seat: Seat, areas: list[ProgressArea]) -> None:
        self.there: dict[UUID, CommunityView] = {}
        self._seat = seat
        self._by_id = {area.pk: area for area in areas}
        self._by_name = {community_key(area.name): area for area in areas}

    def lead_there(self, name: str, *, goal: Told | None = None, offer: Told | None = None) -> None:
        """A goal or an offer that names it; one that names none leads nowhere."""
        if not name:
            return
        pk = community_id(self._seat.plan_id, name)
        area = self._by_id.get(pk) or self._by_name.get(community_key(name))
        one = self.there.get(area.pk if area else pk)
        if one is None:
            one = _of_area(self._seat, area) if area else self._not_begun(pk, name, goal)
        goals, offers = ((*told, new) if new else told for told, new in ((one.goals, goal), (one.offers, offer)))
        self.there[one.id] = replace(one, goals=goals, offers=offers)

    def _not_begun(self, pk: UUID, name: str, goal: Told | None) -> CommunityView:
        may_begin = goal is not None and self._seat.is_broad and pk not in self._taken
        return CommunityView(pk, name, goal[0] if goal and may_begin else None, is_there=False, is_kept=False)

    @cached_property
    def _taken(self) -> set[UUID]:
        """Those that are there, seen or not."""
        areas = ProgressArea.objects.filter(plan_id=self._seat.plan_id, is_community=True)
        return set(areas.values_list("pk", flat=True))


def _of_area(seat: Seat, area: ProgressArea) -> CommunityView:
    return CommunityView(area.pk, area.name, None, is_there=True, is_kept=area.is_kept and seat.is_broad)


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
_OFFERS = OfSeat(
    lambda seat: (
        sight.offers_for(seat).exclude(community="").values_list("pk", "title", "community", "goal_id", "until")
    )
)
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
