"""Let a wall show the room of an open meeting: by the code that it shows, typed in by citizen or consultant.

Two steps. The code finds a wall, and its room's name is shown; only the answer that it is the same name as on the wall
pairs them. Between the two stands a signed note of what was found, for this person, this meeting and two minutes.
"""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.plans.access import BROAD, Seat, places_of, seat_for
from backend.plans.change import make_change
from backend.plans.commands import CloseScreen, PairWall
from backend.plans.journal import EntryView
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.wall import find_wall, read_open_tables, read_walls
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, path_of
from citizen_app.pages.ways import see_other
from citizen_app.viewer import seated

PAGE = "wall"
SECONDS = 120
_SALT = "tavlen.wall"


@never_cache
@login_required
def code(request: HttpRequest) -> HttpResponse:
    """Where the picture on a wall leads: on to the one plan with an open meeting, or the choice between them."""
    person: Any = request.user
    broad = tuple(place.plan_id for place in places_of(person_id=person.pk) if place.role in BROAD)
    there = read_open_tables(broad)
    if len(there) == 1:
        return redirect(path_of(there[0], PAGE))
    tables = [(plan_id, _whose(seat_for(person_id=person.pk, plan_id=plan_id))) for plan_id in there]
    return render(request, "wall/which.html", {"tables": tables})


@never_cache
@seated
def show_on_wall(request: HttpRequest, seat: Seat) -> HttpResponse:
    """For citizen and consultant; looking at it changes nothing."""
    if not seat.is_broad:
        raise NotHere
    if request.method != "POST":
        return _show(request, seat)
    try:
        if "close" in request.POST:
            return _close(request, seat)
        return _pair(request, seat) if "found" in request.POST else _confirm(request, seat)
    except Refused as no:
        return _show(request, seat, why=no.why, status=422)


def _show(request: HttpRequest, seat: Seat, *, why: Any = "", status: int = 200, **more: Any) -> HttpResponse:
    host = request.get_host() + "/wall/"
    told = {**page_context(seat, page=PAGE), **_context(seat), "place": "board", "why": why, "host": host, **more}
    return render(request, "wall/show.html", told, status=status)


def _context(seat: Seat) -> dict[str, Any]:
    return {"whose": _whose(seat), "walls": read_walls(seat)}


def _whose(seat: Seat) -> Face | None:
    return read_table(seat).with_role("citizen")


def _confirm(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The code is right: which room is it? Wrong, used, run out or another's: one sentence for all."""
    meeting_id = _open_meeting(seat)
    found = find_wall(seat, request.POST.get("code", "")[:40])
    if found is None:
        raise Refused(
            _("Koden passer ikke. Se efter på skærmen: koden skifter hvert minut. Efter fem forsøg må du vente lidt.")
        )
    note = signing.dumps([str(found.id), found.round, str(meeting_id), seat.person_id], salt=_SALT)
    return _show(request, seat, found=note, room_name=found.room_name)


def _pair(request: HttpRequest, seat: Seat) -> HttpResponse:
    try:
        wall_id, round_, meeting_id, person_id = signing.loads(request.POST["found"], salt=_SALT, max_age=SECONDS)
    except signing.BadSignature:
        raise Refused(_("Det tog for lang tid. Skriv koden, der står på skærmen nu.")) from None
    if (meeting_id, person_id) != (str(_open_meeting(seat)), seat.person_id):
        raise Refused(_("Koden er til et andet møde. Skriv den, der står på skærmen nu."))
    command = PairWall(screen_id=new_id(), meeting_id=UUID(meeting_id), wall_id=UUID(wall_id), round=round_)
    make_change(seat, command, device=new_id(), change_id=new_id())
    return see_other(path_of(seat.plan_id, f"meeting:{meeting_id}"))


def _close(request: HttpRequest, seat: Seat) -> HttpResponse:
    told = request.POST["close"]
    screen_id = next((one.screen_id for one in read_walls(seat).on if str(one.screen_id) == told), None)
    if screen_id:
        make_change(seat, CloseScreen(screen_id=screen_id), device=new_id(), change_id=new_id())
    return see_other(path_of(seat.plan_id, PAGE))


def _open_meeting(seat: Seat) -> UUID:
    meeting_id = read_walls(seat).meeting_id
    if meeting_id is None:
        raise Refused(_("Der er ikke et møde i gang. Start mødet først."))
    return meeting_id


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("wall/_room.html", {**page_context(seat, page=PAGE), **_context(seat)})


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind in ("wall_paired", "screen_opened", "screen_closed", "room_blanked", "room_shown") or (
        entry.meeting_id is not None
    )


page_of_one_room(PAGE, _room, concerns=_concerns)
