"""What the wall shows at each stage of a meeting, beside the life goal, the way and the columns."""

from collections.abc import Callable, Iterable
from typing import Any

from backend.common.reading import once
from backend.plans.reads.board import Board
from backend.plans.reads.card import SETTLED, Card
from backend.plans.reads.challenges import read_challenges
from backend.plans.reads.progress import entries_since
from backend.plans.reads.strengths import read_strengths
from backend.plans.reads.take_home import read_words
from backend.plans.reads.wall_meeting import WallMeeting
from citizen_app.card_words import all_agree

MOST = {"since_last": 6, "who_when": 6, "agreed": 4}  # what is read from five metres
MOST_BESIDE = 3  # under a card that is lit
STRENGTHS, HARD, SMALL = 12, 3, 3


def of_stage(board: Board) -> dict[str, Any]:
    """Who is here, the card that is lit, and the cards of the stage; outside a meeting the faces alone."""
    return once(("stage of the wall", board), lambda: _of_stage(board))


def _of_stage(board: Board) -> dict[str, Any]:
    meeting = board.meeting
    if meeting is None:
        return {"whose": board.whose, "faces": sorted(board.faces, key=lambda face: face.role != "citizen")}
    cards = _OF_STAGE[meeting.stage](meeting, board.cards) if meeting.stage in _OF_STAGE else []
    lit, said = board.card(meeting.lit) if meeting.lit else None, _said(board, meeting)
    most = min(len(cards), (MOST_BESIDE if lit else MOST.get(meeting.stage, 0)) - len(said.get("small", ())))
    return {
        "whose": board.whose,
        "meeting": meeting,
        "faces": meeting.here,
        "lit": lit,
        "cards": cards[len(cards) - most :] if meeting.stage == "since_last" else cards[:most],
        "saw": meeting.saw,
        "more": len(cards) - most,
        **said,
    }


def _said(board: Board, meeting: WallMeeting) -> dict[str, Any]:
    """What is told in words at this stage: what the citizen can, what is hard, what is taken home."""
    if meeting.stage == "since_last":
        return {"small": entries_since(board.seat, meeting.since, board.table)[: 1 if meeting.lit else SMALL]}
    if meeting.stage == "strengths":
        return {"strengths": read_strengths(board.seat).accepted[:STRENGTHS]}
    if meeting.stage == "hard":
        return {"hard": read_challenges(board.seat)[:HARD]}
    if meeting.stage == "take_home" and board.seat.meeting:
        return {"said": read_words(board.seat, board.seat.meeting.id)}
    return {}


def _since_last(meeting: WallMeeting, cards: Iterable[Card]) -> list[Card]:
    """What was done since then, the newest last and highest."""
    done = (card for card in cards if card.status == "done" and card.done_on and card.done_on >= meeting.since)
    return sorted(done, key=lambda card: (card.done_on, card.position))


def _who_when(meeting: WallMeeting, cards: Iterable[Card]) -> list[Card]:
    """What was written down just now, the newest first, beside the card that is lit."""
    noted = (card for card in cards if card.id in meeting.noted and card.id != meeting.lit)
    return sorted(noted, key=lambda card: meeting.noted.index(card.id))


def _agreed(meeting: WallMeeting, cards: Iterable[Card]) -> list[Card]:
    """What somebody is to do by a day: what is new, then what not all have said yes to, then the nearest."""
    asked = (card for card in cards if card.is_agreement and card.status not in SETTLED)
    return sorted(asked, key=lambda card: (card.id not in meeting.noted, all_agree(card), card.due, card.position))


_OF_STAGE: dict[str, Callable[[WallMeeting, Iterable[Card]], list[Card]]] = {
    "since_last": _since_last,
    "who_when": _who_when,
    "agreed": _agreed,
}
