"""Skriv til senere: what the consultant writes now and Tavlen sends at the hour they chose. Theirs alone until then."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.plans import later as laid_aside
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.scheduled import read_scheduled
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, path_of, show_page
from citizen_app.pages.conversation import of_ready_texts
from citizen_app.pages.ways import see_other
from citizen_app.viewer import seated

PAGE = "later"


@seated
def later(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What waits, and where one writes. Plain forms: what is laid aside is no change of the plan yet."""
    if seat.role != "consultant":
        raise NotHere
    if request.method != "POST":
        also, ready = read_scheduled(seat), of_ready_texts(request, seat)
        return show_page(
            request, seat, "later/later.html", page=PAGE, place="conversation",
            read=lambda: _context(seat) | ready, also=(also, str(ready)),
        )  # fmt: skip
    try:
        _change(request, seat)
    except Refused as no:
        told = {**page_context(seat, page=PAGE), **_context(seat), "why": no.why, "written": request.POST}
        return render(request, "later/later.html", {**told, "place": "conversation"}, status=409)
    return see_other(path_of(seat.plan_id, PAGE))


def _change(request: HttpRequest, seat: Seat) -> None:
    told = request.POST
    if "scheduled_id" not in told:
        return laid_aside.schedule(seat, words=told.get("words", ""), due_at=_moment(told))
    scheduled_id = _id_in(told["scheduled_id"])
    if "send" in told:
        return laid_aside.send_now(seat, scheduled_id)
    if "remove" in told:
        return laid_aside.take_off(seat, scheduled_id)
    if "restore" in told:
        return laid_aside.put_back(seat, scheduled_id)
    return laid_aside.reschedule(seat, scheduled_id, words=told.get("words", ""), due_at=_moment(told))


def _moment(told: Any) -> datetime:
    """Day and hour are meant as where the citizens live."""
    try:
        day, hour = date.fromisoformat(told.get("day", "")), time.fromisoformat(told.get("hour", ""))
    except ValueError:
        raise Refused(_("Vælg en dag og et tidspunkt."), code="bad_time") from None
    return clock.at_home(datetime.combine(day, hour.replace(tzinfo=None)))


def _id_in(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotHere from None


def _context(seat: Seat) -> dict[str, Any]:
    there = read_scheduled(seat)
    return {
        "whose": read_table(seat).with_role("citizen"),
        "scheduled": [one for one in there if one.until is None],
        "taken_off": [one for one in there if one.until],
        "longest": texts.LONG,
        "today": clock.today(),
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    if seat.role != "consultant":
        raise NotHere
    return render_to_string("later/_room.html", {**page_context(seat, page=PAGE), **_context(seat)})


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind == "message_written"


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
