"""A wall by itself: it is asked once which room it hangs in, and then shows a code until somebody lets it show a board.

Nobody is behind it, and looking at it changes nothing but which board its own session may read: that was decided
where the code was typed in (show_on_wall.py). It asks again every few seconds, by a script or by the browser itself.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from backend.common import clock
from backend.common.errors import Refused
from backend.people.limits import may_try, where_from
from backend.people.sessions import SINCE
from backend.people.walls import name_wall
from backend.plans.commands import texts
from backend.plans.reads.wall import WallView, read_own_wall
from citizen_app.page import path_of
from citizen_app.pages.ways import see_other
from citizen_app.qr import qr
from citizen_app.viewer import SCREEN_ID, WALL_ID

HERE, TYPED_IN = "/wall/", "/wall/code/"
LONGEST_NAME = 80


@never_cache
def wall(request: HttpRequest) -> HttpResponse:
    """The field for the room's name; the code; a calm page when a meeting is over; or on to the board."""
    if request.method == "POST":
        return _be_named(request)
    there = own_wall(request)
    if there is None:
        return _ask_name(request)
    request.session.touch()  # type: ignore[attr-defined]
    if there.plan_id:
        return _to_board(request, there)
    if there.is_calm:
        return render(request, "wall/calm.html", {"wall": there})
    link = request.build_absolute_uri(f"{TYPED_IN}#{there.code}")
    halves = (there.code[:4], there.code[4:])
    told = {"wall": there, "halves": halves, "qr": qr(link), "host": request.get_host() + TYPED_IN}
    return render(request, "wall/code.html", told)


def own_wall(request: HttpRequest) -> WallView | None:
    """The wall that this browser is, when nobody is signed in on it."""
    wall_id = request.session.get(WALL_ID)
    return read_own_wall(UUID(wall_id)) if wall_id and not request.user.is_authenticated else None


def _ask_name(request: HttpRequest, *, why: Any = "", given: str = "", status: int = 200) -> HttpResponse:
    told = {"why": why, "given": given[:LONGEST_NAME], "longest": LONGEST_NAME}
    return render(request, "wall/name.html", told, status=status)


def _be_named(request: HttpRequest) -> HttpResponse:
    given = request.POST.get("room_name", "")
    if request.user.is_authenticated:
        return _ask_name(request, given=given, status=422)
    try:
        room_name = texts.needed(given, longest=LONGEST_NAME)
    except Refused as no:
        return _ask_name(request, why=no.why, given=given, status=422)
    if not may_try("wall_from", where_from(request)):
        why = _("Der er lavet mange skærme her på kort tid. Vent en time, og prøv igen.")
        return _ask_name(request, why=why, given=given, status=429)
    request.session.flush()
    request.session.be("wall")  # type: ignore[attr-defined]
    request.session[SINCE] = clock.now().isoformat()
    request.session[WALL_ID] = str(name_wall(room_name))
    return see_other(HERE)


def _to_board(request: HttpRequest, there: WallView) -> HttpResponse:
    """The session gets the board that the wall was told to show, and a new key: no copy of the old one reads it.

    Of several browsers with the same key at once one is shown it; the others are asked which room they hang in.
    """
    assert there.plan_id
    if request.session.get(SCREEN_ID) != str(there.screen_id):
        if not request.session.move_on():  # type: ignore[attr-defined]
            return see_other(HERE)
        request.session[SCREEN_ID] = str(there.screen_id)
    return see_other(path_of(there.plan_id, "screen"))
