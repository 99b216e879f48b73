"""A step's sheet, where everything about it is said and changed, and the page on which a step is written down."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.journal import EntryView
from backend.plans.reads.board import read_board
from backend.plans.reads.faces import read_table
from backend.plans.reads.network_map import read_name
from backend.plans.reads.step import StepSheet, read_step
from citizen_app.board_regions import WAITS
from citizen_app.fragments import id_in, page_of_one_room
from citizen_app.page import page_context, path_of, show_page
from citizen_app.pages.removed import removed
from citizen_app.stale import MAY_CHANGE_PLACES
from citizen_app.viewer import seated
from citizen_app.words import STATUSES

LONGEST = {"title": texts.TITLE, "short": texts.SHORT, "long": texts.LONG}


@seated
def step(request: HttpRequest, seat: Seat, step_id: UUID) -> HttpResponse:
    """Everything about one step on one sheet."""
    try:
        sheet = read_step(seat, step_id)
    except NotHere:
        return removed(request, seat, "step", step_id)
    page = f"step:{step_id}"
    return show_page(request, seat, "step/step.html", page=page, place="board", read=lambda: context_of(seat, sheet))


@seated
def new(request: HttpRequest, seat: Seat) -> HttpResponse:
    """A title is enough; the rest can come later."""

    def read() -> dict[str, Any]:
        board = read_board(seat)
        told: dict[str, Any] = {"whose": board.whose, "waits": board.waits, "faces": board.faces, "goals": board.goals}
        told |= {"goal_id": _id_or_none(request.GET.get("goal", "")), "title": _suggested(request, seat)}
        # Whoever may not read how on a protected plan is not asked to write it.
        return {**told, "back": _back(seat), "longest": LONGEST, "may_say_more": seat.is_broad or not seat.protected}

    return show_page(request, seat, "step/new.html", page="step_new", place="board", read=read)


def context_of(seat: Seat, sheet: StepSheet) -> dict[str, Any]:
    """What the sheet is drawn from."""
    back = _back(seat)
    return {
        "sheet": sheet,
        "whose": read_table(seat).with_role("citizen"),
        "statuses": STATUSES.items(),
        "texts": list(_texts(sheet)),
        "longest": LONGEST,
        "may_notice": "notice_step" in sheet.card.may and not _has_noticed(sheet),
        "back": back,
        "removed_page": f"{back}{'&' if '?' in back else '?'}removed=1",
    }


def _has_noticed(sheet: StepSheet) -> bool:
    """Once is enough."""
    return any(remark.face.is_me and remark.is_seen for remark in sheet.remarks)


def _back(seat: Seat) -> str:
    return path_of(seat.plan_id, "way")


def _texts(sheet: StepSheet) -> list[dict[str, Any]]:
    """The texts that this seat may write, with the words around them."""
    fields = (
        ("title", sheet.card.title, gettext("Skridtet"), "", gettext("Gem skridtet"), texts.TITLE),
        ("words", sheet.words, gettext("Med dine egne ord"), gettext("Kun du kan ændre det, du skriver her."),
         gettext("Gem dine ord"), texts.LONG),
        ("how", sheet.how, gettext("Hvordan?"), "", gettext("Gem hvordan"), texts.SHORT),
        ("learned", sheet.learned, gettext("Hvad lærte du?"), "", gettext("Gem det lærte"), texts.SHORT),
    )  # fmt: skip
    names = ("field", "value", "label", "help", "verb", "longest")
    wanted = [dict(zip(names, one, strict=True)) for one in fields if f"reword_{one[0]}" in sheet.card.may]
    # What was learned is asked openly on the sheet when a step is over; here its words are put right.
    return [text for text in wanted if text["field"] != "learned" or sheet.learned]


def _suggested(request: HttpRequest, seat: Seat) -> str:
    """To reach out to somebody on the network map, or to nobody named, is a step whose first words are there."""
    if "reach" not in request.GET:
        return ""
    network_member_id = _id_or_none(request.GET["reach"])
    try:
        who = read_name(seat, network_member_id) if network_member_id else gettext("én, jeg godt kan lide")
    except NotHere:
        return ""
    return gettext("Ræk ud til %(name)s") % {"name": who}


def _id_or_none(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _room(seat: Seat, language: str, subject: str) -> str:
    sheet = read_step(seat, id_in(subject))
    return render_to_string(
        "step/_room.html", {**page_context(seat, page=f"step:{subject}"), **context_of(seat, sheet)}
    )


def _concerns(entry: EntryView, subject: str) -> bool:
    """The step itself, its goal, who sits at the table, and the cards above and below it."""
    return entry.step_id is None or str(entry.step_id) == subject or entry.kind in MAY_CHANGE_PLACES


page_of_one_room("step", _room, concerns=_concerns, regions={"waits": WAITS})
