"""What each stage of an open meeting is drawn from: nothing is read that the stage does not show."""

from collections.abc import Callable
from typing import Any

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.commands.challenge import AT_MOST
from backend.plans.commands.take_home import WORD
from backend.plans.reads.aloud import may_write_for
from backend.plans.reads.board import Board
from backend.plans.reads.challenges import read_challenges
from backend.plans.reads.faces import Table
from backend.plans.reads.life_goal import read_life_goals
from backend.plans.reads.meeting import MeetingView, read_meetings
from backend.plans.reads.progress import entries_since
from backend.plans.reads.since_last import WITHOUT_A_LAST, read_since_last
from backend.plans.reads.strengths import read_strengths
from backend.plans.reads.take_home import read_words

Told = dict[str, Any]


def stage_context(seat: Seat, meeting: MeetingView, board: Board) -> Told:
    """What the stage that the meeting is at is drawn from, beside its cards; of one that is over, the words."""
    if meeting.state == "over":
        return _words(seat, meeting, board.table)
    if meeting.state != "open":
        return {}
    read = _STAGES.get(meeting.stage)
    drawn = f"meeting/_stage_{meeting.stage}.html" if meeting.stage in _DRAWN else ""
    return {"stage_template": drawn, **(read(seat, meeting, board) if read else {})}


def _since_last(seat: Seat, meeting: MeetingView, board: Board) -> Told:
    last = read_since_last(seat, meeting.id)
    since = last.since or clock.today() - WITHOUT_A_LAST
    return {"last": last, "small": entries_since(seat, since, board.table), "short": texts.SHORT}


def _strengths(seat: Seat, meeting: MeetingView, board: Board) -> Told:
    return {"strengths": read_strengths(seat, board.table)}


def _life_goal(seat: Seat, meeting: MeetingView, board: Board) -> Told:
    earlier = [one for one in read_life_goals(seat) if not one.is_current] if seat.is_broad else []
    return {"life_goal": board.life_goal, "earlier": earlier, "goals": board.goals, "short": texts.SHORT}


def _hard(seat: Seat, meeting: MeetingView, board: Board) -> Told:
    hard = read_challenges(seat)
    said = tuple(one for one in hard if one.in_room)
    kept = tuple(one for one in hard if not one.in_room)
    goals = board.goals if seat.role == "citizen" else ()
    return {"said": said, "kept": kept, "goals": goals, "has_room": len(said) < AT_MOST}


def _take_home(seat: Seat, meeting: MeetingView, board: Board) -> Told:
    table = board.table
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


_STAGES: dict[str, Callable[[Seat, MeetingView, Board], Told]] = {
    "since_last": _since_last,
    "strengths": _strengths,
    "life_goal": _life_goal,
    "hard": _hard,
    "take_home": _take_home,
}
_DRAWN = frozenset({*_STAGES, "welcome", "who_when", "agreed"})
