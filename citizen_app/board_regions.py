"""The parts of a board that can go stale, drawn on the page and in a fragment by the same code."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.reads.board import Board
from backend.plans.reads.card import Card
from citizen_app.board_parts import in_way_order, way_of
from citizen_app.fragments import Region, card_html
from citizen_app.page import page_context

More = Callable[[Seat, Board, str], dict[str, Any]]


def board_context(board: Board) -> dict[str, Any]:
    """What the parts of every board are drawn from."""
    return {
        "number": board.number,
        "whose": board.whose,
        "waits": board.waits,
        "life_goal": board.life_goal,
        "goals": in_way_order(board.goals),
        "may_add_goal": board.role in ("citizen", "consultant"),
    }


def draw(board: Board, page: str) -> Callable[[Card], str]:
    """How this page draws a card."""
    return partial(card_html, page=page, plan_id=board.plan_id)


def way_context(board: Board) -> dict[str, Any]:
    return way_of(board, draw(board, "way"))


def region(template: str, more: More = lambda seat, board, subject: {}) -> Region:
    """A region as it stands on the page itself; `more` gives what it needs beside the board."""

    def drawn(seat: Seat, board: Board, page: str, subject: str) -> str:
        told = {**page_context(seat, page=page), **board_context(board), **more(seat, board, subject)}
        return render_to_string(template, told)

    return drawn


def _goal(seat: Seat, board: Board, subject: str) -> dict[str, Any]:
    return {"goal": next(goal for goal in board.goals if str(goal.id) == subject)}


def _count(seat: Seat, board: Board, subject: str) -> dict[str, Any]:
    return {"status": subject, "count": sum(card.status == subject for card in board.cards)}


LIFE_GOAL = region("board/_life_goal.html")
WAITS = region("board/_waits.html")
GOAL = region("board/_goal.html", _goal)
GOALS = region("board/_goals.html")
COUNT = region("board/_count.html", _count)
WAY = region("board/_way.html", lambda seat, board, subject: way_context(board))
