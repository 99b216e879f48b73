"""Draws what went stale, each thing once, from one reading of the present."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.board import Board, read_board
from backend.plans.reads.card import AGREED_OR_DOING, Card
from citizen_app.fragments import LivePage, card_html, everywhere, live_page, slim
from citizen_app.stale import (
    ALL_CARDS,
    CHANGES_EVERYTHING,
    OF_MEETING,
    PROMISES,
    REGIONS,
    VOICES,
    WAY,
    Stale,
    what_went_stale,
)
from citizen_app.standing import in_order, list_of, stands_at
from citizen_app.words import STATUSES

Fragment = dict[str, Any]
_BY_SUBJECT = ("goal", "count")
BESIDE = "people"  # tells of other plans as well: the hub compares it with what it sent last (owed.py)


@dataclass
class Drawing:
    """One seat's page in one language."""

    seat: Seat
    page: str
    language: str

    @property
    def name(self) -> str:
        return self.page.partition(":")[0]

    @property
    def subject(self) -> str:
        return self.page.partition(":")[2]

    @cached_property
    def board(self) -> Board:
        return read_board(self.seat)


def fragments(drawn: Drawing, entries: list[EntryView]) -> list[Fragment]:
    """The elements of this page that these entries made stale. Raises NotHere when only the whole page will do."""
    live = live_page(drawn.name)
    if live is None:
        raise NotHere
    stale = what_went_stale(drawn.seat, entries)
    at_all = [{"id": name, "html": slim(draw(drawn.seat))} for name, draw in everywhere.items() if name in stale.marks]
    if live.room is None and live.pieces is None:
        return [*_of_cards(drawn, live, stale), *at_all]
    if any(entry.kind in CHANGES_EVERYTHING for entry in entries):
        raise NotHere
    around = [*(_region(drawn, live, name, name) for name in live.regions if name in stale.marks), *at_all]
    if live.pieces is not None:
        return [*live.pieces(drawn.seat, entries, drawn.subject), *around]
    if not any(live.concerns(entry, drawn.subject) for entry in entries):
        return around
    assert live.room is not None
    return [{"id": "room", "html": live.room(drawn.seat, drawn.language, drawn.subject).strip()}, *around]


def _of_cards(drawn: Drawing, live: LivePage, stale: Stale) -> Iterable[Fragment]:
    """Cards before regions: a card that enters a new goal leaves its old list before the way is drawn with it."""
    if stale.reload:
        raise NotHere
    touched = {step: card for step in stale.steps if (card := drawn.board.card(step))}
    if any(card.mine for card in touched.values()):
        stale.marks.add(PROMISES)
    yield from ({"id": f"s-{step}", "gone": True} for step in _gone(drawn.seat, stale, touched))
    cards = _stale_cards(drawn, stale, touched)
    if VOICES in stale.marks:
        stale.columns |= {card.status for card in cards.values()} & {*AGREED_OR_DOING}
    if drawn.seat.is_broad:
        yield from (_card(drawn, card) for card in cards.values())
    else:
        yield from _cards_in_place(drawn, set(cards))
    yield from _regions(drawn, live, stale)


def _gone(seat: Seat, stale: Stale, touched: dict[UUID, Card]) -> Iterable[UUID]:
    """Steps that this seat sees no more; a narrow seat is never told the id of one it did not see."""
    known = stale.steps if seat.is_broad else stale.may_be_gone
    return sorted(known - touched.keys())


def _stale_cards(drawn: Drawing, stale: Stale, touched: dict[UUID, Card]) -> dict[UUID, Card]:
    if ALL_CARDS in stale.marks:
        return {card.id: card for card in drawn.board.cards}
    if stale.cards_of_goals:
        touched |= {card.id: card for card in drawn.board.cards if card.goal_id in stale.cards_of_goals}
    return touched


def _cards_in_place(drawn: Drawing, wanted: set[UUID]) -> Iterable[Fragment]:
    """Each list from its end, so that the card which another stands before is already in its place.

    A narrow seat counts places among what it sees, so they shift with a neighbour's: `before` names the next.
    """
    if not wanted:
        return
    for cards in in_order(drawn.board.cards, drawn.name).values():
        below = ""
        for card in reversed(cards):
            if card.id in wanted:
                yield {**_card(drawn, card), "before": below}
            below = f"s-{card.id}"


def _card(drawn: Drawing, card: Card) -> Fragment:
    html = card_html(card, page=drawn.page, plan_id=drawn.seat.plan_id)
    return {"id": f"s-{card.id}", "html": html, "in": list_of(card, drawn.name), "at": stands_at(card, drawn.name)}


def _regions(drawn: Drawing, live: LivePage, stale: Stale) -> Iterable[Fragment]:
    for name in live.regions:
        if name in stale.marks or (name not in (*REGIONS, *_BY_SUBJECT, BESIDE) and _is_due(drawn, name, stale)):
            yield _region(drawn, live, name, name)
    if stale.goals and "goal" in live.regions and WAY not in stale.marks:
        seen = {goal.id for goal in drawn.board.goals}
        for goal_id in sorted(stale.goals & seen):
            yield _region(drawn, live, "goal", f"g-{goal_id}", str(goal_id))
    if "count" in live.regions:
        for status in STATUSES:
            if stale.all_columns or status in stale.columns:
                yield _region(drawn, live, "count", f"n-{status}", status)


def _is_due(drawn: Drawing, name: str, stale: Stale) -> bool:
    """What has no mark of its own is drawn with every frame; what is of a meeting, only where there is one."""
    return name not in OF_MEETING or stale.is_of_meeting or drawn.board.meeting is not None


def _region(drawn: Drawing, live: LivePage, name: str, element: str, subject: str = "") -> Fragment:
    return {"id": element, "html": slim(live.regions[name](drawn.seat, drawn.board, drawn.page, subject))}
