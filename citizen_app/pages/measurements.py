"""Målinger: what is asked every so often, one question a screen; then and now, and the line; and who else sees it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.measured import MeasuredView, read_measured
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.measured_curves import curves_of
from citizen_app.page import page_context, path_of, show_page
from citizen_app.viewer import seated

ALL, ONE, ANSWER = "measurements", "measured", "answer"
SCORES = range(11)
_KINDS = ("indicator_", "goal_", "progress_area_", "member_")
_OTHERS = ("invited_confirmed", "consultant_replaced", "ran_out")


@seated
def measurements(request: HttpRequest, seat: Seat) -> HttpResponse:
    template = "measurements/measurements.html"
    return show_page(request, seat, template, page=ALL, place="me", read=lambda: _all(seat))


@seated
def measured(request: HttpRequest, seat: Seat, code: str) -> HttpResponse:
    """One set: then and now, the lines, and who sees them."""
    template = "measurements/measured.html"
    return show_page(request, seat, template, page=f"{ONE}:{code}", place="me", read=lambda: _one(seat, code))


@seated
def answer(request: HttpRequest, seat: Seat, code: str) -> HttpResponse:
    """All its questions, of which one is shown at a time: so the page can be answered without signal, and scripts."""
    template = "measurements/answer.html"
    return show_page(request, seat, template, page=f"{ANSWER}:{code}", place="me", read=lambda: _answer(seat, code))


def _all(seat: Seat) -> dict[str, Any]:
    table = read_table(seat)
    return {"whose": table.with_role("citizen"), "measured": read_measured(seat, table)}


def _one(seat: Seat, code: str) -> dict[str, Any]:
    table = read_table(seat)
    one = _the(seat, code)
    return {"whose": table.with_role("citizen"), "one": one, "curves": curves_of(one.lines)}


def _answer(seat: Seat, code: str) -> dict[str, Any]:
    one = _the(seat, code)
    if not one.asked:
        raise NotHere
    here = path_of(seat.plan_id, f"{ANSWER}:{code}")
    questions = [(line, turn, f"{here}#q-{turn}") for turn, line in enumerate(one.asked, start=2)]
    whose = read_table(seat).with_role("citizen")
    return {"one": one, "questions": questions, "whose": whose, "scores": SCORES, "longest": texts.LINE}


def _the(seat: Seat, code: str) -> MeasuredView:
    """That set, as this seat sees it. Raises NotHere."""
    found = next((one for one in read_measured(seat) if one.code == code), None)
    if found is None:
        raise NotHere
    return found


def _room_all(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("measurements/_room.html", {**page_context(seat, page=ALL), **_all(seat)})


def _room_one(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=f"{ONE}:{subject}"), **_one(seat, subject)}
    return render_to_string("measurements/_measured.html", told)


def _room_answer(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=f"{ANSWER}:{subject}"), **_answer(seat, subject)}
    return render_to_string("measurements/_answer.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith(_KINDS) or entry.kind in _OTHERS


page_of_one_room(ALL, _room_all, concerns=_concerns, regions={"waits": WAITS})
page_of_one_room(ONE, _room_one, concerns=_concerns, regions={"waits": WAITS})
page_of_one_room(ANSWER, _room_answer, concerns=_concerns, regions={"waits": WAITS})
