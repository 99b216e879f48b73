"""Appointments as a calendar reads them (RFC 5545). Every title is the same neutral word: others see calendars, too."""

from collections.abc import Iterable
from datetime import UTC, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from backend.common import clock
from backend.plans.reads.calendar import Appointment, DueDay

if TYPE_CHECKING:
    from icalendar import Event

TYPE = "text/calendar; charset=utf-8"
ASK_AGAIN = "PT1H"


def calendar_file(appointments: Iterable[Appointment], due_days: Iterable[DueDay] = ()) -> HttpResponse:
    """Called »Aftaler«; each is »Aftale« and when, with nothing about whose, why, where or with whom.

    A day by which something is to be done stands at the top of that day and takes no hour of it.
    """
    from icalendar import Calendar, Event  # when one is asked for: an idle server holds 4 MB less

    calendar = Calendar()
    calendar.add("prodid", "-//Kalender//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Aftaler"))
    calendar.add("x-published-ttl", ASK_AGAIN)
    for appointment in appointments:
        calendar.add_component(_filled(Event(), appointment))
    for due in due_days:
        calendar.add_component(_whole_day(Event(), due))
    return HttpResponse(calendar.to_ical(), content_type=TYPE, headers={"Cache-Control": "private, no-store"})


def _filled(event: "Event", appointment: Appointment) -> "Event":
    starts_at = appointment.starts_at.astimezone(UTC)
    event.add("dtstart", starts_at)
    event.add("dtend", starts_at + timedelta(minutes=appointment.minutes))
    event.add("status", "CANCELLED" if appointment.is_cancelled else "CONFIRMED")
    return _neutral(event, appointment.meeting_id, appointment.sequence)


def _whole_day(event: "Event", due: DueDay) -> "Event":
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return _neutral(event, due.step_id, due.sequence)


def _neutral(event: "Event", uid: UUID, sequence: int) -> "Event":
    event.add("uid", str(uid))
    event.add("dtstamp", clock.now())
    event.add("summary", _("Aftale"))
    event.add("sequence", sequence)
    event.add("class", "PRIVATE")
    return event
