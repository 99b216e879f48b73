"""The parts of a board that can go stale, drawn on the page and in a fragment by the same code."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.reads.board import Board
from backend.plans.reads.card import Card
from backend.plans.reads.counts import InColumn
from backend.plans.reads.next_meeting import read_next_meeting
from citizen_app.board_parts import in_way_order, way_of
from citizen_app.fragments import Region, card_html
from citizen_app.page import page_context

Told = Callable[[Board], dict[str, Any]]


def board_context(board: Board) -> dict[str, Any]:
    """What the parts of every board are drawn from."""
    return {"number": board.number, **of_dream(board), **of_waits(board), **of_goals(board)}


def of_dream(board: Board) -> dict[str, Any]:
    return {"whose": board.whose, "life_goal": board.life_goal}


def of_waits(board: Board) -> dict[str, Any]:
    return {"waits": board.waits}


def of_goals(board: Board) -> dict[str, Any]:
    return {"goals": in_way_order(board.goals)}


def draw(board: Board, page: str) -> Callable[[Card], str]:
    """How this page draws a card."""
    return partial(card_html, page=page, plan_id=board.plan_id)


def way_context(board: Board) -> dict[str, Any]:
    return {"may_add_goal": board.role in ("citizen", "consultant"), **way_of(board, draw(board, "way"))}


def region(template: str, told: Told) -> Region:
    """A region as it stands on the page itself, drawn from what `told` reads of the board."""

    def drawn(seat: Seat, board: Board, page: str, subject: str) -> str:
        return render_to_string(template, {**page_context(seat, page=page), **told(board)})

    return drawn


def _goal(seat: Seat, board: Board, page: str, subject: str) -> str:
    goal = next(goal for goal in board.goals if str(goal.id) == subject)
    return render_to_string("board/_goal.html", {"plan_id": seat.plan_id, "goal": goal})


def _count(seat: Seat, board: Board, page: str, subject: str) -> str:
    return render_to_string("board/_count.html", {"status": subject, "count": board.counts.get(subject, InColumn())})


def of_next_meeting(board: Board) -> dict[str, Any]:
    return {"meeting": read_next_meeting(board.seat, board.table), "whose": board.whose}


GOAL, COUNT = _goal, _count
NEXT_MEETING = region("meeting/_next.html", of_next_meeting)
LIFE_GOAL = region("board/_life_goal.html", of_dream)
WAITS = region("board/_waits.html", of_waits)
GOALS = region("board/_goals.html", of_goals)
WAY = region("board/_way.html", way_context)
