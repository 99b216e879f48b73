"""Meetings: those ahead and those that were; one that is planned; and one of them, before, during and after."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import SCREEN, Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.board import read_board
from backend.plans.reads.card import Card
from backend.plans.reads.discussion import read_discussions
from backend.plans.reads.faces import read_table
from backend.plans.reads.gesture import may_make_gestures
from backend.plans.reads.meeting import read_kinds, read_meeting, read_meetings
from backend.plans.reads.removed import read_removed, removed_from_agenda
from backend.plans.reads.rhythm import read_rhythm
from backend.plans.reads.wall import read_walls
from citizen_app import after
from citizen_app.board_regions import WAITS
from citizen_app.fragments import id_in, page_of_one_room
from citizen_app.meeting_stages import stage_context
from citizen_app.page import page_context, path_of, show_page
from citizen_app.viewer import seated

PAGE, ONE = "meetings", "meeting"


@seated
def meetings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What lies ahead, what is open, what was."""
    if seat.role == SCREEN:
        raise NotHere
    gone = read_removed(seat)
    template = "meeting/meetings.html"
    return show_page(request, seat, template, page=PAGE, place="board", read=lambda: _context(seat), also=gone)


@seated
def new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """When, how and where; who else comes is the citizen's to say, on the meeting's own page."""
    if not seat.is_broad:
        raise NotHere

    def read() -> dict[str, Any]:
        longest = {"line": texts.TITLE, "link": 300}
        today = clock.today()
        ways = {"back": path_of(seat.plan_id, PAGE), "made": path_of(seat.plan_id, f"{ONE}:made")}
        return {"kinds": read_kinds(), "longest": longest, "today": today, **ways}

    return show_page(
        request, seat, "meeting/new.html", page="meeting_new", place="board", read=read, also=clock.today()
    )


@seated
def meeting(request: HttpRequest, seat: Seat, meeting_id: UUID) -> HttpResponse:
    """One meeting. It is over by the clock, too, so it is read anew each time."""
    told = context_of(seat, meeting_id)
    page = f"{ONE}:{meeting_id}"
    state = told["meeting"].state
    return show_page(request, seat, "meeting/meeting.html", page=page, place="board", read=lambda: told, also=state)


def context_of(seat: Seat, meeting_id: UUID) -> dict[str, Any]:
    """What the room of one meeting is drawn from. Raises NotHere."""
    if seat.role == SCREEN:
        raise NotHere
    view = read_meeting(seat, meeting_id)
    table, board = read_table(seat), read_board(seat)
    return {
        **stage_context(seat, view, board),
        "meeting": view,
        "whose": table.with_role("citizen"),
        "us": tuple(face for face in table.active if face.role in ("citizen", "consultant")),
        "removed": removed_from_agenda(seat, meeting_id) if view.state != "over" else (),
        "may_gesture": view.state == "open" and may_make_gestures(seat),
        "longest": {"line": texts.TITLE, "long": texts.LONG, "link": 300},
        "back": path_of(seat.plan_id, PAGE),
        "walls": read_walls(seat) if seat.is_broad and view.state == "open" else None,
        "promised": _promised(seat) if seat.role == "consultant" and view.state == "planned" else (),
        **(after.context_of(seat, meeting_id) if view.state == "over" else {}),
    }


def _promised(seat: Seat) -> list[Card]:
    """What is agreed and not done: the consultant's own first, and of those what is late."""
    agreed = [card for card in read_board(seat).cards if card.who and card.status in ("agreed", "doing")]
    return sorted(agreed, key=lambda card: (not card.mine, card.due is None, card.due or clock.today(), card.position))


def _context(seat: Seat) -> dict[str, Any]:
    table = read_table(seat)
    gone = [one for one in read_removed(seat) if one.kind in ("meeting", "discussion")]
    between_us: dict[str, Any] = {}
    if seat.is_broad:
        between_us = {"discussions": read_discussions(seat), "rhythm": read_rhythm(seat, table), "today": clock.today()}
    told = {"whose": table.with_role("citizen"), "meetings": read_meetings(seat, table), "removed": gone}
    return {**told, **between_us}


def _rooms(seat: Seat, language: str, subject: str) -> str:
    return render_to_string("meeting/_meetings.html", {**page_context(seat, page=PAGE), **_context(seat)})


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**page_context(seat, page=f"{ONE}:{subject}"), **context_of(seat, id_in(subject))}
    return render_to_string("meeting/_room.html", told)


def _concerns(entry: EntryView, subject: str) -> bool:
    """Meetings, and who sits at the table."""
    beside = ("ran_out", "rhythm_said", "discussion_noted", "discussion_removed", "discussion_restored")
    return (entry.meeting_id or entry.member_id) is not None or entry.kind in beside


page_of_one_room(PAGE, _rooms, concerns=_concerns, regions={"waits": WAITS})
page_of_one_room(ONE, _room, regions={"waits": WAITS})
