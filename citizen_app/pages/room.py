"""Det må rummet se: dream, goals and cards, each let in or kept out by one tap; and the way to see it as the others."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.reads.board import read_board
from backend.plans.reads.next_meeting import read_next_meeting
from backend.plans.reads.progress import entries_for_room
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "room"


@seated
def room(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The citizen's alone."""
    return show_page(request, seat, "room/room.html", page=PAGE, place="board", read=lambda: _context(seat))


def _context(seat: Seat) -> dict[str, Any]:
    if seat.role != "citizen" or seat.is_borrowed:
        raise NotHere
    board = read_board(seat)
    return {
        "whose": board.whose,
        "waits": board.waits,
        "life_goal": board.life_goal,
        "goals": board.goals,
        "cards": [card for card in board.cards if card.status not in ("paused", "dropped")],
        "small": entries_for_room(seat, board.table),
        "meeting": read_next_meeting(seat),
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("room/_room.html", {**page_context(seat, page=PAGE), **_context(seat)})


page_of_one_room(PAGE, _room, regions={"waits": WAITS})
