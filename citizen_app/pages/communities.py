"""Fællesskaber: the ordinary communities that the plan leads to, and the times the citizen took part in each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.commands.progress import LONG_AGO
from backend.plans.commands.progress_area import NAME
from backend.plans.journal import EntryView
from backend.plans.reads.communities import read_communities
from backend.plans.reads.faces import read_table
from backend.plans.reads.removed import read_removed
from citizen_app.board_regions import WAITS
from citizen_app.community_curves import curves_of
from citizen_app.fragments import page_of_one_room, slim
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "communities"
_MOVES_IT = (
    "progress_", "goal_", "offer_", "member_", "invited_confirmed", "consultant_replaced", "ran_out", "meeting_started",
    "meeting_ended", "asked_to_meeting", "unasked_from_meeting", "shown_in_room", "hidden_from_room",
)  # fmt: skip


@seated
def communities(request: HttpRequest, seat: Seat) -> HttpResponse:
    return show_page(
        request,
        seat,
        "communities/communities.html",
        page=PAGE,
        place="me",
        read=lambda: _told(seat),
        also=read_removed(seat),
    )


def _told(seat: Seat) -> dict[str, Any]:
    table, today = read_table(seat), clock.today()
    read = read_communities(seat, table)
    return {
        "whose": table.with_role("citizen"),
        "communities": read,
        "curves": curves_of(read.there),
        "removed": [one for one in read_removed(seat) if one.kind == "progress_entry"],
        "today": today,
        "earliest": today - LONG_AGO,
        "longest": texts.LINE,
        "longest_name": NAME,
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    return slim(render_to_string("communities/_room.html", {**page_context(seat, page=PAGE), **_told(seat)}))


def _concerns(entry: EntryView, subject: str) -> bool:
    return entry.kind.startswith(_MOVES_IT)


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
