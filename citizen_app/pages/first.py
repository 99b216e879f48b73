"""The first page of whoever is signed in: what they would do first stands there."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from backend.plans.access import Place, places_of, seat_for
from backend.plans.reads.faces import Face, read_table

_STAFF = {"consultant": "/desk/", "leader": "/numbers/", "administrator": "/office/"}


@login_required
def first(request: HttpRequest) -> HttpResponse:
    """Their own day, their desk, the plan they help with; with several plans, the choice between them."""
    staff = _STAFF.get(request.user.staff_role)
    if staff:
        return redirect(staff)
    places = places_of(person_id=request.user.pk)
    if places and (places[0].role == "citizen" or len(places) == 1):
        return redirect(f"/plans/{places[0].plan_id}/" + ("today/" if places[0].role == "citizen" else ""))
    return render(request, "board/places.html", {"tables": [_table(request.user.pk, place) for place in places]})


def _table(person_id: int, place: Place) -> tuple[int, Face | None]:
    seat = seat_for(person_id=person_id, plan_id=place.plan_id)
    return place.plan_id, read_table(seat).with_role("citizen")
