"""Hvem gør hvad hvornår: every open agreement on one page, by person or by day."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.board import read_board
from backend.plans.reads.who import read_who
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room, slim
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

BY_PERSON, BY_DAY = "who", "who_by_day"
_MOVES_IT = (
    "step_", "voice_given", "goal_", "member_", "meeting_started", "meeting_ended", "asked_to_meeting",
    "unasked_from_meeting", "shown_in_room", "hidden_from_room", "invited_confirmed", "consultant_replaced", "ran_out",
)  # fmt: skip


@seated
def by_person(request: HttpRequest, seat: Seat) -> HttpResponse:
    return _show(request, seat, BY_PERSON)


@seated
def by_day(request: HttpRequest, seat: Seat) -> HttpResponse:
    return _show(request, seat, BY_DAY)


def _show(request: HttpRequest, seat: Seat, page: str) -> HttpResponse:
    def read() -> dict[str, Any]:
        who = read_who(seat)
        return {"who": who, "whose": who.whose, "waits": read_board(seat).waits, "today": clock.today()}

    return show_page(request, seat, "who/who.html", page=page, place="board", read=read)


def _room(page: str) -> Any:
    def room(seat: Seat, language: str, subject: str) -> str:
        return slim(render_to_string("who/_room.html", {**page_context(seat, page=page), "who": read_who(seat)}))

    return room


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith(_MOVES_IT)


for _name in (BY_PERSON, BY_DAY):
    page_of_one_room(_name, _room(_name), concerns=_concerns, regions={"waits": WAITS})
