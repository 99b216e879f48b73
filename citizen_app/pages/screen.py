"""The wall of the meeting room: only what the citizen lets the room see, large, without anything to press."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from backend.plans.access import SCREEN, Seat
from backend.plans.reads.board import Board, read_board
from backend.plans.room import room_seat
from citizen_app.board_parts import columns_of
from citizen_app.board_regions import COUNT, board_context, draw, of_dream, of_goals, region
from citizen_app.fragments import page_with_cards
from citizen_app.page import show_page
from citizen_app.pages.wall import own_wall
from citizen_app.stale import WALL, WALL_WAY
from citizen_app.viewer import SCREEN_ID, seated_or_wall
from citizen_app.wall_stages import of_stage

PAGE = "screen"


def screen(request: HttpRequest, plan_id: int) -> HttpResponseBase:
    """A wall with nothing more to show, whichever plan it asks for, goes back to showing its code."""
    try:
        if SCREEN_ID in request.session or own_wall(request) is None:
            return _screen(request, plan_id=plan_id)
    except Http404:
        if own_wall(request) is None:
            raise
    return redirect("wall")


@seated_or_wall
def _screen(request: HttpRequest, seat: Seat) -> HttpResponseBase:
    """For a paired wall, and for citizen and consultant, who may look at it in their own browser."""
    is_own = seat.role != SCREEN
    room = room_seat(seat) if is_own else seat

    def read() -> dict[str, Any]:
        return {**_context(read_board(room)), "is_own": is_own}

    return show_page(request, room, "screen/screen.html", page=PAGE, place="", read=read)


def _context(board: Board) -> dict[str, Any]:
    columns = columns_of(board, PAGE, draw(board, PAGE))["columns"]
    return {**board_context(board), **of_stage(board), "columns": columns, "is_blank": board.seat.is_blank}


page_with_cards(
    PAGE,
    {
        "life-goal": region("screen/_life_goal.html", of_dream),
        "count": COUNT,
        WALL_WAY: region("screen/_way.html", of_goals),
        "wall-faces": region("screen/_faces.html", of_stage),
        "wall-meeting": region("screen/_meeting.html", of_stage),
        WALL: region("screen/_wall.html", _context),
    },
    card="screen/_card.html",
)
