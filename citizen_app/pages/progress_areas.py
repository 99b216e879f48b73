"""Mine områder: the areas of small steps, and who sees each; the citizen's alone."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands.progress_area import NAME
from backend.plans.journal import EntryView
from backend.plans.reads.faces import read_table
from backend.plans.reads.progress_areas import OwnArea, read_own_areas
from backend.plans.reads.removed import Removed, read_removed
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_pieces
from citizen_app.page import show_page
from citizen_app.progress_parts import at_number, draw, drawn_once, moves_all, told_on
from citizen_app.viewer import seated

PAGE = "progress_areas"
AREAS = "progress-areas"


@seated
def progress_areas(request: HttpRequest, seat: Seat) -> HttpResponse:
    _mine_alone(seat)
    gone = read_removed(seat)
    return show_page(
        request,
        seat,
        "progress/areas.html",
        page=PAGE,
        place="me",
        read=lambda: {"whose": read_table(seat).with_role("citizen"), "progress_areas": _areas(seat, gone)},
        also=gone,
    )


def _mine_alone(seat: Seat) -> None:
    if seat.role != "citizen":
        raise NotHere


def _areas(seat: Seat, gone: tuple[Removed, ...]) -> str:
    table = read_table(seat)
    told = {**told_on(PAGE, seat, table), "longest_name": NAME}
    areas = [at_number(_area(one, told), seat.head) for one in read_own_areas(seat, table)]
    return draw("areas", {**told, "areas": areas, "removed": [one for one in gone if one.kind == "progress_area"]})


def _area(area: OwnArea, told: dict[str, Any]) -> SafeString:
    return drawn_once((area, told["plan_id"]), lambda: draw("area", {**told, "area": area, "number": 0}))


def _pieces(seat: Seat, entries: Sequence[EntryView], subject: str) -> list[dict[str, Any]]:
    _mine_alone(seat)
    return [{"id": AREAS, "html": _areas(seat, read_removed(seat))}] if moves_all(entries) else []


page_of_pieces(PAGE, _pieces, regions={"waits": WAITS})
