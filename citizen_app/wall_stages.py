"""What the wall shows at each stage of a meeting, beside the life goal, the way and the columns."""

from collections.abc import Callable, Iterable
from typing import Any

from backend.plans.reads.board import Board
from backend.plans.reads.card import SETTLED, Card
from backend.plans.reads.wall_meeting import WallMeeting

MOST, MOST_BESIDE = {"since_last": 6, "agreed": 4}, 3  # what is read from five metres; under a card that is lit


def of_stage(board: Board) -> dict[str, Any]:
    """Who is here, the card that is lit, and the cards of the stage; outside a meeting the faces alone."""
    meeting = board.meeting
    if meeting is None:
        return {"whose": board.whose, "faces": sorted(board.faces, key=lambda face: face.role != "citizen")}
    cards = _OF_STAGE[meeting.stage](meeting, board.cards) if meeting.stage in _OF_STAGE else []
    lit = board.card(meeting.lit) if meeting.lit else None
    most = min(len(cards), MOST_BESIDE if lit else MOST.get(meeting.stage, 0))
    return {
        "whose": board.whose,
        "meeting": meeting,
        "faces": meeting.here,
        "lit": lit,
        "cards": cards[len(cards) - most :] if meeting.stage == "since_last" else cards[:most],
        "saw": meeting.saw,
        "more": len(cards) - most,
    }


def _since_last(meeting: WallMeeting, cards: Iterable[Card]) -> list[Card]:
    """What was done since then, the newest last and highest."""
    done = (card for card in cards if card.status == "done" and card.done_on and card.done_on >= meeting.since)
    return sorted(done, key=lambda card: (card.done_on, card.position))


def _agreed(meeting: WallMeeting, cards: Iterable[Card]) -> list[Card]:
    """What somebody is to do by a day, the nearest first; what is done is not asked about."""
    asked = (card for card in cards if card.is_agreement and card.status not in SETTLED)
    return sorted(asked, key=lambda card: (card.due, card.position))


_OF_STAGE: dict[str, Callable[[WallMeeting, Iterable[Card]], list[Card]]] = {
    "since_last": _since_last,
    "agreed": _agreed,
}
