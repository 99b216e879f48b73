"""Samtykke: what the citizen has said yes to, in which words and since when. The consultant reads it, and may ask."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.commands.consent import NAME
from backend.plans.journal import EntryView
from backend.plans.reads.consent import ConsentView, read_consents
from backend.plans.reads.faces import read_table
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "consents"


@seated
def consents(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The texts are the municipality's and may get a new version at any time, so the page is read each time."""
    there, template = read_consents(seat), "consent/consents.html"
    place = "me" if seat.role == "citizen" else "desk"
    return show_page(request, seat, template, page=PAGE, place=place, read=lambda: _context(seat, there), also=there)


def _context(seat: Seat, there: tuple[ConsentView, ...]) -> dict[str, Any]:
    return {
        "whose": read_table(seat).with_role("citizen"),
        "consents": there,
        "language": "en" if get_language() == "en" else "da",
        "longest": {"name": NAME, "words": texts.SHORT},
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=PAGE), **_context(seat, read_consents(seat))}
    return render_to_string("consent/_room.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith("consent_")


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
