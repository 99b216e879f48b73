"""What every page of a plan carries: whose it is, where it stands, its number and the way back to it."""

from collections.abc import Callable, Hashable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from backend.common.reading import one_reading
from backend.plans.access import Seat
from backend.plans.reads.board import read_board
from citizen_app import offline
from citizen_app.page_cache import plan_page

_PATHS = {
    "board": "?view=board",
    "today": "today/",
    "step_new": "steps/new/",
    "step": "steps/{}/",
    "goal_new": "goals/new/",
    "goal": "goals/{}/",
    "life_goal": "life-goal/",
    "about_me": "about-me/",
    "check_ins": "check-ins/",
    "takeover": "takeover/",
    "course": "course/",
    "suggestions": "course/suggestions/?template={}",
    "who": "who/",
    "who_by_day": "who/day/",
    "strengths": "strengths/",
    "communities": "communities/",
    "offers": "offers/",
    "measurements": "measurements/",
    "measured": "measurements/{}/",
    "answer": "measurements/{}/answer/",
    "progress": "progress/",
    "progress_over_time": "progress/over-time/",
    "progress_areas": "progress/areas/",
    "progress_used": "progress/used/",
    "network": "network/",
    "invitations": "invitations/",
    "invitation_new": "invitations/new/",
    "handover": "handover/",
    "consents": "consents/",
    "conversation": "conversation/#write",  # its end; a script goes there by itself
    "later": "conversation/later/",
    "photo": "photos/{}/",
    "room": "room/",
    "meetings": "meetings/",
    "meeting_new": "meetings/new/",
    "meeting": "meetings/{}/",
    "reminders": "reminders/",
    "visits": "visits/",
    "me": "me/",
    "search": "search/",
    "screen": "screen/",
    "wall": "wall/",
}


def path_of(plan_id: int, page: str) -> str:
    """The address of a page by its name as in `data-page`: "way", "board", "step:<uuid>"."""
    name, _, subject = page.partition(":")
    return f"/plans/{plan_id}/" + _PATHS.get(name, "").format(subject)


def page_context(seat: Seat, *, page: str) -> dict[str, Any]:
    """What a plan's templates need everywhere; fragments are rendered with the same."""
    is_protected = seat.is_broad and seat.protected  # nobody else is told that the address is
    told = {"plan_id": seat.plan_id, "number": seat.head, "role": seat.role, "page": page}
    return {**told, "is_protected": is_protected, "unread": seat.unread}


def show_page(
    request: HttpRequest,
    seat: Seat,
    template: str,
    *,
    page: str,
    place: str,
    read: Callable[[], dict[str, Any]],
    also: Hashable = (),
) -> HttpResponse:
    """A page of a plan, or 304. `read` is asked only when the page is not kept ready.

    `place` is the one of the places that is lit. Of what is read, `whose` (a Face) names the plan in the top and
    `waits` is the number beside Tavlen; a page that does not read them itself has them from the board.
    """

    def render() -> str:
        with one_reading():
            return drawn()

    def drawn() -> str:
        told = {**page_context(seat, page=page), "place": place, **read()}
        if "waits" not in told:
            board = read_board(seat)
            told = {"whose": board.whose, "waits": board.waits, **told}
        return render_to_string(template, told, request)

    return offline.mark(request, plan_page(request, seat, page, render, also=also), seat)
