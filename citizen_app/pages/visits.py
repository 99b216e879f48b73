"""Hvem har set min plan: everybody but oneself, day by day, in plain words."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.reads.discussion import read_discussions
from backend.plans.reads.faces import read_table
from backend.plans.reads.look_in import LookInView, read_looks_in
from backend.plans.reads.visits import Visits, read_visits
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "visits"
LONG_AGO = date(2000, 1, 1)


@seated
def visits(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The newest looks; with `upto`, a day, those of the ninety days that end with it."""
    upto = _day_in(request.GET.get("upto", ""))
    seen, looks = read_visits(seat, upto), () if upto else read_looks_in(seat)

    def read() -> dict[str, Any]:
        return _context(seat, upto, seen, looks)

    page = f"{PAGE}:{upto.isoformat()}" if upto else PAGE
    return show_page(request, seat, "visits/visits.html", page=page, place="me", read=read, also=(seen, looks))


def _day_in(text: str) -> date | None:
    """The day in an address; None for what is none, for today and for what is to come: the newest, then."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if LONG_AGO < day < clock.today() else None


def _context(seat: Seat, upto: date | None, seen: Visits, looks: tuple[LookInView, ...]) -> dict[str, Any]:
    """What needs an answer, and what was said without the citizen, stands with the newest alone."""
    beside = {} if upto else {"looked_in": looks, "discussions": read_discussions(seat)}
    return {**beside, "upto": upto, "seen": seen, "whose": read_table(seat).with_role("citizen")}


def _room(seat: Seat, language: str, subject: str) -> str:
    upto = _day_in(subject)
    told = _context(seat, upto, read_visits(seat, upto), () if upto else read_looks_in(seat))
    return render_to_string("visits/_room.html", {**page_context(seat, page=PAGE), **told})


page_of_one_room(PAGE, _room, regions={"waits": WAITS})
