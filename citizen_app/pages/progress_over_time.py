"""Små skridt over tid: a line for each area, and who carried the steps; each with the same as a table."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.carried import read_carried
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.progress_areas import AreaOverTime, read_areas_over_time
from citizen_app.board_regions import WAITS
from citizen_app.carried_curve import curve_of
from citizen_app.fragments import page_of_pieces
from citizen_app.page import show_page
from citizen_app.progress_curves import curves_of
from citizen_app.progress_parts import draw, drawn_once, moves_all, moves_entries
from citizen_app.viewer import seated

PAGE = "progress_over_time"
LINES, CARRIED = "progress-lines", "progress-carried"
_OF_CARRIED = {"carried_said", "step_moved", "step_removed", "step_restored"}


@seated
def progress_over_time(request: HttpRequest, seat: Seat) -> HttpResponse:
    return show_page(request, seat, "progress/over_time.html", page=PAGE, place="me", read=lambda: _context(seat))


def _context(seat: Seat) -> dict[str, Any]:
    whose = read_table(seat).with_role("citizen")
    return {"whose": whose, "progress_lines": lines(read_areas_over_time(seat)), "carried": _carried(seat, whose)}


def lines(areas: tuple[AreaOverTime, ...]) -> SafeString:
    """Of every area that a seat sees into."""
    return drawn_once((LINES, areas), lambda: draw("lines", {"curves": curves_of(areas)}))


def _carried(seat: Seat, whose: Face | None) -> SafeString:
    """Who carried the steps: told to citizen and consultant, who see them all."""
    seasons = read_carried(seat)
    name = whose.name if whose and seat.role != "citizen" else ""
    return drawn_once((CARRIED, seasons, name), lambda: draw("carried", {"curve": curve_of(seasons, name)}))


def _pieces(seat: Seat, entries: Sequence[EntryView], subject: str) -> list[dict[str, Any]]:
    """The lines when there is another small step; who carried the steps when another is done or said."""
    is_all = moves_all(entries)
    pieces = []
    if is_all or moves_entries(entries):
        pieces.append({"id": LINES, "html": lines(read_areas_over_time(seat))})
    if is_all or any(entry.kind in _OF_CARRIED for entry in entries):
        pieces.append({"id": CARRIED, "html": _carried(seat, read_table(seat).with_role("citizen"))})
    return pieces


page_of_pieces(PAGE, _pieces, regions={"waits": WAITS})
