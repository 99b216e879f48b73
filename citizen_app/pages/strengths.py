"""Det kan jeg: what the citizen can, kept only if the citizen says so, and what others have seen."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.removed import read_removed
from backend.plans.reads.strengths import read_strengths, with_shares
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "strengths"


@seated
def strengths(request: HttpRequest, seat: Seat) -> HttpResponse:
    gone = read_removed(seat)
    template = "strengths/strengths.html"
    return show_page(request, seat, template, page=PAGE, place="me", read=lambda: _context(seat), also=gone)


def _context(seat: Seat) -> dict[str, Any]:
    table = read_table(seat)
    gone = [one for one in read_removed(seat) if one.kind == "strength"]
    return {
        "whose": table.with_role("citizen"),
        "strengths": with_shares(seat, read_strengths(seat, table), table),
        "removed": gone,
        "longest": texts.LINE,
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("strengths/_room.html", {**page_context(seat, page=PAGE), **_context(seat)})


def _concerns(entry: EntryView, subject: str) -> bool:
    """Strengths, and who sits at the table: with whom they can be shared."""
    return (entry.strength_id or entry.member_id) is not None or entry.kind == "ran_out"


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
