"""The board of one plan: Vejen and Tavlen for the citizen, the desk, and the shared board."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from backend.plans.access import Seat
from backend.plans.reads.board import Board, read_board
from backend.plans.reads.card import Card
from backend.plans.reads.removed import read_removed
from citizen_app.board_parts import columns_of
from citizen_app.board_regions import (
    COUNT,
    GOAL,
    LIFE_GOAL,
    NEXT_MEETING,
    WAITS,
    WAY,
    board_context,
    draw,
    of_next_meeting,
    region,
    way_context,
)
from citizen_app.fragments import page_with_cards
from citizen_app.page import path_of, show_page
from citizen_app.pages import desk
from citizen_app.viewer import seated_or_wall


@seated_or_wall
def plan(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The plan as this seat has it on the table."""
    if seat.role == "citizen":
        return _show(request, seat, "board" if request.GET.get("view") == "board" else "way")
    if seat.role == "consultant":
        return desk.show(request, seat)
    if seat.role == "screen":
        return redirect(path_of(seat.plan_id, "screen"))
    return _show(request, seat, "shared")


def _show(request: HttpRequest, seat: Seat, page: str) -> HttpResponse:
    removed = read_removed(seat) if "removed" in request.GET else ()

    def read() -> dict[str, Any]:
        board = read_board(seat)
        return {**board_context(board), **_OF_PAGE[page](board), "removed": removed}

    return show_page(request, seat, f"board/{page}.html", page=page, place="board", read=read, also=removed)


def _columns(page: str, board: Board) -> dict[str, Any]:
    return columns_of(board, page, draw(board, page))


def _shared(board: Board) -> dict[str, Any]:
    return {**_columns("shared", board), **shared_parts(board), **of_next_meeting(board)}


def shared_parts(board: Board) -> dict[str, Any]:
    """What a supporter has promised, the cards they see, and the goals without any."""
    promises = [card for card in board.cards if card.mine and card.status in ("wish", "agreed", "doing")]
    with_cards = {card.goal_id for card in board.cards}
    told = {"whose": board.whose, "cards": board.cards, "promises": sorted(promises, key=_soonest)}
    return {**told, "bare": [goal for goal in board.goals if goal.id not in with_cards]}


def _soonest(card: Card) -> tuple[bool, Any, int]:
    return card.due is None, card.due, card.position


_OF_PAGE: dict[str, Callable[[Board], dict[str, Any]]] = {
    "way": way_context,
    "board": partial(_columns, "board"),
    "shared": _shared,
}

page_with_cards("way", {"life-goal": LIFE_GOAL, "waits": WAITS, "way": WAY, "goal": GOAL})
page_with_cards("board", {"life-goal": LIFE_GOAL, "waits": WAITS, "count": COUNT})
page_with_cards(
    "shared",
    {
        "waits": WAITS,
        "count": COUNT,
        "next-meeting": NEXT_MEETING,
        "promises": region("board/_promises.html", shared_parts),
        "nothing-shared": region("board/_nothing_shared.html", shared_parts),
    },
)
