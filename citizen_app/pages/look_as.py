"""Se som …: the citizen opens their plan from another's own seat. Nothing is done there; nobody has looked."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from backend.plans.access import Seat, seat_as
from backend.plans.reads.board import read_board
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.goal import read_goal
from backend.plans.reads.measured import read_measured
from backend.plans.reads.meeting import read_meetings
from backend.plans.reads.progress import read_progress
from backend.plans.reads.progress_areas import read_areas_over_time
from backend.plans.reads.step import read_step
from backend.plans.reads.strengths import read_strengths
from citizen_app.board_parts import columns_of
from citizen_app.fragments import card_html, cards_html
from citizen_app.measured_curves import curves_of
from citizen_app.pages import board, goal, progress_over_time, step
from citizen_app.viewer import seated

PAGE = "look_as"


@seated
@never_cache
def look_as(request: HttpRequest, seat: Seat, member_id: UUID, meeting_id: UUID | None = None) -> HttpResponse:
    """Their board, from their seat, without anything to press; or as it will be in a meeting."""
    other = seat_as(seat, member_id, meeting_id=meeting_id)
    seen = read_board(other)
    draw = partial(card_html, page=PAGE, plan_id=_beneath(other))
    told = {**board.shared_parts(seen), **columns_of(seen, PAGE, draw), **_beside_the_board(other, seen.table)}
    return _show(request, seat, other, "board", told)


def _beside_the_board(other: Seat, table: Table) -> dict[str, Any]:
    """What they find on their other pages: meetings, strengths, small steps, measurements."""
    small, strengths = read_progress(other, table=table), read_strengths(other, table)
    seen_into = read_areas_over_time(other)
    meetings = read_meetings(other, table)
    measured = [(one, curves_of(one.lines)) for one in read_measured(other, table)]
    invited = [meeting for meeting in (meetings.open, *meetings.ahead, *meetings.past) if meeting]
    return {
        "meetings": invited,
        "strengths": strengths,
        "small": small,
        "lines": progress_over_time.lines(seen_into) if seen_into else "",
        "measured": measured,
        "sees_nothing": not (invited or strengths.accepted or strengths.suggested or small.entries or measured),
    }


@seated
@never_cache
def look_as_step(
    request: HttpRequest, seat: Seat, member_id: UUID, step_id: UUID, meeting_id: UUID | None = None
) -> HttpResponse:
    other = seat_as(seat, member_id, meeting_id=meeting_id)
    return _show(request, seat, other, "step", step.context_of(other, read_step(other, step_id)))


@seated
@never_cache
def look_as_goal(
    request: HttpRequest, seat: Seat, member_id: UUID, goal_id: UUID, meeting_id: UUID | None = None
) -> HttpResponse:
    other = seat_as(seat, member_id, meeting_id=meeting_id)
    sheet = read_goal(other, goal_id)
    cards = cards_html(sheet.cards, page=PAGE, plan_id=_beneath(other))
    return _show(request, seat, other, "goal", {**goal.context_of(other, sheet), "cards": cards})


def _beneath(other: Seat) -> str:
    """What stands where a plan's number does in the links of these pages, so that they lead to each other."""
    beneath = f"{other.plan_id}/as/{other.member_id}"
    return f"{beneath}/in/{other.meeting.id}" if other.meeting else beneath


def _show(request: HttpRequest, seat: Seat, other: Seat, name: str, told: dict[str, Any]) -> HttpResponse:
    as_whom: Face | None = read_table(other).of_me()
    mine = {"role": seat.role, "plan_id": seat.plan_id, "place": "network", "page": PAGE, "waits": 0}
    theirs = {
        "as_whom": as_whom,
        "as_role": other.role,
        "beneath": _beneath(other),
        "looking": True,
        "is_still": True,
        "in_meeting": other.meeting,
    }
    return render(request, f"look_as/{name}.html", {**told, **mine, **theirs})
