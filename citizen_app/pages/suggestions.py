"""Forslag til forløbet: what a template suggests, phase by phase; each becomes a suggested step by one tap."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.suggestions import SuggestionsView, read_suggestions
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "suggestions"


@seated
def suggestions(request: HttpRequest, seat: Seat) -> HttpResponse:
    """For the consultant, who suggests; the citizen reads each when it stands on the board and waits for their yes."""
    found = read_suggestions(seat, request.GET.get("template", ""))
    page = _page_of(found)
    template = "course/suggestions.html"
    return show_page(request, seat, template, page=page, place="desk", read=lambda: _context(seat, found), also=found)


def _page_of(found: SuggestionsView) -> str:
    return f"{PAGE}:{found.chosen}" if found.chosen else PAGE


def _context(seat: Seat, found: SuggestionsView) -> dict[str, Any]:
    return {"found": found, "whose": read_table(seat).with_role("citizen")}


def _room(seat: Seat, language: str, subject: str) -> str:
    found = read_suggestions(seat, subject)
    told = {**page_context(seat, page=_page_of(found)), **_context(seat, found)}
    return render_to_string("course/_suggestions.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith(("step_", "course_"))


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
