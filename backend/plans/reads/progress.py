"""Small steps, newest first, and month by month in each area: as one seat may see them."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CharField, Count, Q, QuerySet, Sum
from django.db.models.functions import Cast, Substr

from backend.common import clock
from backend.common.months import month_of, months_until
from backend.common.prepared import a_day
from backend.plans import protection, sight
from backend.plans.access import BROAD, SCREEN, Seat
from backend.plans.models import ProgressArea, ProgressEntry, Role, Standard
from backend.plans.of_seat import OfSeat
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.share import ShareView, shares_by_thing

LEAF = 12
MONTHS = 24  # the line's; older small steps stand in the list
_IN_ORDER = {"": len(Standard.values)} | {code: at for at, code in enumerate(Standard.values)}


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: how many small steps, and the mean of the citizen's figures, if there are any."""

    month: date
    steps: int
    score: float | None


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area this seat knows. `months`: without gaps, where it sees into it. `shares`: told to the citizen."""

    id: UUID
    standard: str
    name: str
    is_kept: bool
    months: tuple[MonthView, ...]
    shares: tuple[ShareView, ...] = ()
    not_shared_with: tuple[Face, ...] = ()
    is_community: bool = False


@dataclass(frozen=True, slots=True)
class ProgressEntryView:
    """A small step. `area`: what it is called, where the seat may know. `by`: who saw it.

    `score`: where the seat sees into the area. `in_room`: told to citizen and consultant. `seq`: its newest number;
    to a guest their own.
    """

    id: UUID
    words: str
    standard: str
    area: str
    score: int | None
    day: date
    by: Face | None
    seq: int
    in_room: bool
    may: frozenset[str]
    company: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """One leaf of them, the areas, and whether there are older ones."""

    areas: tuple[AreaView, ...]
    entries: tuple[ProgressEntryView, ...]
    has_older: bool
    may_add: bool


def read_progress(seat: Seat, leaf: int = 1, table: Table | None = None) -> Progress:
    """What this seat sees; five queries at the most, however many small steps there are."""
    table = table or read_table(seat)
    areas = sorted(_AREAS.all(seat), key=lambda area: _IN_ORDER[area.standard])
    rows = _NEWEST.all(seat) if leaf == 1 else list(_on_leaf(seat, leaf))
    told = Progress(
        areas=tuple(_areas(seat, areas, table)),
        entries=tuple(_views(seat, rows[:LEAF], table)),
        has_older=len(rows) > LEAF,
        may_add=seat.member_id is not None and not seat.is_borrowed,
    )
    return protection.for_seat(seat, told)


def _on_leaf(seat: Seat, leaf: int = 1) -> QuerySet[ProgressEntry]:
    """Those of one leaf, and one more if there is any."""
    first = (leaf - 1) * LEAF
    return sight.progress_entries_for(seat).select_related("area", "by")[first : first + LEAF + 1]


_AREAS = OfSeat(lambda seat: sight.progress_areas_for(seat).filter(indicator_set=None))
_NEWEST = OfSeat(_on_leaf)


def entries_since(seat: Seat, since: date, table: Table) -> tuple[ProgressEntryView, ...]:
    """Those of that day and later, newest first."""
    rows = sight.progress_entries_for(seat).select_related("area", "by").filter(day__gte=since)
    return tuple(_views(seat, rows, table))


def entries_for_room(seat: Seat, table: Table) -> tuple[ProgressEntryView, ...]:
    """Those that the room may see now, and the newest, newest first: for the citizen to choose among."""
    there = sight.progress_entries_for(seat)
    newest = there.values_list("pk", flat=True)[:LEAF]
    rows = there.select_related("area", "by").filter(Q(in_room=True) | Q(pk__in=list(newest)))
    return tuple(_views(seat, rows, table))


def entries_in_communities(seat: Seat, table: Table) -> tuple[ProgressEntryView, ...]:
    """The newest times of taking part, newest first."""
    rows = sight.progress_entries_for(seat).filter(area__is_community=True).select_related("area", "by")[:LEAF]
    return tuple(_views(seat, rows, table))


def _views(seat: Seat, rows: Iterable[ProgressEntry], table: Table) -> Iterable[ProgressEntryView]:
    return (protection.for_seat(seat, _view(seat, row, table)) for row in rows)


def _view(seat: Seat, entry: ProgressEntry, table: Table) -> ProgressEntryView:
    area, sees = entry.area, sight.may_see_into(seat, entry.area)
    is_known = sees or bool(area.standard) or not entry.words  # else the name is all that is said of it
    return ProgressEntryView(
        id=entry.pk,
        words=entry.words,
        standard=area.standard,
        area=area.called if is_known else "",
        score=entry.score if sees else None,
        day=entry.day,
        by=table.of(entry.by_id),
        seq=entry.seq if seat.is_broad else seat.head,
        in_room=entry.in_room and seat.is_broad,
        may=_may(seat, entry),
        company=entry.company if is_known else "",
    )


def _may(seat: Seat, entry: ProgressEntry) -> frozenset[str]:
    if seat.is_borrowed or seat.role == SCREEN:
        return frozenset()
    is_mine, is_citizens = entry.by_id == seat.member_id, seat.role == Role.CITIZEN
    powers = {"score_progress_entry", "show_in_room"} if is_citizens else set()
    powers |= {"remove_progress_entry"} if is_mine or is_citizens else set()
    return frozenset(powers | ({"reword_progress_entry"} if is_mine and is_citizens else set()))


def _areas(seat: Seat, areas: list[ProgressArea], table: Table) -> Iterable[AreaView]:
    by_area = _by_area(seat, {area.pk for area in areas if sight.may_see_into(seat, area)})
    is_citizens = seat.role == Role.CITIZEN and bool(areas)
    shares = shares_by_thing(seat, table.faces, "progress_area") if is_citizens else {}
    guests = tuple(face for face in table.active if face.role not in BROAD) if is_citizens else ()
    for area in areas:
        seen = shares.get(area.pk, ())
        view = AreaView(
            id=area.pk,
            standard=area.standard,
            name=area.called,
            is_kept=area.is_kept and seat.is_broad,  # between the two
            is_community=area.is_community,
            months=by_area.get(area.pk, ()),
            shares=seen,
            not_shared_with=tuple(face for face in guests if face not in {share.face for share in seen}),
        )
        yield protection.for_seat(seat, view)


def _by_area(seat: Seat, areas: Set[UUID]) -> Mapping[UUID, tuple[MonthView, ...]]:
    """One question, answered by the database: a row for each area and month."""
    today = clock.today()
    rows = _BY_MONTH.all(seat, since=month_of(today, -(MONTHS - 1)))
    found: dict[str, dict[date, MonthView]] = {}
    for area, text, steps, scored, total in rows:
        month = date.fromisoformat(f"{text}-01")
        found.setdefault(area, {})[month] = MonthView(month, steps, total / scored if scored else None)
    return {
        area_id: tuple(months.get(month) or MonthView(month, 0, None) for month in months_until(min(months), today))
        for area_id, months in ((UUID(area), months) for area, months in found.items())
        if area_id in areas
    }


_BY_MONTH = OfSeat(
    lambda seat, since: (
        sight.progress_entries_for(seat)
        .filter(day__gte=since)
        .annotate(area_text=Cast("area_id", CharField()), month=Substr(Cast("day", CharField()), 1, 7))
        .values_list("area_text", "month")
        .annotate(steps=Count("*"), scored=Count("score"), sum=Sum("score"))
        .order_by("month")
    ),
    since=a_day("since"),
)
