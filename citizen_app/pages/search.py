"""Søg: one field, and where it stands. What is asked for goes in the body of the form and stays in no address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.board import read_board
from backend.plans.reads.conversation import first_on_newest, leaf_of, message_head
from backend.plans.reads.search import Found, Hit, read_search
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context
from citizen_app.viewer import seated

PAGE = "search"
_SIGNS = {"life_goal": "sun", "goal": "flag", "step": "footprints", "strength": "sprout", "offer": "hand-heart",
          "meeting": "calendar", "remark": "pencil", "message": "message-circle", "file": "file-down"}  # fmt: skip
_PLACES = {
    "life_goal": "life-goal/",
    "goal": "goals/{}/",
    "step": "steps/{}/",
    "remark": "steps/{}/",
    "strength": "strengths/",
    "offer": "offers/#of-{}",
    "meeting": "meetings/{}/",
}
_GROUPS = (
    (_("På planen"), ("life_goal", "goal", "step", "remark", "strength", "offer", "meeting")),
    (_("I beskederne"), ("message", "file")),
)


@seated
def search(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Never kept: neither here nor on the device."""
    board = read_board(seat)
    told = {**page_context(seat, page=PAGE), "place": "board", "whose": board.whose, "waits": board.waits}
    found = read_search(seat, request.POST.get("asked", ""))
    response = render(request, "search/search.html", {**told, **_context(seat, found)})
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _context(seat: Seat, found: Found) -> dict[str, Any]:
    head = message_head(seat) if any(hit.number for hit in found.hits) else 0
    groups = [
        {"title": title, "hits": [_one(seat, hit, head) for hit in found.hits if hit.kind in kinds]}
        for title, kinds in _GROUPS
    ]
    return {"found": found, "groups": [group for group in groups if group["hits"]]}


def _one(seat: Seat, hit: Hit, head: int) -> dict[str, Any]:
    """Where it is opened: a message on its own leaf of the conversation."""
    if hit.number:
        leaf = "" if hit.number >= first_on_newest(head) else f"{leaf_of(hit.number)}/"
        place = f"conversation/{leaf}#m-{hit.about}"
    else:
        place = _PLACES[hit.kind].format(hit.about)
    return {"hit": hit, "sign": _SIGNS[hit.kind], "where": f"/plans/{seat.plan_id}/{place}"}


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=PAGE), **_context(seat, read_search(seat, ""))}
    return render_to_string("search/_room.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    """What was found stands until it is asked again."""
    return False


page_of_one_room(PAGE, _room, concerns=_concerns)
