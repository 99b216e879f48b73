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

MOST = {"since_last": 6, "who_when": 6, "agreed": 4, "strengths": 12, "hard": 3, "take_home": 12}
MOST_BESIDE = {"since_last": 3, "who_when": 3, "agreed": 2, "strengths": 4, "hard": 2, "take_home": 6}
"""What is read from five metres; beside: under a card that is lit."""
ROOM = {"since_last": 900, "strengths": 1000}
ROOM_BESIDE = {"since_last": 385, "strengths": 460}
"""The signs that there is room for at 28 pixels and more, where the most of the longest would not fit."""
NEWEST_LAST = ("since_last", "strengths", "take_home")  # as it was said; what is left out is the oldest
FRAME, SMALL = 30, 3  # signs that a frame and a name take up; small steps
LONG, LONGER = 50, 90  # signs from which a text is written smaller


def of_stage(board: Board) -> dict[str, Any]:
    """Who is here, the card that is lit, and the cards of the stage; outside a meeting the faces alone."""
    return once(("stage of the wall", board), lambda: _of_stage(board))


def _of_stage(board: Board) -> dict[str, Any]:
    meeting = board.meeting
    if meeting is None:
        return {"whose": board.whose, "faces": sorted(board.faces, key=lambda face: face.role != "citizen")}
    there = _there(board, meeting)
    shown = _that_fit(there, meeting.stage, is_lit=bool(meeting.lit))
    in_order = shown[::-1] if meeting.stage in NEWEST_LAST else shown
    return {
        "whose": board.whose,
        "meeting": meeting,
        "faces": meeting.here,
        "lit": board.card(meeting.lit) if meeting.lit else None,
        "cards": [one for one in in_order if isinstance(one, Card)],
        "said": [one for one in in_order if not isinstance(one, Card)],
        "saw": meeting.saw,
        "more": len(there) - len(shown),
        "longest": _look(shown),
    }


def _there(board: Board, meeting: WallMeeting) -> list[Any]:
    """All that this stage is about, what matters most first: cards, or what is said in words, or both."""
    if meeting.stage == "since_last":
        small = entries_since(board.seat, meeting.since, board.table)
        first = 1 if meeting.lit else SMALL
        return [*small[:first], *_since_last(meeting, board.cards), *small[first:]]
    if meeting.stage == "strengths":
        return [*reversed(read_strengths(board.seat).accepted)]
    if meeting.stage == "hard":
        return [*read_challenges(board.seat)]
    if meeting.stage == "take_home" and board.seat.meeting:
        return [*reversed(read_words(board.seat, board.seat.meeting.id))]
    return _OF_STAGE[meeting.stage](meeting, board.cards) if meeting.stage in _OF_STAGE else []


def _that_fit(there: list[Any], stage: str, *, is_lit: bool) -> list[Any]:
    """The first of them, as many as can be read; one at least."""
    most = (MOST_BESIDE if is_lit else MOST).get(stage, 0)
    room = (ROOM_BESIDE if is_lit else ROOM).get(stage)
    fit, signs = 0, 0
    for one in there[:most]:
        signs += len(_text(one)) + FRAME
        if room and signs > room and fit:
            break
        fit += 1
    return there[:fit]


def _text(one: Any) -> str:
    return str(one.title if isinstance(one, Card) else one.words)


def _look(shown: list[Any]) -> str:
    """How small it is to be written: by the longest of what is shown."""
    longest = max((len(_text(one)) for one in shown), default=0)
    return " is-longer" if longest > LONGER else " is-long" if longest > LONG else ""


def _since_last(meeting: WallMeeting, cards: Iterable[Card]) -> list[Card]:
    """What was done since then, the newest first; on the wall it stands last and highest."""
    done = (card for card in cards if card.status == "done" and card.done_on and card.done_on >= meeting.since)
    return sorted(done, key=lambda card: (card.done_on, card.position), reverse=True)


def _who_when(meeting: WallMeeting, cards: Iterable[Card]) -> list[Card]:
    """What was written down just now, the newest first, beside the card that is lit."""
    noted = (card for card in cards if card.id in meeting.noted and card.id != meeting.lit)
    return sorted(noted, key=lambda card: meeting.noted.index(card.id))


def _agreed(meeting: WallMeeting, cards: Iterable[Card]) -> list[Card]:
    """What somebody is to do by a day: what is new, then what not all have said yes to, then the nearest.

    The card that is lit stands above them already, with its voices.
    """
    asked = (card for card in cards if card.is_agreement and card.status not in SETTLED and card.id != meeting.lit)
    return sorted(asked, key=lambda card: (card.id not in meeting.noted, all_agree(card), card.due, card.position))


_OF_STAGE: dict[str, Callable[[WallMeeting, Iterable[Card]], list[Card]]] = {
    "who_when": _who_when,
    "agreed": _agreed,
}
