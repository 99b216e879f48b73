"""Small steps, newest first: as one seat may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.plans import protection, sight
from backend.plans.access import SCREEN, Seat
from backend.plans.models import ProgressEntry, Role
from backend.plans.of_seat import OfSeat
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.progress_areas import AreaView, read_areas

LEAF = 12


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
    """What this seat sees; three queries, however many small steps there are."""
    table = table or read_table(seat)
    rows = _NEWEST.all(seat) if leaf == 1 else list(_on_leaf(seat, leaf))
    told = Progress(
        areas=read_areas(seat),
        entries=tuple(_views(seat, rows[:LEAF], table)),
        has_older=len(rows) > LEAF,
        may_add=seat.member_id is not None and not seat.is_borrowed,
    )
    return protection.for_seat(seat, told)


def _on_leaf(seat: Seat, leaf: int = 1) -> QuerySet[ProgressEntry]:
    """Those of one leaf, and one more if there is any."""
    first = (leaf - 1) * LEAF
    return sight.progress_entries_for(seat).select_related("area")[first : first + LEAF + 1]


_NEWEST = OfSeat(_on_leaf)


def entries_since(seat: Seat, since: date, table: Table) -> tuple[ProgressEntryView, ...]:
    """Those of that day and later, newest first."""
    rows = sight.progress_entries_for(seat).select_related("area").filter(day__gte=since)
    return tuple(_views(seat, rows, table))


def entries_for_room(seat: Seat, table: Table) -> tuple[ProgressEntryView, ...]:
    """Those that the room may see now, and the newest, newest first: for the citizen to choose among."""
    there = sight.progress_entries_for(seat)
    newest = there.values_list("pk", flat=True)[:LEAF]
    rows = there.select_related("area").filter(Q(in_room=True) | Q(pk__in=list(newest)))
    return tuple(_views(seat, rows, table))


def entries_in_communities(seat: Seat, table: Table) -> tuple[ProgressEntryView, ...]:
    """The newest times of taking part, newest first."""
    rows = sight.progress_entries_for(seat).filter(area__is_community=True).select_related("area")[:LEAF]
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
