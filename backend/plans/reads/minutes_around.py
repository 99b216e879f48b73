"""What stands around the minutes of a meeting: who was there, how far the agenda came, and when we meet next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from backend.plans import protection, sight
from backend.plans.access import BROAD, Seat, steps_for
from backend.plans.journal import EntryView
from backend.plans.models import AgendaItem, Attendance, Meeting, Member, Role
from backend.plans.models.meeting import end_of
from backend.plans.reads.faces import Face, Table
from backend.plans.reads.meeting import meetings_for


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A point of the agenda; `is_reached`: the meeting came to it. `answers`: for an administration's own part."""

    words: str
    is_reached: bool
    administration: str
    answers: Face | None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next time."""

    id: UUID
    kind: str
    starts_at: datetime | None
    place: str


@dataclass(frozen=True, slots=True)
class Proudest:
    """The step or small step that the citizen said they are proudest of. `saw`: who saw it, if it was another."""

    words: str
    saw: str


def proudest_of(seat: Seat, meeting: Meeting, table: Table) -> Proudest | None:
    """As far as this reader may see it today; one query where something was named."""
    if meeting.proud_id:
        step = steps_for(seat).filter(pk=meeting.proud_id).first()
        return Proudest(step.title, "") if step else None
    if not meeting.proud_entry_id:
        return None
    entries = sight.progress_entries_for(seat).select_related("area")
    entry = entries.filter(pk=meeting.proud_entry_id).first()
    if entry is None:
        return None
    by = table.of(entry.by_id)
    return Proudest(entry.words or entry.area.called, by.name if by and by.role != Role.CITIZEN else "")


def who_was_there(
    meeting: Meeting, table: Table, did: Iterable[UUID | None]
) -> tuple[tuple[Face, ...], tuple[Face, ...]]:
    """Citizen and consultant, those who said they would come, and those who did something; then who else was asked.

    Only whom the reader may know. Nobody's presence is watched: an invited one who was silent may have been there.
    """
    at_the_time = Q(ended_at=None) | Q(ended_at__gt=meeting.started_at)
    us = Member.objects.filter(at_the_time, plan_id=meeting.plan_id, role__in=BROAD, joined_at__lte=end_of(meeting))
    answers = dict(Attendance.objects.filter(meeting=meeting).values_list("member_id", "answer"))
    came = {*us.values_list("pk", flat=True), *(member for member, answer in answers.items() if answer == "coming")}
    came |= {member for member in answers if member in set(did)}
    silent = {member for member, answer in answers.items() if answer == ""} - came
    return _known(table, came), _known(table, silent)


def _known(table: Table, members: Iterable[UUID]) -> tuple[Face, ...]:
    wanted = set(members)
    return tuple(face for member_id, face in table.faces.items() if member_id in wanted and face.member_id)


def agenda_of(meeting: Meeting, entries: Iterable[EntryView], table: Table) -> tuple[AgendaPoint, ...]:
    """The agenda, with how far it came: its first point, and each that was gone to."""
    reached = {str(entry.facts.get("item")) for entry in entries if entry.kind == "item_reached"}
    points = AgendaItem.objects.filter(meeting=meeting, removed_at=None)
    return tuple(
        AgendaPoint(p.words, number == 0 or str(p.pk) in reached, p.administration, table.of(p.answers_id))
        for number, p in enumerate(points)
    )


def hard_in(seat: Seat, meeting: Meeting) -> tuple[str, ...]:
    """What was hard and said to the room, in the citizen's words: for citizen and consultant."""
    if not seat.is_broad:
        return ()
    chosen = sight.challenges_for(seat).filter(meeting=meeting, in_room=True)
    return tuple(chosen.values_list("words", flat=True))


def next_after(seat: Seat, meeting: Meeting) -> NextMeeting | None:
    """The first meeting planned after this one that the reader may know of."""
    found = meetings_for(seat).filter(started_at=None, starts_at__gt=end_of(meeting)).first()
    if found is None:
        return None
    return protection.for_seat(seat, NextMeeting(found.pk, found.kind.name, found.starts_at, found.place))
