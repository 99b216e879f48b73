"""Hvem har set min plan: everybody but oneself, day by day, in plain words."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.reads.discussion import read_discussions
from backend.plans.reads.faces import read_table
from backend.plans.reads.look_in import LookInView, read_looks_in
from backend.plans.reads.visits import DayOfVisits, read_visits
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "visits"


@seated
def visits(request: HttpRequest, seat: Seat) -> HttpResponse:
    days, looks, template = read_visits(seat), read_looks_in(seat), "visits/visits.html"

    def read() -> dict[str, Any]:
        return _context(seat, days, looks)

    return show_page(request, seat, template, page=PAGE, place="me", read=read, also=(days, looks))


def _context(seat: Seat, days: tuple[DayOfVisits, ...], looks: tuple[LookInView, ...]) -> dict[str, Any]:
    told = {"days": days, "looked_in": looks, "discussions": read_discussions(seat)}
    return {**told, "whose": read_table(seat).with_role("citizen")}


def _room(seat: Seat, language: str, subject: str) -> str:
    told = _context(seat, read_visits(seat), read_looks_in(seat))
    return render_to_string("visits/_room.html", {**page_context(seat, page=PAGE), **told})


page_of_one_room(PAGE, _room, regions={"waits": WAITS})
