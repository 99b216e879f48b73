"""Mig: what I can, how Tavlen looks and speaks, what can still be brought back, and the way out."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.reads.faces import read_table
from backend.plans.reads.removed import Removed, read_removed
from backend.plans.reads.strengths import read_strengths
from citizen_app.fragments import page_of_one_room
from citizen_app.look import text_size_of, theme_of
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "me"


@seated
def me(request: HttpRequest, seat: Seat) -> HttpResponse:
    gone = read_removed(seat)

    def read() -> dict[str, Any]:
        look = {"theme_now": theme_of(request), "text_now": text_size_of(request), "languages": settings.LANGUAGES}
        return {**_context(seat, gone), **look}

    return show_page(request, seat, "me/me.html", page=PAGE, place="me", read=read, also=gone)


def _context(seat: Seat, gone: tuple[Removed, ...]) -> dict[str, Any]:
    table = read_table(seat)
    return {
        "whose": table.with_role("citizen"),
        "myself": table.of_me(),
        "strengths": read_strengths(seat, table),
        "removed": gone,
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("me/_room.html", {**page_context(seat, page=PAGE), **_context(seat, read_removed(seat))})


page_of_one_room(PAGE, _room)
