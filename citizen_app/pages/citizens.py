"""Who has whom, for administrators: a citizen moves to another consultant, or gets address protection. No plan."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.people.reads.teams import read_consultants
from backend.plans import access
from backend.plans.change import make_change
from backend.plans.commands import Command, ReplaceConsultant, SetProtection
from backend.plans.reads.office import read_caseloads
from citizen_app.pages.staff import only_for
from citizen_app.viewer import LARGEST_ID


@only_for("administrator")
def citizens(request: HttpRequest) -> HttpResponse:
    """All, or one consultant's; a form comes back to the same address."""
    if request.method != "POST":
        return _page(request)
    try:
        _change(request)
    except Refused as refused:
        return _page(request, why=refused.why)
    except NotHere:
        raise Http404 from None
    return HttpResponse(status=303, headers={"Location": request.get_full_path()})


def _page(request: HttpRequest, *, why: Any = "") -> HttpResponse:
    caseloads, everyone = read_caseloads(person_id=_number(request.GET.get("consultant"))), read_consultants()
    told = {"caseloads": caseloads, "consultants": everyone, "refused": why}
    return render(request, "office/citizens.html", told, status=422 if why else 200)


def _change(request: HttpRequest) -> None:
    """What the form says, through the plan's own door."""
    person: Any = request.user
    plan_id = _number(request.POST.get("plan_id"))
    if plan_id is None:
        raise NotHere
    seat = access.office_seat(person_id=person.pk, plan_id=plan_id)
    make_change(seat, _command(request), device=new_id(), change_id=new_id())


def _command(request: HttpRequest) -> Command:
    if "protected" in request.POST:
        return SetProtection(protected=request.POST["protected"] == "yes")
    to = _number(request.POST.get("to"))
    if to is None:
        raise Refused(_("Vælg en konsulent først."), code="empty")
    return ReplaceConsultant(member_id=new_id(), person_id=to)


def _number(told: str | None) -> int | None:
    """An id from outside, when it can be one."""
    is_id = told is not None and told.isascii() and told.isdecimal() and len(told) < 20
    return int(told) if told and is_id and 0 < int(told) <= LARGEST_ID else None
