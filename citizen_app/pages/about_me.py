"""»Det skal du vide om mig«; and what a new consultant reads first, so that nothing is told twice."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.board import read_board
from backend.plans.reads.faces import read_table
from backend.plans.reads.handover import read_about_me, read_takeover
from backend.plans.reads.meeting import read_meetings
from backend.plans.reads.minutes import read_minutes
from backend.plans.reads.next_meeting import read_next_meeting
from backend.plans.reads.strengths import read_strengths
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

LETTER, TAKEOVER = "about_me", "takeover"
_KINDS = ("step_", "voice_", "meeting_", "strength_", "goal_", "life_goal_", "about_me_", "minutes_")


@seated
def about_me(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The citizen writes it; their consultant reads it. To everybody else it is not there."""
    told = _letter(seat)
    return show_page(request, seat, "about_me/about_me.html", page=LETTER, place="me", read=lambda: told)


@seated
def takeover(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The letter, what the citizen can, what was agreed last, what was promised, and when we meet."""
    read_takeover(seat)  # says who may be here, also when the page itself is kept ready
    return show_page(
        request,
        seat,
        "about_me/takeover.html",
        page=TAKEOVER,
        place="me",
        read=lambda: _takeover(seat),
        also=clock.today(),
    )


def _letter(seat: Seat) -> dict[str, Any]:
    table = read_table(seat)
    whose, consultant = table.with_role("citizen"), table.with_role("consultant")
    return {"letter": read_about_me(seat), "longest": texts.LONG, "whose": whose, "consultant": consultant}


def _takeover(seat: Seat) -> dict[str, Any]:
    table, board = read_table(seat), read_board(seat)
    past = read_meetings(seat, table).past
    return {
        "takeover": read_takeover(seat),
        "letter": read_about_me(seat),
        "strengths": read_strengths(seat, table).accepted,
        "life_goal": board.life_goal,
        "last": read_minutes(seat, past[0].id) if past else None,
        "meeting": read_next_meeting(seat, table),
        "whose": board.whose,
        "waits": board.waits,
    }


def _letters_room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("about_me/_letter.html", {**page_context(seat, page=LETTER), **_letter(seat)})


def _takeovers_room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("about_me/_takeover.html", {**page_context(seat, page=TAKEOVER), **_takeover(seat)})


def _is_the_letter(entry: EntryView, subject: str) -> bool:
    return entry.kind in ("about_me_written", "consultant_replaced")


def _is_of_takeover(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith(_KINDS) or entry.kind in ("consultant_replaced", "carried_said")


page_of_one_room(LETTER, _letters_room, concerns=_is_the_letter, regions={"waits": WAITS})
page_of_one_room(TAKEOVER, _takeovers_room, concerns=_is_of_takeover, regions={"waits": WAITS})
