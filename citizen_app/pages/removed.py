"""What stands where something was removed a moment ago, for whoever may bring it back: "back" leads here."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.reads.removed import read_removed
from citizen_app.page import path_of, show_page


def removed(request: HttpRequest, seat: Seat, kind: str, thing_id: UUID) -> HttpResponse:
    """The page of a step or goal that this seat may restore; once it is back, its room takes the place of this one.

    Raises NotHere: for everybody else it never was.
    """
    gone = next((one for one in read_removed(seat) if (one.kind, one.id) == (kind, thing_id)), None)
    if gone is None:
        raise NotHere
    told = {"gone": gone, "here": path_of(seat.plan_id, f"{kind}:{thing_id}"), "back": path_of(seat.plan_id, "way")}
    return show_page(
        request,
        seat,
        "removed/removed.html",
        page=f"{kind}:{thing_id}",
        place="board",
        read=lambda: told,
        also=(kind, thing_id),
    )
