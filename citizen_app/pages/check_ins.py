"""After the course: how does it go? The citizen answers when they are asked; both see the answers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.check_in import read_check_ins
from backend.plans.reads.faces import read_table
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "check_ins"


@seated
def check_ins(request: HttpRequest, seat: Seat) -> HttpResponse:
    """To everybody but citizen and consultant it is not there."""
    told = _context(seat)
    template = "check_ins/check_ins.html"
    return show_page(request, seat, template, page=PAGE, place="me", read=lambda: told, also=clock.today())


def _context(seat: Seat) -> dict[str, Any]:
    table = read_table(seat)
    return {
        "check_ins": read_check_ins(seat),
        "whose": table.with_role("citizen"),
        "consultant": table.with_role("consultant"),
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("check_ins/_room.html", {**page_context(seat, page=PAGE), **_context(seat)})


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind in ("check_in_answered", "course_moved", "consultant_replaced")


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
