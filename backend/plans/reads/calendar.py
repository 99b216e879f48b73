"""When somebody has appointments, and by which days they are to do something: for their own calendar, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, QuerySet

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import access
from backend.plans.access import Seat
from backend.plans.models import Entry, Meeting
from backend.plans.protection import is_kept_from

SHOWN = timedelta(days=90)  # how long what is over stands in a calendar
_CHANGES = ("meeting_moved", "meeting_cancelled", "meeting_restored")
_TO_DO = ("agreed", "doing")


@dataclass(frozen=True, slots=True)
class Appointment:
    """`sequence` rises with every change that a calendar must hear of (RFC 5545, 3.8.7.4)."""

    meeting_id: UUID
    starts_at: datetime
    minutes: int
    sequence: int
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day by which whoever asks is to do something; `sequence` as of an appointment."""

    step_id: UUID
    day: date
    sequence: int


def read_due_days(seat: Seat) -> tuple[DueDay, ...]:
    """The days of what this seat has itself agreed to do and not done; none where days are kept from it."""
    if seat.member_id is None or is_kept_from(seat):
        return ()
    mine = access.steps_for(seat).filter(responsible_id=seat.member_id, due__isnull=False, status__in=_TO_DO)
    days = dict(mine.order_by("due").values_list("pk", "due"))
    told = Entry.objects.filter(step_id__in=list(days), kind="step_due_set").order_by()
    changes = dict(told.values_list("step_id").annotate(Count("pk")))
    return tuple(DueDay(step_id, day, changes.get(step_id, 0)) for step_id, day in days.items() if day)


def read_appointments(person_id: int) -> list[tuple[Seat, tuple[Appointment, ...]]]:
    """By every place the person has at a table: what they are asked to, also what was called off."""
    seats = [
        access.seat_for(person_id=person_id, plan_id=place.plan_id) for place in access.places_of(person_id=person_id)
    ]
    since = clock.now() - SHOWN
    return [(seat, tuple(_appointments(_asked_to(seat).filter(starts_at__gt=since)))) for seat in seats]


def read_appointment(seat: Seat, meeting_id: UUID) -> Appointment:
    """One of them. Raises NotHere when this seat is not asked to it, or may not know when it is."""
    for appointment in _appointments(_asked_to(seat).filter(pk=meeting_id)):
        return appointment
    raise NotHere


def _asked_to(seat: Seat) -> QuerySet[Meeting]:
    """Citizen and consultant come to all; others to what they are asked to, unless the hour is kept from them."""
    meetings = Meeting.objects.filter(plan_id=seat.plan_id)
    if seat.is_broad:
        return meetings
    if seat.member_id is None or is_kept_from(seat):
        return meetings.none()
    return meetings.filter(attendances__member_id=seat.member_id)


def _appointments(meetings: QuerySet[Meeting]) -> Iterable[Appointment]:
    found = list(meetings)
    told = Entry.objects.filter(meeting_id__in=[meeting.pk for meeting in found], kind__in=_CHANGES).order_by()
    changes = dict(told.values_list("meeting_id").annotate(Count("pk")))
    for meeting in found:
        is_cancelled = meeting.cancelled_at is not None
        yield Appointment(meeting.pk, meeting.starts_at, meeting.minutes, changes.get(meeting.pk, 0), is_cancelled)
