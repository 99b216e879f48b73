"""What each stage of an open meeting is drawn from: nothing is read that the stage does not show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.commands.challenge import AT_MOST
from backend.plans.commands.take_home import WORD
from backend.plans.reads.aloud import may_write_for
from backend.plans.reads.board import Board
from backend.plans.reads.card import SETTLED
from backend.plans.reads.challenges import read_challenges
from backend.plans.reads.faces import Table, read_table
from backend.plans.reads.life_goal import read_life_goals
from backend.plans.reads.meeting import MeetingView, read_meetings
from backend.plans.reads.room_cards import RoomCards, read_room_cards
from backend.plans.reads.since_last import read_since_last
from backend.plans.reads.strengths import read_strengths
from backend.plans.reads.take_home import read_words
from citizen_app import card_words

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Around:
    """What every stage may look at."""

    board: Board
    room: RoomCards


def stage_context(seat: Seat, meeting: MeetingView, board: Board) -> Told:
    """What the stage that the meeting is at, and the line to note steps on, are drawn from."""
    if meeting.state == "over":
        return _words(seat, meeting, read_table(seat))
    if meeting.state != "open":
        return {}
    room, read = read_room_cards(seat, board), _STAGES.get(meeting.stage)
    told: Told = {
        "stage_template": f"meeting/_stage_{meeting.stage}.html" if meeting.stage in _DRAWN else "meeting/_stage.html",
        "may_note": seat.is_broad and not seat.is_borrowed,
        "room_cards": room.cards,
        "noted": room.noted,
        "line_longest": texts.LINE,
    }
    return told | (read(seat, meeting, Around(board, room)) if read else {})


def _since_last(seat: Seat, meeting: MeetingView, around: Around) -> Told:
    return {"last": read_since_last(seat, meeting.id)}


def _strengths(seat: Seat, meeting: MeetingView, around: Around) -> Told:
    return {"strengths": read_strengths(seat)}


def _life_goal(seat: Seat, meeting: MeetingView, around: Around) -> Told:
    earlier = [one for one in read_life_goals(seat) if not one.is_current] if seat.is_broad else []
    return {"life_goal": around.board.life_goal, "earlier": earlier, "goals": around.board.goals, "short": texts.SHORT}


def _hard(seat: Seat, meeting: MeetingView, around: Around) -> Told:
    hard = read_challenges(seat)
    said = tuple(one for one in hard if one.in_room)
    kept = tuple(one for one in hard if not one.in_room)
    goals = around.board.goals if seat.role == "citizen" else ()
    return {"said": said, "kept": kept, "goals": goals, "has_room": len(said) < AT_MOST}


def _who_when(seat: Seat, meeting: MeetingView, around: Around) -> Told:
    """What was written just now, lacks somebody or a day, or waits for a yes comes first; the rest lies folded."""
    to_do = [card for card in around.room.cards if card.status not in SETTLED]
    now = [card for card in to_do if card.id in around.room.noted or card.waits == "my_yes" or card_words.missing(card)]
    return {"to_do": now, "before": [card for card in to_do if card not in now]}


def _agreed(seat: Seat, meeting: MeetingView, around: Around) -> Told:
    """What is new or not answered by all comes first; what all have said yes to lies folded."""
    agreements = [card for card in around.room.cards if card.is_agreement and card.status not in SETTLED]
    settled = [card for card in agreements if card.id not in around.room.noted and card_words.all_agree(card)]
    asked = [card for card in agreements if card not in settled]
    return {"agreements": asked, "settled": settled, "writes_for": may_write_for(seat, meeting, read_table(seat))}


def _take_home(seat: Seat, meeting: MeetingView, around: Around) -> Told:
    table = read_table(seat)
    told = _words(seat, meeting, table)
    writes_for, said = may_write_for(seat, meeting, table), {word.face.member_id: word for word in told["words"]}
    silent = [
        face
        for face in table.active
        if face.member_id in writes_for and (face.member_id not in said or said[face.member_id].entered_by)
    ]
    ahead = read_meetings(seat, table).ahead
    return {**told, "silent": silent, "next_meeting": ahead[0] if ahead else None}


def _words(seat: Seat, meeting: MeetingView, table: Table) -> Told:
    words = read_words(seat, meeting.id, table)
    return {"words": words, "mine": next((word for word in words if word.face.is_me), None), "longest_word": WORD}


_STAGES: dict[str, Callable[[Seat, MeetingView, Around], Told]] = {
    "since_last": _since_last,
    "strengths": _strengths,
    "life_goal": _life_goal,
    "hard": _hard,
    "who_when": _who_when,
    "agreed": _agreed,
    "take_home": _take_home,
}
_DRAWN = frozenset({*_STAGES, "welcome"})
