"""One meeting, before, during and after. While it is open its page comes in pieces, before and after it whole."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.reading import one_reading
from backend.plans.access import SCREEN, Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.board import read_board
from backend.plans.reads.card import AGREED_OR_DOING, Card
from backend.plans.reads.faces import read_table
from backend.plans.reads.gesture import may_make_gestures
from backend.plans.reads.meeting import MeetingView, read_meeting
from backend.plans.reads.removed import removed_from_agenda
from backend.plans.reads.room_cards import read_room_cards
from backend.plans.reads.wall import read_walls
from citizen_app import after
from citizen_app.board_regions import WAITS
from citizen_app.fragments import id_in, page_of_pieces, slim
from citizen_app.meeting_cards import MeetingCards
from citizen_app.meeting_stages import stage_context
from citizen_app.page import page_context, path_of, show_page
from citizen_app.stale_in_meeting import AGENDA, PARTS, STAGE, WALL, StaleInMeeting, stale_in_meeting
from citizen_app.viewer import seated

PAGE = "meeting"
_TEMPLATES = {part: f"meeting/{part.replace('-', '_')}.html" for part in PARTS}


@seated
def meeting(request: HttpRequest, seat: Seat, meeting_id: UUID) -> HttpResponse:
    """One meeting. It is over by the clock, too, so it is read anew each time."""
    with one_reading():
        told = context_of(seat, read_meeting(seat, meeting_id))
    page = f"{PAGE}:{meeting_id}"
    state = told["meeting"].state
    return show_page(request, seat, "meeting/meeting.html", page=page, place="board", read=lambda: told, also=state)


def context_of(seat: Seat, view: MeetingView) -> dict[str, Any]:
    """What the room of one meeting is drawn from."""
    if seat.role == SCREEN:
        raise NotHere
    return {
        **_around(seat, view),
        **_of_stage(seat, view),
        **_of_agenda(seat, view),
        **_of_wall(seat, view),
        "back": path_of(seat.plan_id, "meetings"),
        "promised": _promised(seat) if seat.role == "consultant" and view.state == "planned" else (),
        **(after.context_of(seat, view.id) if view.state == "over" else {}),
    }


def _around(seat: Seat, view: MeetingView) -> dict[str, Any]:
    """What every part of the page is drawn from."""
    table, may_gesture = read_table(seat), view.state == "open" and may_make_gestures(seat)
    cards = MeetingCards(seat, view, read_room_cards(seat, read_board(seat)), may_gesture)
    return {
        "meeting": view,
        "whose": table.with_role("citizen"),
        "us": tuple(face for face in table.active if face.role in ("citizen", "consultant")),
        "may_gesture": may_gesture,
        "may_note": seat.is_broad and not seat.is_borrowed,
        "line_longest": texts.LINE,
        "longest": {"line": texts.TITLE, "long": texts.LONG, "link": 300},
        "cards": cards,
    }


def _of_stage(seat: Seat, view: MeetingView) -> dict[str, Any]:
    return stage_context(seat, view, read_board(seat))


def _of_agenda(seat: Seat, view: MeetingView) -> dict[str, Any]:
    return {"removed": removed_from_agenda(seat, view.id) if view.state != "over" else ()}


def _of_wall(seat: Seat, view: MeetingView) -> dict[str, Any]:
    return {"walls": read_walls(seat) if seat.is_broad and view.state == "open" else None}


_READ = {STAGE: _of_stage, AGENDA: _of_agenda, WALL: _of_wall}


def _promised(seat: Seat) -> list[Card]:
    """What is agreed and not done: the consultant's own first, and of those what is late."""
    there = (card for card in read_board(seat).cards if card.who and card.status in AGREED_OR_DOING)
    agreed = [card for card in there if not card.is_open]
    return sorted(agreed, key=lambda card: (not card.mine, card.due is None, card.due or clock.today(), card.position))


def _pieces(seat: Seat, entries: Sequence[EntryView], subject: str) -> list[dict[str, Any]]:
    """The parts that went stale, and the cards, each in its lists."""
    view = read_meeting(seat, id_in(subject))
    stale, page = stale_in_meeting(view, entries), page_context(seat, page=f"{PAGE}:{subject}")
    if stale.whole:
        html = render_to_string("meeting/_room.html", {**page, **context_of(seat, view)})
        return [{"id": "room", "html": html.strip()}]
    if not stale.steps and not stale.parts:
        return []
    told = {**page, **_around(seat, view)}
    fragments: list[dict[str, Any]] = [*told["cards"].fragments(stale.steps)] if stale.steps else []
    for part in _in_order(stale):
        read = _READ.get(part)
        html = render_to_string(_TEMPLATES[part], {**told, **(read(seat, view) if read else {})})
        fragments.append({"id": part, "html": slim(html)})
    return fragments


def _in_order(stale: StaleInMeeting) -> list[str]:
    return [part for part in PARTS if part in stale.parts]


page_of_pieces(PAGE, _pieces, regions={"waits": WAITS})
