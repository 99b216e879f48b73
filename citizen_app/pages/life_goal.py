"""The life goal: as it stands, where the citizen writes it anew, and every earlier version."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.board import Board, read_board
from backend.plans.reads.faces import Face
from backend.plans.reads.goal_clock import GoalClock, read_goal_clocks
from backend.plans.reads.life_goal import read_life_goals
from citizen_app.board_regions import WAITS
from citizen_app.fragments import OfLooks, page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "life_goal"
_NEWEST = 6  # of the clocks, which stand open


@seated
def life_goal(request: HttpRequest, seat: Seat) -> HttpResponse:
    versions, clocks = read_life_goals(seat), read_goal_clocks(seat)
    template = "life_goal/life_goal.html"
    return show_page(
        request, seat, template, page=PAGE, place="board", read=lambda: _context(seat, versions, clocks), also=clocks
    )


def _context(seat: Seat, versions: Any, clocks: tuple[GoalClock, ...]) -> dict[str, Any]:
    board = read_board(seat)
    return {
        "whose": board.whose,
        "waits": board.waits,
        "life_goal": board.life_goal,
        **_told(seat, clocks, board.whose),
        "earlier": [version for version in versions if not version.is_current],
        "longest": texts.SHORT,
    }


def _told(seat: Seat, clocks: tuple[GoalClock, ...], whose: Face | None) -> dict[str, Any]:
    """What still waits and the newest stand open; the rest, which is over, in a fold."""
    past = [one for one in clocks[_NEWEST:] if one.followed]
    return {
        "clocks": [one for one in clocks if one not in past],
        "past_clocks": past,
        "clock_name": _name(seat, whose),
    }


def _name(seat: Seat, whose: Face | None) -> str:
    """The citizen's, in what is told to the consultant."""
    return "" if seat.role == "citizen" or whose is None else whose.name


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=PAGE), **_context(seat, read_life_goals(seat), read_goal_clocks(seat))}
    return render_to_string("life_goal/_room.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith(("life_goal_written", "goal_", "step_")) or entry.facts.get("subject") == "life_goal"


def _clocks(seat: Seat, board: Board, page: str, subject: str) -> str:
    clocks = read_goal_clocks(seat)
    told = {**page_context(seat, page=page), **_told(seat, clocks, board.whose), "whose": board.whose}
    return render_to_string("life_goal/_clocks.html", told)


OF_LOOKS = OfLooks("goal-clocks", read_goal_clocks, _clocks)
page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS}, of_looks=OF_LOOKS)
