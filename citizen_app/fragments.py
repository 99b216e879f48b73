"""What a page is made of: cards kept ready, and for every live page how its regions are drawn from the present."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.journal import EntryView
from backend.plans.reads.board import Board
from backend.plans.reads.card import Card
from citizen_app.shelf import Shelf

Region = Callable[[Seat, Board, str, str], str]  # (seat, board, page, goal id or status) → the element with that id
Room = Callable[[Seat, str, str], str]  # (seat, language, what stands after the colon in data-page) → <… id="room">
Concerns = Callable[[EntryView, str], bool]
Pieces = Callable[[Seat, Sequence[EntryView], str], list[dict[str, Any]]]  # (seat, entries, subject) → fragments
Told = Callable[[Seat], Hashable]  # what a part is drawn from; what it comes to is compared
Everywhere = Callable[[Seat], str]  # → the element with that id, on every page of a plan

CARD = "board/_card.html"
PAGE_NAME = r"[a-z_]{1,20}(:[A-Za-z0-9_-]{1,40})?"  # what data-page says: a page, and which of its kind
# Of attributes only: in text a quote is escaped. Beside a slash they stay, lest it be taken for a part of the value.
_NEEDLESS_QUOTES = re.compile(r'="([^\s"\'=<>`]*[^\s"\'=<>`/])"(?=[\s>])')
_CARDS_ROOM = 8 * 1024 * 1024
_cards: Shelf[SafeString] = Shelf(room=_CARDS_ROOM)


def _always(entry: EntryView, subject: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class OfLooks:
    """A part of a page that changes when somebody has looked, which has no number: compared with what was sent last."""

    name: str
    told: Told
    region: Region


@dataclass(frozen=True, slots=True)
class LivePage:
    """A page with cards has `regions` beside them; any other page is one `room`, stale when an entry `concerns` it.

    A page of `pieces` says itself which fragments some entries make.
    """

    regions: Mapping[str, Region] = field(default_factory=dict)
    room: Room | None = None
    concerns: Concerns = _always
    pieces: Pieces | None = None
    of_looks: OfLooks | None = None
    card: str = CARD


_pages: dict[str, LivePage] = {}
everywhere: dict[str, Everywhere] = {}  # by the mark that makes it stale, which is the element's id


def page_with_cards(name: str, regions: Mapping[str, Region], *, card: str = CARD) -> None:
    """Register a page whose cards, drawn by the template `card`, arrive one by one.

    `regions` says how the rest is drawn: goal is every g-<goal id>, count every n-<status>, any other name the element
    with that id. Those that stale.py names are drawn when an entry makes them stale, others with every frame.
    """
    _pages[name] = LivePage(regions=regions, card=card)


def page_of_one_room(
    name: str,
    room: Room,
    *,
    concerns: Concerns = _always,
    regions: Mapping[str, Region] | None = None,
    of_looks: OfLooks | None = None,
) -> None:
    """Register a page that arrives whole, as the element with id `room`; `regions` stand outside it, such as waits.

    `of_looks` stands within the room, and also arrives alone.
    """
    _pages[name] = LivePage(room=room, concerns=concerns, regions=regions or {}, of_looks=of_looks)


def page_of_pieces(name: str, pieces: Pieces, *, regions: Mapping[str, Region] | None = None) -> None:
    """Register a page whose pieces arrive one by one and are not cards; `regions` as for a page of one room."""
    _pages[name] = LivePage(pieces=pieces, regions=regions or {})


def live_page(name: str) -> LivePage | None:
    """How the page of this name (`data-page` up to the colon) is drawn; None when it was never registered."""
    return _pages.get(name)


def tells_of_looks(page: str) -> bool:
    """Does this page (`data-page`) change when somebody has looked?"""
    live = live_page(page.partition(":")[0])
    return live is not None and live.of_looks is not None


def is_drawn_in_parts(page: str) -> bool:
    """Do the cards of this page (`data-page`) arrive one by one? Pages of one room arrive whole."""
    live = live_page(page.partition(":")[0])
    return live is not None and live.room is None


def id_in(subject: str) -> UUID:
    """What stands after the colon in data-page, where an id belongs. Raises NotHere when it is none."""
    try:
        return UUID(subject)
    except ValueError:
        raise NotHere from None


def card_html(card: Card, *, page: str, plan_id: int | str) -> SafeString:
    """One card, the same bytes on the page and in a fragment. Kept by everything that it shows: the card itself."""
    key = (card, page, plan_id, get_language(), clock.today())
    html = _cards.take(key)
    if html is None:
        told: dict[str, Any] = {"card": card, "page": page, "plan_id": plan_id}
        live = live_page(page.partition(":")[0])
        html = slim(get_template(live.card if live else CARD).render(told))
        _cards.put(key, html, weight=2 * len(html) + 500)
    return html


def slim(html: str) -> SafeString:
    """A template's output without the quotes that HTML can do without: in a frame each of them is two bytes."""
    return mark_safe(_NEEDLESS_QUOTES.sub(r"=\1", html.strip()))  # noqa: S308


def cards_html(cards: Iterable[Card], *, page: str, plan_id: int | str) -> SafeString:
    """Cards in the order given."""
    return mark_safe("".join(card_html(card, page=page, plan_id=plan_id) for card in cards))  # noqa: S308
