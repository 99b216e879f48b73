"""The wall of the meeting room: only what the citizen lets the room see, large, without anything to press."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from backend.plans.access import SCREEN, Seat, room_seat
from backend.plans.reads.board import Board, read_board
from citizen_app.board_parts import columns_of
from citizen_app.board_regions import COUNT, board_context, draw, of_dream, of_goals, region
from citizen_app.fragments import page_with_cards
from citizen_app.page import show_page
from citizen_app.stale import WALL_WAY
from citizen_app.viewer import seated_or_wall

PAGE = "screen"


@seated_or_wall
def screen(request: HttpRequest, seat: Seat) -> HttpResponse:
    """For a paired wall, and for citizen and consultant, who may look at it in their own browser."""
    is_own = seat.role != SCREEN
    room = room_seat(seat) if is_own else seat

    def read() -> dict[str, Any]:
        return {**_context(read_board(room)), "is_own": is_own}

    return show_page(request, room, "screen/screen.html", page=PAGE, place="", read=read)


def _context(board: Board) -> dict[str, Any]:
    columns = columns_of(board, PAGE, draw(board, PAGE))["columns"]
    whose_first = sorted(board.faces, key=lambda face: face.role != "citizen")
    return {**board_context(board), "faces": whose_first, "columns": columns}


page_with_cards(
    PAGE,
    {
        "life-goal": region("screen/_life_goal.html", of_dream),
        "count": COUNT,
        WALL_WAY: region("screen/_way.html", of_goals),
    },
    card="screen/_card.html",
)
