"""The wall of the meeting room: only what the citizen lets the room see, large, without anything to press."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from backend.plans.access import SCREEN, Seat, room_seat
from backend.plans.reads.board import read_board
from citizen_app.board_parts import columns_of
from citizen_app.board_regions import COUNT, board_context, draw, region
from citizen_app.fragments import page_with_cards
from citizen_app.page import show_page
from citizen_app.viewer import seated

PAGE = "screen"


@seated
def screen(request: HttpRequest, seat: Seat) -> HttpResponse:
    """For a paired wall, and for citizen and consultant, who may look at it in their own browser."""
    room = seat if seat.role == SCREEN else room_seat(seat)
    return show_page(request, room, "screen/screen.html", page=PAGE, place="", read=lambda: _context(room))


def _context(seat: Seat) -> dict[str, Any]:
    board = read_board(seat)
    columns = columns_of(board, PAGE, draw(board, PAGE))["columns"]
    return {**board_context(board), "columns": columns, "faces": board.faces, "cards": board.cards}


page_with_cards(PAGE, {"life-goal": region("screen/_life_goal.html"), "count": COUNT})
