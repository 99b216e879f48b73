"""Netværk: who sits at the table, and in one sentence each what they can see."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.invitation import read_invitations
from backend.plans.reads.network import TableMember, read_network
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, show_page
from citizen_app.viewer import seated

PAGE = "network"
_ABOUT_PEOPLE = ("member_added", "member_ended", "consultant_replaced", "ran_out")
_ABOUT_INVITED = ("invitation_made", "invitation_answered", "invitation_withdrawn")


@seated
def network(request: HttpRequest, seat: Seat) -> HttpResponse:
    people = read_network(seat)
    template = "network/network.html"
    return show_page(request, seat, template, page=PAGE, place="network", read=lambda: _context(seat, people))


def _context(seat: Seat, people: tuple[TableMember, ...]) -> dict[str, Any]:
    return {
        "invited": read_invitations(seat) if seat.role == "citizen" else (),
        "whose": read_table(seat).with_role("citizen"),
        "consultants": [one for one in people if one.face.role == "consultant"],
        "private": [one for one in people if one.face.role == "supporter"],
        "professionals": [one for one in people if one.face.role == "professional"],
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=PAGE), **_context(seat, read_network(seat))}
    return render_to_string("network/_room.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    """Who sits there, and every step and goal: what is removed or hung elsewhere is seen by others no more."""
    return (
        entry.kind in (*_ABOUT_PEOPLE, *_ABOUT_INVITED)
        or (entry.step_id or entry.goal_id or entry.member_id) is not None
    )


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
