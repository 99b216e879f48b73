"""My appointments in my own calendar: a file of one, and a secret address that a calendar asks again and again."""

from itertools import chain
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache

from backend.people.calendars import calendar_of, end_calendar, make_calendar
from backend.people.limits import may_try, where_from
from backend.people.reads.calendar import read_calendar_made
from backend.plans import visits
from backend.plans.access import Seat
from backend.plans.reads.calendar import read_appointment, read_appointments, read_due_days
from citizen_app.calendar_file import calendar_file
from citizen_app.pages.ways import see_other
from citizen_app.viewer import seated

HERE = "/calendar/"


@login_required
@never_cache
def calendar(request: HttpRequest) -> HttpResponse:
    """Make the address, which is shown this once, or end it."""
    person: Any = request.user
    if request.method == "POST" and "end" in request.POST:
        end_calendar(person.pk)
        return see_other(HERE)
    secret = make_calendar(person.pk) if request.method == "POST" else ""
    address = request.build_absolute_uri(f"{HERE}{secret}.ics") if secret else ""
    return render(request, "calendar/calendar.html", {"made": read_calendar_made(person.pk), "address": address})


def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """What a calendar reads, with nobody signed in. An address that never was, and one that was ended, are not here."""
    if not may_try("calendar_from", where_from(request)):
        return HttpResponse(status=429)
    of = calendar_of(secret)
    if of is None:
        raise Http404
    if not may_try("calendar", str(of.person_id)):
        return HttpResponse(status=429)
    found = read_appointments(of.person_id)
    due = [read_due_days(seat) for seat, _ in found]
    for (seat, appointments), days in zip(found, due, strict=True):
        if appointments or days:
            visits.note(seat, what="calendar")
    with translation.override(of.language or None):
        return calendar_file((one for _, appointments in found for one in appointments), chain.from_iterable(due))


@seated
def appointment(request: HttpRequest, seat: Seat, meeting_id: UUID) -> HttpResponse:
    """One appointment, to put into a calendar."""
    response = calendar_file([read_appointment(seat, meeting_id)])
    response.headers["Content-Disposition"] = 'attachment; filename="aftale.ics"'
    return response
