"""Små skridt: what goes well in small things, noted by one tap, and the latest of them."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.commands.progress import LONG_AGO
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.progress import ProgressEntryView, read_progress
from backend.plans.reads.removed import Removed, read_removed
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_pieces
from citizen_app.page import page_context, show_page
from citizen_app.progress_parts import at_number, draw, drawn_once, moves_all, moves_entries, told_on
from citizen_app.viewer import seated

PAGE, USED = "progress", "progress_used"
NEW, LIST = "progress-new", "progress-list"
SCORES = range(11)


@seated
def progress(request: HttpRequest, seat: Seat) -> HttpResponse:
    gone = read_removed(seat)
    return show_page(
        request, seat, "progress/progress.html", page=PAGE, place="me", read=lambda: _context(seat, gone), also=gone
    )


@seated
def earlier(request: HttpRequest, seat: Seat, leaf: int) -> HttpResponse:
    """One leaf of those before."""
    gone = read_removed(seat)
    return show_page(
        request,
        seat,
        "progress/earlier.html",
        page=f"{PAGE}:{leaf}",
        place="me",
        read=lambda: _context(seat, gone, _leaf_in(str(leaf))),
        also=gone,
    )


@seated
def used(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Hvad kan ses og bruges?: who sees them, what they are for, and what they are never for."""
    return show_page(
        request,
        seat,
        "progress/used.html",
        page=USED,
        place="me",
        read=lambda: {"whose": read_table(seat).with_role("citizen")},
    )


def _context(seat: Seat, gone: tuple[Removed, ...], leaf: int = 1) -> dict[str, Any]:
    told = _told(seat, gone, leaf)
    parts = {} if leaf > 1 else {"progress_new": _new(told)}
    return {"whose": told["whose"], "leaf": leaf, "later": leaf - 1, "progress_list": draw("list", told), **parts}


def _told(seat: Seat, gone: tuple[Removed, ...], leaf: int) -> dict[str, Any]:
    table, today = read_table(seat), clock.today()
    read = read_progress(seat, leaf, table)
    return {
        **told_on(PAGE, seat, table),
        "progress": read,
        "entries": [_entry(seat, one) for one in read.entries],
        "removed": [one for one in gone if one.kind == "progress_entry"],
        "scores": SCORES,
        "leaf": leaf,
        "older": leaf + 1,
        "today": today,
        "earliest": today - LONG_AGO,
        "longest": texts.LINE,
    }


def _new(told: dict[str, Any]) -> str:
    read = told["progress"]
    shown = (NEW, read.areas, read.may_add, told["whose"], told["plan_id"], told["role"])
    return at_number(drawn_once(shown, lambda: draw("new", {**told, "number": 0})), told["number"])


def _entry(seat: Seat, entry: ProgressEntryView) -> str:
    """Its forms say its own number, so that it is the same on every page."""
    told = {**page_context(seat, page=PAGE), "entry": entry, "scores": SCORES, "longest": texts.LINE}
    return drawn_once((entry, seat.plan_id, seat.role), lambda: draw("entry", told))


def _pieces(seat: Seat, entries: Sequence[EntryView], subject: str) -> list[dict[str, Any]]:
    """The list when there is another small step; where to note one, too, when it is another who sees, or sees more."""
    is_all = moves_all(entries)
    if not is_all and not moves_entries(entries):
        return []
    told = _told(seat, read_removed(seat), _leaf_in(subject) if subject else 1)
    new = [{"id": NEW, "html": _new(told)}] if is_all and not subject else []
    return [*new, {"id": LIST, "html": draw("list", told)}]


def _leaf_in(subject: str) -> int:
    """The number of a leaf. Raises NotHere when it is none."""
    if not (subject.isascii() and subject.isdecimal() and len(subject) < 7 and int(subject) > 0):
        raise NotHere
    return int(subject)


page_of_pieces(PAGE, _pieces, regions={"waits": WAITS})
page_of_pieces(USED, lambda seat, entries, subject: [], regions={"waits": WAITS})
