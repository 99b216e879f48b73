"""Små skridt: what goes well in small things, noted by one tap; a line over time; and who may see each area."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.commands.progress import LONG_AGO
from backend.plans.commands.progress_area import NAME
from backend.plans.journal import EntryView
from backend.plans.reads.carried import read_carried
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.progress import Progress, ProgressEntryView, read_progress
from backend.plans.reads.removed import read_removed
from citizen_app.board_regions import WAITS
from citizen_app.carried_curve import curve_of
from citizen_app.fragments import page_of_pieces, slim
from citizen_app.page import page_context, show_page
from citizen_app.progress_curves import curves_of
from citizen_app.shelf import Shelf
from citizen_app.viewer import seated

PAGE, USED = "progress", "progress_used"
NEW, LIST, LINES, AREAS = "progress-new", "progress-list", "progress-lines", "progress-areas"
CARRIED = "progress-carried"
SCORES = range(11)
_kept: Shelf[SafeString] = Shelf(room=4 * 1024 * 1024)


@seated
def progress(request: HttpRequest, seat: Seat) -> HttpResponse:
    gone = read_removed(seat)
    return show_page(
        request, seat, "progress/progress.html", page=PAGE, place="me", read=lambda: _context(seat), also=gone
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
        read=lambda: _context(seat, _leaf_in(str(leaf))),
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


def _context(seat: Seat, leaf: int = 1) -> dict[str, Any]:
    told = _told(seat, leaf)
    parts = {name.replace("-", "_"): _draw(name, told) for name in (*_DRAWN, CARRIED)}
    return {"whose": told["whose"], "leaf": leaf, "later": leaf - 1, **parts}


def _told(seat: Seat, leaf: int) -> dict[str, Any]:
    table, today = read_table(seat), clock.today()
    read = read_progress(seat, leaf, table)
    return {
        **page_context(seat, page=PAGE),
        "seat": seat,
        "whose": table.with_role("citizen"),
        "progress": read,
        "entries": [_entry(seat, one) for one in read.entries],
        "removed": [one for one in read_removed(seat) if one.kind.startswith("progress_")],
        "scores": SCORES,
        "leaf": leaf,
        "older": leaf + 1,
        "today": today,
        "earliest": today - LONG_AGO,
        "longest": texts.LINE,
        "longest_name": NAME,
    }


_DRAWN = {NEW: "_new", LIST: "_list", LINES: "_lines", AREAS: "_areas"}
_OF_ENTRIES = "progress_entry_"
_OF_CARRIED = {"carried_said", "step_moved", "step_removed", "step_restored"}
_OF_EVERYTHING = (
    "progress_area_", "member_", "invited_confirmed", "consultant_replaced", "ran_out", "meeting_started",
    "meeting_ended", "asked_to_meeting", "unasked_from_meeting", "shown_in_room", "hidden_from_room",
)  # fmt: skip


def _draw(name: str, told: dict[str, Any]) -> str:
    if name == LINES:
        return lines(told["progress"])
    if name == CARRIED:
        return _carried(told["seat"], told["whose"])
    template = f"progress/{_DRAWN[name]}.html"
    if name == LIST:
        return slim(render_to_string(template, told))
    shown = (name, told["progress"].areas, told["progress"].may_add, told["whose"], told["plan_id"], told["role"])
    return _once((*shown, told["number"]), lambda: slim(render_to_string(template, told)))


def lines(read: Progress) -> SafeString:
    """Of every area that this seat sees into."""
    shown = tuple((area.id, area.standard, area.name, area.months) for area in read.areas)
    return _once(shown, lambda: slim(render_to_string("progress/_lines.html", {"curves": curves_of(read.areas)})))


def _carried(seat: Seat, whose: Face | None) -> SafeString:
    """Who carried the steps: told to citizen and consultant, who see them all."""
    seasons = read_carried(seat)
    name = whose.name if whose and seat.role != "citizen" else ""
    return _once(
        (CARRIED, seasons, name),
        lambda: slim(render_to_string("progress/_carried.html", {"curve": curve_of(seasons, name)})),
    )


def _entry(seat: Seat, entry: ProgressEntryView) -> str:
    """Its forms say its own number, so that it is the same on every page."""
    told = {**page_context(seat, page=PAGE), "entry": entry, "scores": SCORES, "longest": texts.LINE}
    key = (entry, seat.plan_id, seat.role)
    return _once(key, lambda: slim(render_to_string("progress/_entry.html", told)))


def _once(shown: Hashable, draw: Callable[[], SafeString]) -> SafeString:
    """Kept by all that it shows."""
    key = (shown, get_language(), clock.today())
    html = _kept.take(key)
    if html is None:
        html = draw()
        _kept.put(key, html, weight=2 * len(html) + 500)
    return html


def _pieces(seat: Seat, entries: Sequence[EntryView], subject: str) -> list[dict[str, Any]]:
    """The list and the lines when there is another small step; all of it when it is another who sees, or sees more."""
    is_all = any(entry.kind.startswith(_OF_EVERYTHING) or "began" in entry.facts for entry in entries)
    of_carried = [CARRIED] if not subject and any(entry.kind in _OF_CARRIED for entry in entries) else []
    if not is_all and not any(entry.kind.startswith(_OF_ENTRIES) for entry in entries):
        whose = read_table(seat).with_role("citizen") if of_carried else None
        return [{"id": name, "html": _carried(seat, whose)} for name in of_carried]
    told = _told(seat, _leaf_in(subject) if subject else 1)
    names = [LIST] if subject else [*_DRAWN, CARRIED] if is_all else [LIST, LINES, *of_carried]
    return [{"id": name, "html": _draw(name, told)} for name in names]


def _leaf_in(subject: str) -> int:
    """The number of a leaf. Raises NotHere when it is none."""
    if not (subject.isascii() and subject.isdecimal() and len(subject) < 7 and int(subject) > 0):
        raise NotHere
    return int(subject)


page_of_pieces(PAGE, _pieces, regions={"waits": WAITS})
page_of_pieces(USED, lambda seat, entries, subject: [], regions={"waits": WAITS})
