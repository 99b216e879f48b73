"""The cards that the room sees, for whoever sits in it."""

from dataclasses import dataclass
from uuid import UUID

from backend.plans import access
from backend.plans.access import Seat
from backend.plans.models import Meeting
from backend.plans.open_meeting import open_meeting_at
from backend.plans.reads.board import Board
from backend.plans.reads.card import Card


@dataclass(frozen=True, slots=True)
class RoomCards:
    """Newest first. `noted`: those written down since the open meeting began."""

    cards: tuple[Card, ...]
    noted: frozenset[UUID]


def read_room_cards(seat: Seat, board: Board) -> RoomCards:
    """What citizen and consultant let the room see, and whoever is asked to the open meeting sees with it."""
    meeting_id = open_meeting_at(seat.plan_id)
    if meeting_id is None or not (seat.is_broad or seat.meeting):
        return RoomCards((), frozenset())
    shown = dict(access.steps_for(seat).filter(in_room=True).values_list("pk", "suggested_at"))
    cards = tuple(card for card in reversed(board.cards) if card.id in shown)
    began = Meeting.objects.get(pk=meeting_id).started_at
    return RoomCards(cards, frozenset(one for one, at in shown.items() if began and at >= began))
