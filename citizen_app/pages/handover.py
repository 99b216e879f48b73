"""A consultant gives a citizen on to a colleague: what goes along is said first."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.people.reads.teams import read_consultants
from backend.plans.access import Seat
from backend.plans.change import make_change
from backend.plans.commands import ReplaceConsultant
from backend.plans.reads.faces import read_table
from backend.plans.reads.handover import read_about_me
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context
from citizen_app.viewer import seated

PAGE = "handover"
page_of_one_room(PAGE, lambda seat, language, subject: "", concerns=lambda entry, subject: False)


@seated
def handover(request: HttpRequest, seat: Seat) -> HttpResponse:
    """To everybody but the consultant it is not there."""
    if seat.role != "consultant":
        raise NotHere
    why: Any = ""
    if request.method == "POST":
        try:
            return _give_on(request, seat)
        except Refused as refused:
            why = refused.why
    others = [one for one in read_consultants() if one.person_id != seat.person_id]
    whose = read_table(seat).with_role("citizen")
    told = {**page_context(seat, page=PAGE), "place": "network", "whose": whose, "consultants": others, "refused": why}
    told["letter"] = read_about_me(seat)
    return render(request, "network/handover.html", told, status=422 if why else 200)


def _give_on(request: HttpRequest, seat: Seat) -> HttpResponse:
    chosen = request.POST.get("to", "")
    if chosen not in {str(one.person_id) for one in read_consultants()}:
        raise Refused(_("Vælg en konsulent først."), code="empty")
    command = ReplaceConsultant(member_id=new_id(), person_id=int(chosen))
    make_change(seat, command, device=new_id(), change_id=new_id())
    return HttpResponse(status=303, headers={"Location": "/desk/"})
