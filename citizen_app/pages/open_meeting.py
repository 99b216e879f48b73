"""On to the meeting that is open now, for whoever is asked to it, by an address without a number or a secret.

It opens nothing: a meeting that is not one's own is passed over as though it were not there.
"""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from backend.common.errors import NotHere
from backend.plans.access import Seat, places_of, seat_for
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.meeting import open_meeting_id
from backend.plans.reads.wall import read_open_tables
from citizen_app.page import path_of


@never_cache
@login_required
def open_meeting(request: HttpRequest) -> HttpResponse:
    """The one meeting, the choice between several, or that there is none to which they are asked."""
    person: Any = request.user
    there = _open_to(person.pk)
    if len(there) == 1:
        seat, meeting_id = there[0]
        return redirect(_path(seat, meeting_id))
    meetings = [(_path(seat, meeting_id), _whose(seat)) for seat, meeting_id in there]
    return render(request, "meeting/which.html", {"meetings": meetings})


def _open_to(person_id: int) -> list[tuple[Seat, UUID]]:
    """Asked table by table, and of those alone where a meeting is open: each seat knows which ones are its own."""
    tables = read_open_tables(tuple(place.plan_id for place in places_of(person_id=person_id)))
    seats = [seat for plan_id in tables if (seat := _seat(person_id, plan_id))]
    return [(seat, meeting_id) for seat in seats if (meeting_id := open_meeting_id(seat))]


def _seat(person_id: int, plan_id: int) -> Seat | None:
    try:
        return seat_for(person_id=person_id, plan_id=plan_id)
    except NotHere:
        return None


def _path(seat: Seat, meeting_id: UUID) -> str:
    return path_of(seat.plan_id, f"meeting:{meeting_id}")


def _whose(seat: Seat) -> Face | None:
    return read_table(seat).with_role("citizen")
