"""The board laid out: Vejen goal by goal, Tavlen column by column; pages and fragments lay it out alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from backend.plans.reads.board import Board, GoalView
from backend.plans.reads.card import Card
from backend.plans.reads.counts import InColumn, count_cards
from citizen_app.standing import in_order
from citizen_app.words import COLUMNS, RESTING

Draw = Callable[[Card], str]

_INVITATIONS = {
    "citizen": {
        "wish": _("Hvad kunne du tænke dig? Skriv det her. Det må godt være småt."),
        "agreed": _("Ingen aftaler lige nu. Det er helt i orden."),
        "doing": _("Intet er i gang lige nu. Tag det skridt, der føles mindst."),
        "done": _("Her samler vi det, du har klaret."),
    },
    "consultant": {
        "wish": _("Spørg, hvad der ville gøre ugen lettere."),
        "agreed": _("Et ønske bliver en aftale, når det har en person, en dag og et ja."),
        "doing": _("Intet er i gang lige nu."),
        "done": _("Det første klarede skridt kommer til at stå her."),
    },
}


@dataclass(frozen=True, slots=True)
class Leg:
    """A goal on the way with its cards and its milestones."""

    goal: GoalView
    cards: SafeString
    count: int
    milestones: tuple["Leg", ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One status with its cards; the invitation is shown while it is empty."""

    status: str
    cards: SafeString
    count: InColumn
    invitation: Any


def columns_of(board: Board, page: str, draw: Draw) -> dict[str, list[Column]]:
    """`columns` that stand on the board, and the `resting` ones folded beneath it."""
    lists, counts = in_order(board.cards, page), count_cards(board.cards)
    invitations = _INVITATIONS.get(board.role, {})

    def column(status: str) -> Column:
        cards = lists.get(f"in-{status}", [])
        return Column(status, drawn(cards, draw), counts.get(status, InColumn()), invitations.get(status, ""))

    return {"columns": [column(status) for status in COLUMNS], "resting": [column(status) for status in RESTING]}


def way_of(board: Board, draw: Draw) -> dict[str, Any]:
    """`legs` in order, `free` steps that hang on no goal, and what is `laid_aside`."""
    lists = in_order(board.cards, "way")
    top = [goal for goal in board.goals if goal.part_of is None]
    aside = lists.get("in-resting", [])
    return {
        "legs": [_leg(goal, board.goals, lists, draw) for goal in top],
        "free": drawn(lists.get("in-free", []), draw),
        "laid_aside": drawn(aside, draw),
        "aside_count": len(aside),
    }


def _leg(goal: GoalView, goals: Iterable[GoalView], lists: dict[str, list[Card]], draw: Draw) -> Leg:
    cards = lists.get(f"in-g-{goal.id}", [])
    milestones = tuple(_leg(part, goals, lists, draw) for part in goals if part.part_of == goal.id != part.id)
    count = len(cards) + sum(leg.count for leg in milestones)
    return Leg(goal, drawn(cards, draw), count, milestones)


def in_way_order(goals: Iterable[GoalView]) -> list[GoalView]:
    """Every goal in order, each followed by its milestones."""
    goals = list(goals)
    top = [goal for goal in goals if goal.part_of is None]
    return [one for goal in top for one in (goal, *(part for part in goals if part.part_of == goal.id))]


def drawn(cards: Iterable[Card], draw: Draw) -> SafeString:
    """Cards side by side; each was made safe by its template."""
    return mark_safe("".join(draw(card) for card in cards))  # noqa: S308
