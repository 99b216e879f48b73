"""Areas of small steps as one seat may see them: their names, how each goes month by month, and who sees it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CharField, Count, Sum
from django.db.models.functions import Cast, Substr

from backend.common import clock
from backend.common.months import month_of, months_until
from backend.common.prepared import a_day
from backend.common.reading import once
from backend.plans import protection, sight
from backend.plans.access import BROAD, Seat
from backend.plans.models import ProgressArea, Role, Standard
from backend.plans.of_seat import OfSeat
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.share import ShareView, shares_by_thing

MONTHS = 24  # the line's; older small steps stand in the list
_IN_ORDER = {"": len(Standard.values)} | {code: at for at, code in enumerate(Standard.values)}


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area this seat knows, by its name."""

    id: UUID
    standard: str
    name: str
    is_community: bool = False


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: how many small steps, and the mean of the citizen's figures, if there are any."""

    month: date
    steps: int
    score: float | None


@dataclass(frozen=True, slots=True)
class AreaOverTime:
    """An area this seat sees into. `months`: without gaps from the first with a small step until now."""

    id: UUID
    standard: str
    name: str
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class OwnArea:
    """An area as the citizen has it, with whom it is shared, and with whom it could be."""

    id: UUID
    standard: str
    name: str
    is_kept: bool
    shares: tuple[ShareView, ...]
    not_shared_with: tuple[Face, ...]


def read_areas(seat: Seat) -> tuple[AreaView, ...]:
    """Those this seat knows: the three that all have first; one query."""
    views = (AreaView(area.pk, area.standard, area.called, area.is_community) for area in _areas(seat))
    return tuple(protection.for_seat(seat, view) for view in views)


def read_areas_over_time(seat: Seat) -> tuple[AreaOverTime, ...]:
    """Those with anything in them that this seat sees into; two queries, and as many rows as there are months."""
    areas = [area for area in _areas(seat) if sight.may_see_into(seat, area)]
    months = _months(seat, {area.pk for area in areas})
    views = (AreaOverTime(area.pk, area.standard, area.called, months.get(area.pk, ())) for area in areas)
    return tuple(protection.for_seat(seat, view) for view in views if view.months)


def read_own_areas(seat: Seat, table: Table | None = None) -> tuple[OwnArea, ...]:
    """The citizen's, who alone says who sees each; nobody else has any. Two queries."""
    if seat.role != Role.CITIZEN:
        return ()
    table = table or read_table(seat)
    shares = shares_by_thing(seat, table.faces, "progress_area")
    guests = tuple(face for face in table.active if face.role not in BROAD)
    return tuple(_own(area, shares.get(area.pk, ()), guests) for area in _areas(seat))


def _own(area: ProgressArea, shares: tuple[ShareView, ...], guests: tuple[Face, ...]) -> OwnArea:
    sees = {share.face for share in shares}
    rest = tuple(face for face in guests if face not in sees)
    return OwnArea(area.pk, area.standard, area.called, area.is_kept, shares, rest)


def _areas(seat: Seat) -> list[ProgressArea]:
    return once(
        ("areas of small steps", seat), lambda: sorted(_AREAS.all(seat), key=lambda area: _IN_ORDER[area.standard])
    )


_AREAS = OfSeat(lambda seat: sight.progress_areas_for(seat).filter(indicator_set=None))


def _months(seat: Seat, areas: Set[UUID]) -> Mapping[UUID, tuple[MonthView, ...]]:
    """One question, answered by the database: a row for each area and month."""
    today = clock.today()
    since = month_of(today, -(MONTHS - 1))
    found: dict[str, dict[str, MonthView]] = {}
    every = {f"{month:%Y-%m}": month for month in months_until(since, today)}
    for area, text, steps, scored, total in _BY_MONTH.all(seat, since=since):
        if text in every:
            found.setdefault(area, {})[text] = MonthView(every[text], steps, total / scored if scored else None)
    empty = {text: MonthView(month, 0, None) for text, month in every.items()}
    return {
        area_id: _without_gaps(months, empty)
        for area_id, months in ((UUID(area), months) for area, months in found.items())
        if area_id in areas
    }


def _without_gaps(months: dict[str, MonthView], empty: dict[str, MonthView]) -> tuple[MonthView, ...]:
    first = min(months)
    return tuple(months.get(text) or none for text, none in empty.items() if text >= first)


_BY_MONTH = OfSeat(
    lambda seat, since: (
        sight.entries_to_count_for(seat)
        .filter(day__gte=since)
        .annotate(area_text=Cast("area_id", CharField()), month=Substr(Cast("day", CharField()), 1, 7))
        .values_list("area_text", "month")
        .annotate(steps=Count("*"), scored=Count("score"), sum=Sum("score"))
        .order_by("month")
    ),
    since=a_day("since"),
)
