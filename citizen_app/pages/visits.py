"""Hvem har set min plan: everybody but oneself, day by day, in plain words."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.reads.faces import read_table
from backend.plans.reads.visits import DayOfVisits, read_visits
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "visits"


@seated
def visits(request: HttpRequest, seat: Seat) -> HttpResponse:
    days, template = read_visits(seat), "visits/visits.html"
    return show_page(request, seat, template, page=PAGE, place="me", read=lambda: _context(seat, days), also=days)


def _context(seat: Seat, days: tuple[DayOfVisits, ...]) -> dict[str, Any]:
    return {"whose": read_table(seat).with_role("citizen"), "days": days}


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("visits/_room.html", {**page_context(seat, page=PAGE), **_context(seat, read_visits(seat))})


page_of_one_room(PAGE, _room, regions={"waits": WAITS})
