"""The consultant's home: who waits and why, one tap from where it is answered; the day, and a line written down."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from backend.common.errors import NotHere, Refused
from backend.plans import visits
from backend.plans.access import Seat, seat_for
from backend.plans.change import make_change
from backend.plans.commands import NoteStep, texts
from backend.plans.journal import EntryView
from backend.plans.reads.board import Board
from backend.plans.reads.facts import Tier
from backend.plans.reads.home import Home, read_home
from backend.reach.presence import is_here
from citizen_app.drawing import BESIDE
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.pages.ways import see_other
from citizen_app.reason_words import how_many_wait

PAGE, TEMPLATE = "home", "home/home.html"


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """A consultant's alone. It follows the first citizen's plan, and by that hears of all the others, too."""
    person: Any = request.user
    if person.staff_role != "consultant":
        raise Http404
    try:
        if request.method == "POST":
            return _done(request, person.pk)
        return _shown(request, person.pk)
    except NotHere:
        raise Http404 from None


def _done(request: HttpRequest, person_id: int) -> HttpResponse:
    given = request.POST.get("plan_id", "")
    seat = seat_for(person_id=person_id, plan_id=int(given) if given.isdecimal() and len(given) < 19 else 0)
    if seat.role != "consultant":
        raise NotHere
    if request.POST.get("deed") == "search":
        return redirect(f"/plans/{seat.plan_id}/search/", preserve_request=True)  # the same, asked of the plan's own
    try:
        _write_down(seat, line=request.POST.get("line", ""), moved=request.POST.get("moved", ""))
    except Refused as refused:
        return _said_no(request, seat, refused.why)
    return see_other(f"/desk/?noted={seat.plan_id}")


def _write_down(seat: Seat, *, line: str, moved: str) -> None:
    """The same line from the same page is the same step, however often it is sent."""
    sent = f"/desk/{seat.person_id}/{seat.plan_id}/{moved}/{line}"
    step_id, change_id, device = (uuid5(NAMESPACE_URL, f"{what}{sent}") for what in ("step", "change", "device"))
    make_change(seat, NoteStep(step_id=step_id, line=line), device=device, change_id=change_id)


def _said_no(request: HttpRequest, seat: Seat, why: Any) -> HttpResponse:
    there = read_home(seat.person_id or 0)
    _note(seat.person_id or 0, there)
    told = {**page_context(seat, page=PAGE), "place": PAGE, **_context(there)}
    told |= {"refused": why, "written": {"plan_id": str(seat.plan_id), "line": request.POST.get("line", "")}}
    return render(request, TEMPLATE, told, status=422)


def _shown(request: HttpRequest, person_id: int) -> HttpResponse:
    there = read_home(person_id)
    if not there.rows:
        _note(person_id, there)
        return render(request, "board/empty_desk.html", {"handed_over": there.handed_over, "three": there.three})
    noted = next((row for row in there.rows if str(row.plan_id) == request.GET.get("noted")), None)
    _note(person_id, there)
    return show_page(
        request,
        seat_for(person_id=person_id, plan_id=there.rows[0].plan_id),
        TEMPLATE,
        page=PAGE,
        place=PAGE,
        read=lambda: {**_context(there), "noted": noted},
        also=there,
    )


def _note(person_id: int, there: Home) -> None:
    """Whoever is on the list has been looked at; what told somebody of a meeting of all three is seen by it."""
    plans = [row.plan_id for row in there.rows] + [one.plan_id for one in there.three]
    visits.note_all(dict.fromkeys(plans), person_id=person_id, role="consultant", what="desk")
    for one in there.three:
        is_here(person_id=person_id, plan_id=one.plan_id)


def _context(there: Home) -> dict[str, Any]:
    names = sorted(there.rows, key=lambda row: row.name)
    return {**_of_people(there), "names": names, "line_longest": texts.LINE, "whose": None, "waits": 0}


def _of_people(there: Home) -> dict[str, Any]:
    groups = [
        {
            "name": "waits",
            "title": how_many_wait(there.waiting),
            "rows": there.of_tier(Tier.AT_ONCE, Tier.WAITS, Tier.CONTACT),
        },
        {"name": "watch", "title": gettext("Godt at se til"), "rows": there.of_tier(Tier.WATCH)},
        {"name": "quiet", "title": gettext("Det går sin gang"), "rows": there.of_tier(Tier.QUIET)},
    ]
    return {"home": there, "groups": [one for one in groups if one["rows"]]}


def _people(seat: Seat, board: Board, page: str, subject: str) -> str:
    told = {**page_context(seat, page=PAGE), **_of_people(read_home(seat.person_id or 0))}
    return render_to_string("home/_people.html", told)


def _no_room(seat: Seat, language: str, subject: str) -> str:
    raise NotHere


def _concerns(entry: EntryView, subject: str) -> bool:
    """All that changes here stands in the list, which is compared and not counted (owed.py)."""
    return False


page_of_one_room(PAGE, _no_room, concerns=_concerns, regions={BESIDE: _people})
