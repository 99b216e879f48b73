"""What happened, in order: written by the door alone, read by everyone who follows the numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Q, QuerySet

from backend.common.prepared import Prepared, PreparedInsert, PreparedInserts, PreparedUpdate, a_number, an_id, blanks
from backend.plans import protection
from backend.plans.access import SCREEN, WITHOUT_PLACE, Seat
from backend.plans.audience import Audience
from backend.plans.models import Delivery, Entry, Member, Plan, Role
from backend.plans.sight import may_know

KEPT = "kept"  # the kind that the consultant is told of what the citizen keeps to themself


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry as one seat may know it; `number` is as this seat counts, `by` empty when the seat may not know who.

    `at` is a day where the hour is not for the reader.
    """

    number: int
    kind: str
    at: date
    by: UUID | None
    step_id: UUID | None
    goal_id: UUID | None
    strength_id: UUID | None
    member_id: UUID | None
    meeting_id: UUID | None
    message_id: UUID | None
    facts: dict[str, Any]


def append(entry: Entry, audience: Audience) -> None:
    """Write one entry, and its number for each narrow reader who hears it. Under the plan's lock."""
    told = {name: value for name, value in vars(entry).items() if not name.startswith("_")}
    entry.pk = _WRITE(**told)
    _DELIVER_EACH(_next_numbers(entry.plan_id, audience.members), entry_id=entry.pk, plan_id=entry.plan_id)
    if audience.room:
        entry.plan.room_head += 1  # read under the lock, so nobody else has raised it since
        _RAISE_ROOM(pk=entry.plan_id, room_head=entry.plan.room_head)
        _DELIVER_EACH([(None, entry.plan.room_head)], entry_id=entry.pk, plan_id=entry.plan_id)


def _next_numbers(plan_id: int, member_ids: Iterable[UUID]) -> list[tuple[UUID | None, int]]:
    """Each reader of these who is still there, and the number that comes next for them, raised."""
    told = set(member_ids)
    if not told:
        return []
    there = [(member_id, head) for member_id, head in _HEADS.all(plan_id=plan_id) if member_id in told]
    _RAISE.each({"member_id": member_id} for member_id, _head in there)
    return [(member_id, head + 1) for member_id, head in there]


_WRITE, _DELIVER_EACH = PreparedInsert(Entry), PreparedInserts(Delivery, each=("member_id", "number"))
_HEADS = Prepared(lambda: Member.objects.filter(plan_id=a_number("plan_id")).values_list("pk", "head"))
_RAISE = PreparedUpdate(lambda: (Member.objects.filter(pk=an_id("member_id")), {"head": F("head") + 1}))
_RAISE_ROOM = PreparedUpdate(lambda: (Plan.objects.filter(pk=a_number("pk")), blanks(Plan, "room_head")))


def entries_after(seat: Seat, after: int, *, limit: int = 300) -> list[EntryView]:
    """The entries this seat has not seen, oldest first, `limit` at the most.

    `after`: a number as this seat counts. Fewer than the seat's head minus `after` come back only when cut by `limit`.
    """
    if seat.is_broad:
        entries = _ENTRIES.all(plan_id=seat.plan_id, after=after, last=after + limit)
        return [_view(seat, entry, entry.seq) for entry in entries]
    told = {"after": after, "last": after + limit}
    if seat.role in WITHOUT_PLACE:
        return []
    rows = (
        _OF_MEMBER.all(member_id=seat.member_id, **told)
        if seat.member_id
        else _OF_ROOM.all(plan_id=seat.plan_id, **told)
    )
    return [_view(seat, row.entry, row.number) for row in rows]


def _deliveries(**reader: Any) -> QuerySet[Delivery]:
    numbers = {"number__gt": a_number("after"), "number__lte": a_number("last")}
    return Delivery.objects.filter(**reader, **numbers).select_related("entry__by").order_by("number")


_OF_MEMBER = Prepared(lambda: _deliveries(member_id=an_id("member_id")))
_OF_ROOM = Prepared(lambda: _deliveries(member=None, plan_id=a_number("plan_id")))
_ENTRIES = Prepared(
    lambda: (
        Entry.objects.filter(plan_id=a_number("plan_id"), seq__gt=a_number("after"), seq__lte=a_number("last"))
        .select_related("by")
        .order_by("seq")
    )
)


def entries_between(seat: Seat, first: int, last: int) -> list[EntryView]:
    """What this seat was told of the entries from one of the plan's own numbers to another, both with them."""
    if seat.is_broad:
        return entries_after(seat, first - 1, limit=last - first + 1)
    rows = _own(seat).filter(entry__seq__gte=first, entry__seq__lte=last).select_related("entry__by")
    return [_view(seat, row.entry, row.number) for row in rows.order_by("number")]


def number_of(seat: Seat, entry: Entry) -> int:
    """The number of an entry as this seat counts; the seat's head when it was not told to it."""
    if seat.is_broad:
        return int(entry.seq)
    row = _own(seat).filter(entry=entry).first()
    return int(row.number) if row else seat.head


def newest_numbers(seat: Seat, step_ids: Iterable[UUID]) -> dict[UUID, int]:
    """For each of these steps the newest number this narrow seat was told about it; one query."""
    told = _own(seat).filter(entry__step_id__in=list(step_ids)).order_by()
    return dict(told.values_list("entry__step_id").annotate(newest=Max("number")))


def _own(seat: Seat) -> QuerySet[Delivery]:
    """A narrow seat's own numbers; the wall's are those without a member, and whoever has no place has none."""
    if seat.role in WITHOUT_PLACE:
        return Delivery.objects.none()
    reader = Q(member_id=seat.member_id) if seat.member_id else Q(member=None)
    return Delivery.objects.filter(reader, plan_id=seat.plan_id)


def _view(seat: Seat, entry: Entry, number: int) -> EntryView:
    if entry.facts.get("kept") and seat.role == Role.CONSULTANT:
        return EntryView(number, KEPT, entry.at, None, None, None, None, None, None, None, {})
    by = entry.by
    known = by is not None and seat.role != SCREEN and _may_name(seat, by)
    view = EntryView(
        number=number,
        kind=entry.kind,
        at=entry.at,
        by=by.pk if by is not None and known else None,
        step_id=entry.step_id,
        goal_id=_goal_of(seat, entry),
        strength_id=entry.strength_id,
        member_id=entry.member_id if seat.is_broad or entry.member_id == seat.member_id else None,
        meeting_id=entry.meeting_id,
        message_id=entry.message_id,
        facts=entry.facts if seat.is_broad else _plain_facts(entry),
    )
    return protection.for_seat(seat, view)


def _may_name(seat: Seat, by: Member) -> bool:
    return may_know(seat, member_id=by.pk, role=by.role, is_known=by.is_known and by.ended_at is None)


def _plain_facts(entry: Entry) -> dict[str, Any]:
    """What a narrow seat is told: from which column to which a card went, what a meeting came to, what it talks of."""
    return {name: entry.facts[name] for name in _PLAIN.get(entry.kind, ()) if name in entry.facts}


_PLAIN = {
    "step_moved": ("from", "to", "asks", "answered"),
    "item_reached": ("stage",),
    "step_lit": ("step",),
}


def _goal_of(seat: Seat, entry: Entry) -> UUID | None:
    """A goal this seat sees. The wall is told of a goal for its own sake only, not of where a step went."""
    if seat.role == SCREEN:
        return entry.goal_id if entry.step_id is None else None
    seen = seat.goals | (seat.meeting.goals if seat.meeting else frozenset())
    return entry.goal_id if seat.is_broad or entry.goal_id in seen else None
