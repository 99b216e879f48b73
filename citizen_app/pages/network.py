"""Netværk: the people around the citizen as a map and as a list, and what those at the table can see."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.commands import network as orders
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.invitation import read_invitations
from backend.plans.reads.network_map import NetworkMap, read_network_map
from backend.plans.reads.removed import Removed, read_removed
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.network_map import bars, drawing
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated
from citizen_app.words import NEARS, RELATIONS

PAGE = "network"
_ABOUT_INVITED = ("invitation_made", "invitation_answered", "invitation_withdrawn", "invited_confirmed", "ran_out")


@seated
def network(request: HttpRequest, seat: Seat) -> HttpResponse:
    people, gone = read_network_map(seat), read_removed(seat)
    template = "network/network.html"

    def read() -> dict[str, Any]:
        return _context(seat, people, gone)

    return show_page(request, seat, template, page=PAGE, place="network", read=read, also=gone)


def _context(seat: Seat, people: NetworkMap, gone: tuple[Removed, ...]) -> dict[str, Any]:
    close = [one for one in people.people if one.relation != "professional"]
    invited = read_invitations(seat) if seat.role == "citizen" else ()
    return {
        "invited": sum(one.state == "open" for one in invited),
        "said_yes": [one for one in invited if one.state == "accepted"],
        "whose": read_table(seat).with_role("citizen"),
        "network": people,
        "map": drawing(people.people),
        "bars": bars(people.figure),
        "is_alone": not close and not any(one.face.role == "supporter" for one in people.waiting),
        "free": people.waiting,
        "removed": [one for one in gone if one.kind == "network_member"],
        "relations": RELATIONS.items(),
        "nears": NEARS.items(),
        "longest": {"name": orders.NAME, "does": texts.LINE},
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=PAGE), **_context(seat, read_network_map(seat), read_removed(seat))}
    return render_to_string("network/_room.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    """Who is there, and all that can be shared: what is removed or hung elsewhere is seen by others no more."""
    about = entry.step_id or entry.goal_id or entry.strength_id or entry.member_id or entry.meeting_id
    is_one = "member" in entry.kind or entry.kind.startswith(("progress_area_", "offer_"))
    return about is not None or is_one or entry.kind in ("consultant_replaced", *_ABOUT_INVITED)


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
