"""The first page of whoever is signed in: what they would do first stands there."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from backend.plans.access import Place, places_of, seat_for
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.invitation import read_waiting
from backend.plans.reads.wall import read_wall
from citizen_app.page import path_of
from citizen_app.viewer import SCREEN_ID, WALL_ID

HERE = "/"
_STAFF = {"consultant": "/desk/", "leader": "/numbers/", "administrator": "/office/"}


def first(request: HttpRequest) -> HttpResponse:
    """Their own day, their desk, the plan they help with; with several plans, the choice. A wall's own board."""
    screen_id = None if request.user.is_authenticated else request.session.get(SCREEN_ID)
    plan_id = read_wall(screen_id=UUID(str(screen_id))) if screen_id else None
    if plan_id is None and WALL_ID in request.session and not request.user.is_authenticated:
        return redirect("wall")
    return redirect(path_of(plan_id, "screen")) if plan_id else _first_of_person(request)


@login_required
def _first_of_person(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    page = first_page(person)
    if page != HERE:
        return redirect(page)
    places = places_of(person_id=person.pk)
    if not places and read_waiting(person_id=person.pk):
        return redirect("invitation_waiting")
    return render(request, "board/places.html", {"tables": [_table(person.pk, place) for place in places]})


@login_required
def today(request: HttpRequest) -> HttpResponse:
    """The day of whoever is signed in, by an address without a number: for the home screen's shortcuts."""
    return redirect(first_page(request.user))


@login_required
def board(request: HttpRequest) -> HttpResponse:
    """The board of whoever is signed in, likewise."""
    person: Any = request.user
    page = first_page(person)
    own = [] if person.staff_role else places_of(person_id=person.pk)
    return redirect(path_of(own[0].plan_id, "way") if own and page != HERE else page)


@login_required
def conversation(request: HttpRequest) -> HttpResponse:
    """The citizen's own conversation, likewise; everybody else is led where they begin."""
    person: Any = request.user
    own = [one for one in places_of(person_id=person.pk) if one.role == "citizen"]
    return redirect(path_of(own[0].plan_id, "conversation") if own else first_page(person))


def first_page(person: Any) -> str:
    """The address where this person begins; HERE when they have a choice to make."""
    staff = _STAFF.get(person.staff_role)
    if staff:
        return staff
    places = places_of(person_id=person.pk)
    if places and places[0].role == "citizen":
        return path_of(places[0].plan_id, "today")
    return path_of(places[0].plan_id, "way") if len(places) == 1 else HERE


def _table(person_id: int, place: Place) -> tuple[int, Face | None]:
    seat = seat_for(person_id=person_id, plan_id=place.plan_id)
    return place.plan_id, read_table(seat).with_role("citizen")
