"""Beskeder: one conversation with one person. Its newest end is live; what was before is leafed back to."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.reads.ready_texts import read_ready_texts
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reading import note_read
from backend.plans.reads.answer import Answer, read_answer
from backend.plans.reads.conversation import (
    LEAF,
    Conversation,
    MessageView,
    first_on_newest,
    leaf_of,
    message_head,
    read_conversation,
    read_leaf_ids,
    read_messages,
    still_mine,
)
from backend.plans.reads.faces import read_table
from backend.plans.reads.removed import read_removed
from backend.plans.reads.scheduled import read_scheduled
from backend.plans.reads.step import read_step
from citizen_app.board_regions import WAITS
from citizen_app.forms import FORMS
from citizen_app.fragments import everywhere, page_of_pieces, slim
from citizen_app.page import page_context, path_of, show_page
from citizen_app.pages.ways import see_other
from citizen_app.shelf import Shelf
from citizen_app.viewer import seated

PAGE = "conversation"
_kept: Shelf[str] = Shelf(room=4 * 1024 * 1024)
UNREAD = "unread"


@seated
def conversation(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Where it has come to, and where one writes; `about`: the card it is about; `week`: this week's question."""
    still, about, answer = still_mine(seat), _step_in(request.GET.get("about", "")), read_answer(seat)
    gone, scheduled, ready = read_removed(seat), read_scheduled(seat), of_ready_texts(request, seat)
    week = "week" in request.GET and seat.role == "citizen"
    return show_page(
        request,
        seat,
        "conversation/conversation.html",
        page=PAGE,
        place=PAGE,
        read=lambda: {
            **_context(seat),
            "about": _quoted(seat, about),
            **_of_answer(seat, answer),
            **ready,
            "week": week,
        },
        also=(still, gone, about, answer, scheduled, str(ready), week),
    )


@seated
def earlier(request: HttpRequest, seat: Seat, leaf: int) -> HttpResponse:
    """One leaf of what was said before."""
    page = f"{PAGE}:{leaf}"
    return show_page(
        request, seat, "conversation/earlier.html", page=page, place=PAGE, read=lambda: _context(seat, leaf)
    )


@require_POST
@seated
def read(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Whoever has the page before them has read it."""
    upto = request.POST.get("upto", "")
    if not (upto.isascii() and upto.isdecimal() and len(upto) < 19):
        raise NotHere
    note_read(seat, upto=int(upto), device=uuid5(FORMS, f"form of {seat.person_id}"))
    return see_other(path_of(seat.plan_id, PAGE))


def _context(seat: Seat, leaf: int | None = None) -> dict[str, Any]:
    table = read_table(seat)
    talk = read_conversation(seat, leaf, table)
    return {
        "whose": table.with_role("citizen"),
        "talk": talk,
        "messages": [_message(seat, one) for one in talk.messages],
        "longest": texts.LONG,
        "pdf_mb": settings.TAVLEN_PDF_MB,
        "earlier": _earlier(seat, talk),
        "foot": _foot(seat, talk),
        "reading": _reading(seat, talk),
        "later": _later(seat),
    }


def of_ready_texts(request: HttpRequest, seat: Seat) -> dict[str, Any]:
    """The texts that a consultant has at hand; `chosen`: the words of the one that stands in the address."""
    if seat.role != "consultant":
        return {}
    there = read_ready_texts(seat.person_id or 0)
    chosen = request.GET.get("ready", "")
    return {"ready": there, "chosen": next((one.words for one in there if str(one.id) == chosen), "")}


def _message(seat: Seat, message: MessageView) -> str:
    """Kept by all that it shows; its forms say its own number, so that it is the same on every page."""
    key = (message, seat.plan_id, get_language(), clock.today())
    html = _kept.take(key)
    if html is None:
        told = {**page_context(seat, page=PAGE), "message": message, "longest": texts.LONG}
        html = slim(render_to_string("conversation/_message.html", told))
        _kept.put(key, html, weight=2 * len(html) + 500)
    return html


def _earlier(seat: Seat, talk: Conversation) -> str:
    """The way to what was said before."""
    return slim(render_to_string("conversation/_earlier.html", {**page_context(seat, page=PAGE), "talk": talk}))


def _foot(seat: Seat, talk: Conversation) -> str:
    """What stands beneath the newest: how far the other has read, and what can be fetched again."""
    mine = [one.number for one in talk.messages if one.face and one.face.is_me]
    is_read = bool(mine and talk.read_mark and talk.read_mark.number >= mine[-1])
    gone = [one for one in read_removed(seat) if one.kind == "message"]
    told = {**page_context(seat, page=PAGE), "talk": talk, "is_read": is_read, "removed": gone}
    return slim(render_to_string("conversation/_foot.html", told))


def _later(seat: Seat) -> str:
    """What waits to be sent later: the consultant's own alone."""
    if seat.role != "consultant":
        return ""
    waiting = [one for one in read_scheduled(seat) if one.until is None]
    return slim(render_to_string("conversation/_later.html", {**page_context(seat, page=PAGE), "scheduled": waiting}))


def _reading(seat: Seat, talk: Conversation) -> str:
    """The citizen's choice: may the consultant see how far they have read?"""
    if seat.role != "citizen":
        return ""
    return slim(render_to_string("conversation/_reading.html", {**page_context(seat, page=PAGE), "talk": talk}))


def _of_answer(seat: Seat, answer: Answer | None) -> dict[str, str]:
    """When an answer can be expected, and whom to call; by the id of the element."""
    told = {**page_context(seat, page=PAGE), "answer": answer, "whose": read_table(seat).with_role("citizen")}
    return {part: slim(render_to_string(f"conversation/_{part}.html", told)) for part in ("answer", "call")}


def _pieces(seat: Seat, entries: Sequence[EntryView], subject: str) -> list[dict[str, Any]]:
    """The messages that changed, each by itself; what has moved to an earlier leaf goes."""
    ids = {entry.message_id for entry in entries if entry.message_id}
    steps = {entry.step_id for entry in entries if entry.step_id}
    head = message_head(seat)
    first, last = _span(subject, head)
    there = read_messages(seat, ids, steps, (first, last))
    gone = ids - {one.id for one in there}
    fragments: list[dict[str, Any]] = [{"id": f"m-{one}", "gone": True} for one in sorted(gone)]
    fragments += [{"id": f"m-{one.id}", "html": _message(seat, one), "in": "talk", "at": one.number} for one in there]
    if subject or not any(entry.kind in _OF_TALK for entry in entries):
        return fragments
    talk = read_conversation(seat)
    if first > 1 and any(one.number % LEAF == 1 for one in there):  # a leaf is turned
        fragments += [{"id": f"m-{one}", "gone": True} for one in read_leaf_ids(seat, leaf_of(first) - 1)]
        fragments.append({"id": "talk-earlier", "html": _earlier(seat, talk)})
    fragments.append({"id": "talk-foot", "html": _foot(seat, talk)})
    if seat.role == "consultant":
        fragments.append({"id": "talk-later", "html": _later(seat)})
    if any(entry.kind == "out_of_hours_agreed" for entry in entries):
        parts = _of_answer(seat, read_answer(seat))
        fragments += [{"id": part, "html": html} for part, html in parts.items() if html]
    if seat.role == "citizen" and any(entry.kind in ("reading_shown", "reading_hidden") for entry in entries):
        fragments.append({"id": "talk-reading", "html": _reading(seat, talk)})
    return fragments


_OF_TALK = {
    "message_written",
    "message_reworded",
    "message_removed",
    "message_restored",
    "messages_read",
    "reading_shown",
    "reading_hidden",
    "out_of_hours_agreed",
}


def _span(subject: str, head: int) -> tuple[int, int]:
    """The first and the last number on this page."""
    if not subject:
        return first_on_newest(head), head
    leaf = int(subject) if subject.isascii() and subject.isdecimal() and len(subject) < 19 else 0
    if not 1 <= leaf <= leaf_of(head):
        raise NotHere
    return (leaf - 1) * LEAF + 1, leaf * LEAF


def _step_in(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _quoted(seat: Seat, step_id: UUID | None) -> Any:
    """The card that is to be written about; nothing where there is none."""
    try:
        return read_step(seat, step_id).card if step_id else None
    except NotHere:
        return None


def _unread(seat: Seat) -> str:
    return render_to_string("conversation/_unread.html", {"unread": seat.unread})


page_of_pieces(PAGE, _pieces, regions={"waits": WAITS})
everywhere[UNREAD] = _unread
