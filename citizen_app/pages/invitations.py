"""Inviter: the citizen asks somebody to the table, shows link and code, and says whether it was they who said yes."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.commands.invitation import NAME, RELATION
from backend.plans.journal import EntryView
from backend.plans.reads.board import read_board
from backend.plans.reads.faces import read_table
from backend.plans.reads.invitation import InvitationView, NewlyHere, read_invitations, read_newly_here
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.page import page_context, path_of, show_page
from citizen_app.qr import qr
from citizen_app.viewer import seated
from citizen_app.way_in import our_address

PAGE = "invitations"
_OVER = ("done", "dropped")
_KINDS = ("invitation_made", "invitation_answered", "invitation_withdrawn", "invited_confirmed")


@seated
def invitations(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Everybody who was asked and is not at the table yet. An invitation runs out by the clock, so it is read anew."""
    there, newly_here = read_invitations(seat), read_newly_here(seat)
    template = "invitation/invitations.html"

    def read() -> dict[str, Any]:
        return _context(seat, there, newly_here)

    return show_page(request, seat, template, page=PAGE, place="network", read=read, also=(there, newly_here))


@seated
def new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Who, and what they are asked; what they may see can come later."""
    if seat.role != "citizen":
        raise NotHere

    def read() -> dict[str, Any]:
        board = read_board(seat)
        cards = [card for card in board.cards if card.status not in _OVER]
        told = {"whose": board.whose, "waits": board.waits, "goals": board.goals, "cards": cards}
        longest = {"name": NAME, "relation": RELATION, "asks": texts.SHORT}
        return {**told, "longest": longest, "back": path_of(seat.plan_id, PAGE)}

    return show_page(request, seat, "invitation/new.html", page="invitation_new", place="network", read=read)


def _context(seat: Seat, there: tuple[InvitationView, ...], newly_here: tuple[NewlyHere, ...]) -> dict[str, Any]:
    return {
        "newly_here": newly_here,
        "whose": read_table(seat).with_role("citizen"),
        "asked": [_shown(one) for one in there if one.state == "open"],
        "waiting": [one for one in there if one.state == "accepted"],
        "declined": [one for one in there if one.state == "declined"],
        "door": f"{our_address()}/invitation/",
    }


def _shown(one: InvitationView) -> dict[str, Any]:
    """With its link; the secret stands after #, which no browser sends and no log sees."""
    link = f"{our_address()}/invitation/#{one.link}"
    words = quote(gettext("Hej. Vil du være med? Åbn siden her: %(link)s") % {"link": link})
    return {"one": one, "link": link, "qr": qr(link), "sms": f"sms:?&body={words}", "mail": f"mailto:?body={words}"}


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=PAGE), **_context(seat, read_invitations(seat), read_newly_here(seat))}
    return render_to_string("invitation/_room.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    """Invitations, those who came in by one, and the steps and goals that are offered."""
    return entry.kind in _KINDS or "member" in entry.kind or (entry.step_id or entry.goal_id) is not None


page_of_one_room(PAGE, _room, concerns=_concerns, regions={"waits": WAITS})
