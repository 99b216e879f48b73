"""Det jeg er med i: what the citizen takes part in, who delivers it, which goal it serves, and where it leads."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.offer_answer import help_answers
from backend.plans.reads.offers import read_offers
from backend.plans.reads.removed import Removed, read_removed
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "offers"
_MOVES_IT = ("offer_", "overlap_", "goal_", "member_", "invited_confirmed", "consultant_replaced", "ran_out")
_LONGEST = {"title": texts.TITLE, "line": texts.LINE, "why": texts.SHORT}


@seated
def offers(request: HttpRequest, seat: Seat) -> HttpResponse:
    """For citizen and consultant; whoever delivers one finds that one."""
    gone = _gone(seat)
    template = "offers/offers.html"
    return show_page(request, seat, template, page=PAGE, place="me", read=lambda: _told(seat, gone), also=gone)


def _gone(seat: Seat) -> tuple[Removed, ...]:
    return tuple(one for one in read_removed(seat) if one.kind == "offer")


def _told(seat: Seat, gone: tuple[Removed, ...]) -> dict[str, Any]:
    told = {
        "offers": read_offers(seat),
        "removed": gone,
        "today": clock.today(),
        "longest": _LONGEST,
        "help_answers": help_answers(),
    }
    return {**told, "whose": read_table(seat).with_role("citizen")}


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("offers/_room.html", {**page_context(seat, page=PAGE), **_told(seat, _gone(seat))})


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith(_MOVES_IT)


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
