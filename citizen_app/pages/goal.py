"""A goal's sheet, where everything about it is said and changed, and the page on which a goal is written down."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.board import read_board
from backend.plans.reads.faces import read_table
from backend.plans.reads.goal import GoalSheet, read_goal
from citizen_app.board_regions import WAITS
from citizen_app.fragments import cards_html, id_in, page_of_one_room
from citizen_app.page import page_context, path_of, show_page
from citizen_app.pages.removed import removed
from citizen_app.viewer import seated
from citizen_app.words import LIFE_AREAS

LONGEST = {"title": texts.TITLE, "community": texts.LINE, "challenge": texts.SHORT}


@seated
def goal(request: HttpRequest, seat: Seat, goal_id: UUID) -> HttpResponse:
    """Everything about one goal on one sheet."""
    try:
        sheet = read_goal(seat, goal_id)
    except NotHere:
        return removed(request, seat, "goal", goal_id)
    page = f"goal:{goal_id}"
    return show_page(request, seat, "goal/goal.html", page=page, place="board", read=lambda: context_of(seat, sheet))


@seated
def new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """A title and an area of life are enough; the rest can come later."""
    if not seat.is_broad:
        raise Http404
    board = read_board(seat)
    wanted = request.GET.get("part_of", "")
    told = {
        "whose": board.whose,
        "waits": board.waits,
        "part_of": next((goal for goal in board.goals if str(goal.id) == wanted and not goal.part_of), None),
        "areas": LIFE_AREAS,
        "longest": LONGEST,
        "back": path_of(seat.plan_id, "way"),
    }
    return show_page(request, seat, "goal/new.html", page="goal_new", place="board", read=lambda: told)


def context_of(seat: Seat, sheet: GoalSheet) -> dict[str, Any]:
    """What the sheet is drawn from."""
    return {
        "sheet": sheet,
        "whose": read_table(seat).with_role("citizen"),
        "cards": cards_html(sheet.cards, page="goal", plan_id=seat.plan_id),
        "texts": _texts(sheet),
        "areas": LIFE_AREAS,
        "back": path_of(seat.plan_id, "way"),
        "removed_page": path_of(seat.plan_id, "way") + "?removed=1",
    }


def _texts(sheet: GoalSheet) -> list[dict[str, Any]]:
    """The texts of the goal that this seat may write, with the words around them."""
    said = {
        "title": (gettext("Målet"), gettext("Gem målet")),
        "community": (gettext("Hvilket fællesskab fører det til?"), gettext("Gem fællesskabet")),
        "challenge": (gettext("Det svære, som målet svarer på"), gettext("Gem det svære")),
    }
    return [
        {"field": field, "label": label, "verb": verb, "value": getattr(sheet.goal, field), "longest": LONGEST[field]}
        for field, (label, verb) in said.items()
        if f"reword_{field}" in sheet.goal.may
    ]


def _room(seat: Seat, language: str, subject: str) -> str:
    sheet = read_goal(seat, id_in(subject))
    return render_to_string(
        "goal/_room.html", {**page_context(seat, page=f"goal:{subject}"), **context_of(seat, sheet)}
    )


def _concerns(entry: EntryView, subject: str) -> bool:
    """Its own entries, its milestones' (any goal may be one); those of steps and offers, which may belong here."""
    is_of_offer = entry.kind.startswith("offer_")
    return is_of_offer or entry.goal_id is not None or entry.step_id is not None or entry.member_id is not None


page_of_one_room("goal", _room, concerns=_concerns, regions={"waits": WAITS})
