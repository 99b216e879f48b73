"""Se en plan med grund: a consultant outside their own citizens says why, looks for an hour; the citizen is told."""

import logging
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.people.limits import may_try
from backend.plans import outside
from backend.plans.access import Seat
from backend.plans.change import make_change
from backend.plans.commands import LookIn, texts
from backend.plans.commands.look_in import FEWEST
from backend.plans.reads.board import read_board
from backend.plans.reads.goal import read_goal
from backend.plans.reads.step import read_step
from backend.plans.reads.strengths import read_strengths
from citizen_app.board_parts import columns_of
from citizen_app.board_regions import board_context
from citizen_app.fragments import card_html, cards_html
from citizen_app.pages import goal, step
from citizen_app.pages.staff import only_for
from citizen_app.pages.ways import see_other
from citizen_app.viewer import LOOK_IN, looking_in
from citizen_app.words import REASONS

log = logging.getLogger("tavlen.security")


@only_for("consultant")
@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """The whole name, a kind of reason and own words. What was typed as a name is not shown again."""
    said = {name: request.POST.get(name, "") for name in ("reason", "words")}
    why = ""
    if request.method == "POST":
        try:
            return see_other(f"/plans/{_look_in(request, **said)}/look/")
        except Refused as refused:
            why = str(refused.why)
    longest = {"words": texts.SHORT, "least": FEWEST}
    told = {**said, "refused": why, "reasons": REASONS.items(), "longest": longest}
    return render(request, "look_in/ask.html", told, status=422 if why else 200)


def _look_in(request: HttpRequest, *, reason: str, words: str) -> int:
    """The plan that was opened. Raises Refused: for whoever cannot be found with one sentence, whatever the cause."""
    name, person_id = request.POST.get("name", "").strip(), int(request.user.pk or 0)
    if reason not in REASONS or not name:
        raise Refused(_("Skriv hele navnet, og vælg en grund."), code="empty")
    texts.needed(words, longest=texts.SHORT, one_line=False)
    if len(words.strip()) < FEWEST:
        raise Refused(_("Skriv lidt mere om, hvorfor du skal se planen. Borgeren læser det."), code="too_short")
    _check_tries(person_id)
    seat = outside.find(person_id=person_id, name=name)
    log.warning("a look outside own citizens", extra={"facts": {"person": person_id, "opened": seat is not None}})
    try:
        if seat is None:
            raise NotHere
        make_change(seat, LookIn(reason=reason, words=words), device=new_id(), change_id=new_id())  # type: ignore[arg-type]
    except NotHere:
        why = _("Vi kan ikke åbne en plan på det navn. Tal med borgerens egen konsulent.")
        raise Refused(why, code="none") from None
    return seat.plan_id


def _check_tries(person_id: int) -> None:
    """So few that nobody can try names; counted whether it succeeds or not."""
    if not may_try("look_in", str(person_id)):
        log.warning("too many looks outside own citizens", extra={"facts": {"person": person_id}})
        raise Refused(_("Du har prøvet for mange gange. Vent en time."), code="too_many")


@looking_in
@never_cache
def board(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The dream, the way, what they can and the cards, without anything to press."""
    seen = read_board(seat)
    draw = partial(card_html, page=LOOK_IN, plan_id=_beneath(seat))
    told = {**board_context(seen), **columns_of(seen, LOOK_IN, draw)}
    return _show(request, seat, "board", {**told, "strengths": read_strengths(seat)})


@looking_in
@never_cache
def one_step(request: HttpRequest, seat: Seat, step_id: UUID) -> HttpResponse:
    return _show(request, seat, "step", step.context_of(seat, read_step(seat, step_id)))


@looking_in
@never_cache
def one_goal(request: HttpRequest, seat: Seat, goal_id: UUID) -> HttpResponse:
    sheet = read_goal(seat, goal_id)
    cards = cards_html(sheet.cards, page=LOOK_IN, plan_id=_beneath(seat))
    return _show(request, seat, "goal", {**goal.context_of(seat, sheet), "cards": cards})


def _beneath(seat: Seat) -> str:
    """What stands where a plan's number does in the links of these pages, so that they lead to each other."""
    return f"{seat.plan_id}/look"


def _show(request: HttpRequest, seat: Seat, name: str, told: dict[str, Any]) -> HttpResponse:
    here = {"plan_id": seat.plan_id, "number": seat.head, "page": LOOK_IN, "role": "", "waits": 0}
    theirs = {"beneath": _beneath(seat), "looking": True, "ends_at": seat.ends_at}
    return render(request, f"look_in/{name}.html", {**told, **here, **theirs})
