"""The consultant's desk: one citizen's board, what it stands on, and beside it who waits and why."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from backend.plans.access import Seat
from backend.plans.reads.board import Board, read_board
from backend.plans.reads.caseload import CaseloadRow, read_caseload
from backend.plans.reads.consent import read_consents
from backend.plans.reads.elsewhere import HandedOver, read_handed_over
from backend.plans.reads.faces import read_table
from backend.plans.reads.facts import Tier
from backend.plans.reads.news import read_news
from backend.plans.reads.removed import read_removed
from backend.plans.reads.strengths import read_strengths
from citizen_app.board_parts import columns_of
from citizen_app.board_regions import (
    COUNT,
    GOAL,
    GOALS,
    LIFE_GOAL,
    NEXT_MEETING,
    WAITS,
    board_context,
    draw,
    of_next_meeting,
    region,
)
from citizen_app.fragments import page_with_cards
from citizen_app.page import show_page

PAGE = "desk"


def show(request: HttpRequest, seat: Seat) -> HttpResponse:
    """One citizen's board on the desk. The list beside it is another plan's news, so it is read each time."""
    rows, gone = read_caseload(seat.person_id or 0), read_handed_over(seat.person_id or 0)
    removed = read_removed(seat) if "removed" in request.GET else ()

    def read() -> dict[str, Any]:
        board = read_board(seat)
        news = read_news(seat, read_table(seat))
        return {**_context(seat, board), "people": in_groups(rows, gone), "removed": removed, "news": news}

    return show_page(request, seat, "board/desk.html", page=PAGE, place="desk", read=read, also=(rows, gone, removed))


def _context(seat: Seat, board: Board) -> dict[str, Any]:
    columns = columns_of(board, PAGE, draw(board, PAGE))
    told = {**board_context(board), **columns, **of_next_meeting(board)}
    return {**told, "strengths": read_strengths(seat), **_consent(board)}


def in_groups(rows: tuple[CaseloadRow, ...], gone: tuple[HandedOver, ...]) -> list[dict[str, Any]]:
    """Those who wait, those who are good to look to, those for whom it goes its way, those who are another's now."""
    return [
        {"title": gettext("Venter på dig"), "rows": [row for row in rows if row.waits]},
        {"title": gettext("Godt at se til"), "rows": [row for row in rows if row.tier == Tier.WATCH]},
        {"title": gettext("Det går sin gang"), "rows": [row for row in rows if row.tier == Tier.QUIET]},
        {"handed_over": gone},
    ]


def _people(board: Board) -> dict[str, Any]:
    mine = board.seat.person_id or 0
    return {"people": in_groups(read_caseload(mine), read_handed_over(mine))}


def _consent(board: Board) -> dict[str, Any]:
    """What stands at the head of the plan: is there a yes to it, and which sharing was taken back?"""
    there = read_consents(board.seat)
    return {
        "of_plan": next((one for one in there if one.kind == "holistic_plan"), None),
        "taken_back": [one for one in there if one.kind != "holistic_plan" and one.state == "withdrawn"],
        "asked": [one for one in there if one.kind != "holistic_plan" and one.state == "asked"],
    }


def _strengths(board: Board) -> dict[str, Any]:
    return {"whose": board.whose, "strengths": read_strengths(board.seat)}


page_with_cards(
    PAGE,
    {
        "life-goal": LIFE_GOAL,
        "waits": WAITS,
        "count": COUNT,
        "goal": GOAL,
        "way": GOALS,
        "consent": region("board/_consent.html", _consent),
        "next-meeting": NEXT_MEETING,
        "strengths": region("board/_strengths.html", _strengths),
        "people": region("board/_people.html", _people),
    },
)
