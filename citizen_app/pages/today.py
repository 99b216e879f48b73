"""I dag: the next step and its big "Klaret", what waits for a yes, the consultant, and what is new."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.reads.check_in import read_check_ins
from backend.plans.reads.consent import read_consents
from backend.plans.reads.faces import read_table
from backend.plans.reads.handover import is_asked_for_letter
from backend.plans.reads.invitation import read_invitations
from backend.plans.reads.look_in import read_looks_in
from backend.plans.reads.measuring import read_measuring
from backend.plans.reads.next_meeting import may_come_by, read_next_meeting
from backend.plans.reads.offer_answer import read_unanswered
from backend.plans.reads.today import Today, read_today
from citizen_app.board_regions import WAITS
from citizen_app.fragments import cards_html, page_of_one_room
from citizen_app.page import page_context, path_of, show_page
from citizen_app.viewer import seated

PAGE = "today"


@seated
def today(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The citizen's first page; others have their board."""
    if seat.role != "citizen":
        return redirect(path_of(seat.plan_id, "way"))
    return show_page(
        request, seat, "today/today.html", page=PAGE, place="today", read=lambda: _context(seat), also=_greeting_hour()
    )


def _context(seat: Seat) -> dict[str, Any]:
    read, table = read_today(seat), read_table(seat)
    meeting = read_next_meeting(seat, table)
    return {
        "meeting": meeting,
        "comes_by": may_come_by() and (meeting is None or meeting.state != "open"),
        "day": clock.today(),
        "today": read,
        "whose": read.whose,
        "waits": len(read.waiting),
        "greeting": greeting(read.me.name if read.me else ""),
        "waiting": cards_html(read.waiting, page=PAGE, plan_id=seat.plan_id),
        "done": cards_html(read.done_lately[:3], page=PAGE, plan_id=seat.plan_id),
        "just_done": _just_done(read),
        "questions": [one for one in read_consents(seat) if one.state == "asked" and one.newest],
        "looked_in": [one for one in read_looks_in(seat) if not one.is_seen],
        "check_in": read_check_ins(seat).now,
        "asked_for_letter": is_asked_for_letter(seat),
        "measuring": read_measuring(seat.plan_id),
        "overlaps": read_unanswered(seat, table),
        "said_yes": [one for one in read_invitations(seat) if one.state == "accepted"],
    }


def _just_done(read: Today) -> Any:
    """The newest finished step of one's own of which nobody said yet who carried it."""
    unsaid = [card for card in read.done_lately if not card.carried_by and "say_carried" in card.may]
    return max(unsaid, key=lambda card: card.seq, default=None)


def greeting(name: str) -> str:
    """Godmorgen, Mia."""
    words = (gettext("Godmorgen"), gettext("Hej"), gettext("Godaften"))[_greeting_hour()]
    first = name.partition(" ")[0]
    return f"{words}, {first}" if first else words


def _greeting_hour() -> int:
    hour = clock.now().astimezone(clock.COPENHAGEN).hour
    return 0 if 5 <= hour < 10 else 2 if hour >= 18 else 1


def _room(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("today/_room.html", {**page_context(seat, page=PAGE), **_context(seat)})


page_of_one_room(PAGE, _room, regions={"waits": WAITS})
