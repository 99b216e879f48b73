"""Forløb: the phase a plan is in and where it may go, and all that has been on one year line."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.course import CourseView, read_course
from backend.plans.reads.faces import read_table
from backend.plans.reads.outcome import kinds_of_outcome
from backend.plans.reads.removed import Removed, read_removed
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated
from citizen_app.words import PHASE_HINTS, PHASES

PAGE = "course"
_KINDS = ("course_", "outcome_", "life_goal_written", "meeting_")
_OTHERS = ("consultant_replaced", "ran_out")


@seated
def course(request: HttpRequest, seat: Seat) -> HttpResponse:
    """For citizen and consultant."""
    found, gone = read_course(seat), _gone(seat)
    template = "course/course.html"
    return show_page(
        request, seat, template, page=PAGE, place="me", read=lambda: _context(seat, found, gone), also=(found, gone)
    )


def _gone(seat: Seat) -> tuple[Removed, ...]:
    return tuple(one for one in read_removed(seat) if one.kind == "outcome")


def _context(seat: Seat, found: CourseView, gone: tuple[Removed, ...]) -> dict[str, Any]:
    kinds, today = list(PHASES), clock.today()
    told = {
        "course": found,
        "removed": gone,
        "kinds": kinds_of_outcome(),
        "today": today,
        "ahead": kinds[kinds.index(found.now.kind) + 1 :],
    }
    choices = [(code, PHASES[code], PHASE_HINTS[code]) for code in kinds]
    return {**told, "choices": choices, "longest": texts.LINE, "whose": read_table(seat).with_role("citizen")}


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=PAGE), **_context(seat, read_course(seat), _gone(seat))}
    return render_to_string("course/_room.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith(_KINDS) or entry.kind in _OTHERS


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
