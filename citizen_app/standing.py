"""Where a card stands on a page: in which list, and how far down. Asked by pages and fragments alike."""

from typing import Any

from citizen_app.words import RESTING

# On Vejen the steps of a goal stand by what is next: what goes on first, what is over last.
_WAY_ORDER = ("doing", "agreed", "wish", "done")
_APART = 10**12


def list_of(card: Any, page: str) -> str:
    """The id of the list that holds this card on this page."""
    if page != "way":
        return f"in-{card.status}"
    if card.status in RESTING:
        return "in-resting"
    return f"in-g-{card.goal_id}" if card.goal_id else "in-free"


def stands_at(card: Any, page: str) -> int:
    """The number by which a list is ordered: the board's own order, on Vejen within each status."""
    if page != "way" or card.status in RESTING:
        return int(card.position)
    return _WAY_ORDER.index(card.status) * _APART + int(card.position)


def in_order(cards: tuple[Any, ...], page: str) -> dict[str, list[Any]]:
    """The cards of a page by list, each list in its order."""
    lists: dict[str, list[Any]] = {}
    for card in sorted(cards, key=lambda card: (stands_at(card, page), str(card.id))):
        lists.setdefault(list_of(card, page), []).append(card)
    return lists
