"""Everything a seat can read, as one text: every read, every sheet asked for by id, and every entry of the journal."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.journal import entries_after
from backend.plans.reads import (
    answer,
    board,
    caseload,
    challenges,
    check_in,
    communities,
    consent,
    conversation,
    course,
    discussion,
    goal,
    goal_clock,
    handover,
    life_goal,
    look_in,
    measured,
    meeting,
    minutes,
    network,
    network_map,
    offers,
    progress,
    progress_areas,
    ratings,
    removed,
    rhythm,
    search,
    since_last,
    step,
    strengths,
    suggestions,
    take_home,
    today,
    who,
)


def _found(seat: Seat) -> Any:
    """What a word finds: canaries, and whatever begins with an s."""
    return [search.read_search(seat, asked) for asked in ("kanarie", "s")]


def _said(seat: Seat) -> Any:
    """What is said and written in each meeting that this seat knows of."""
    known = [row.pk for row in meeting.meetings_for(seat)]
    reads = (since_last.read_since_last, take_home.read_words, removed.removed_from_agenda)
    return [[read(seat, one) for read in reads] for one in known]


def _meetings(seat: Seat) -> Any:
    """All of them, and each whole."""
    return meeting.read_meetings(seat), [meeting.read_meeting(seat, row.pk) for row in meeting.meetings_for(seat)]


def _over(seat: Seat) -> Any:
    """What is left of those that have been."""
    over = [one.id for one in meeting.read_meetings(seat).past]
    return [minutes.read_minutes(seat, one) for one in over], ratings.read_ratings(seat)


WHOLE = (
    board.read_board,
    today.read_today,
    strengths.read_strengths,
    removed.read_removed,
    life_goal.read_life_goals,
    handover.read_about_me,
    handover.read_takeover,
    network.read_network,
    network_map.read_network_map,
    consent.read_consents,
    look_in.read_looks_in,
    _meetings,
    _said,
    challenges.read_challenges,
    _over,
    rhythm.read_rhythm,
    discussion.read_discussions,
    course.read_course,
    check_in.read_check_ins,
    suggestions.read_suggestions,
    conversation.read_conversation,
    answer.read_answer,
    communities.read_communities,
    offers.read_offers,
    progress.read_progress,
    progress_areas.read_areas_over_time,
    progress_areas.read_own_areas,
    measured.read_measured,
    who.read_who,
    goal_clock.read_goal_clocks,
    _found,
)


def pages_of(seat: Seat, *, steps: Iterable[UUID], goals: Iterable[UUID]) -> str:
    """What the plan's pages may be made of."""
    steps, goals = list(steps), list(goals)
    found: list[Any] = [_or_nothing(read, seat) for read in WHOLE]
    found += [_or_nothing(step.read_step, seat, one) for one in steps]
    found += [_or_nothing(goal.read_goal, seat, one) for one in goals]
    if seat.role == "consultant" and seat.person_id is not None:
        found.append(caseload.read_caseload(seat.person_id))
    return "\n".join(_told(one) for one in found if one is not NotHere)


def entries_of(seat: Seat) -> str:
    return "\n".join(_told(entry) for entry in entries_after(seat, 0, limit=10_000))


def everything(seat: Seat, *, steps: Iterable[UUID], goals: Iterable[UUID]) -> str:
    return pages_of(seat, steps=steps, goals=goals) + entries_of(seat)


def _or_nothing(read: Any, seat: Seat, *more: Any) -> Any:
    try:
        return read(seat, *more)
    except NotHere:
        return NotHere


def _told(thing: Any) -> str:
    """Sets stand in order, so that the same is the same text."""
    if isinstance(thing, frozenset):
        return repr(sorted(thing))
    if isinstance(thing, tuple | list):
        return f"({', '.join(map(_told, thing))})"
    if isinstance(thing, board.Board):
        parts = [name for name, part in vars(board.Board).items() if hasattr(part, "__get__") and name[0] != "_"]
        asked = [name for name in parts if name not in ("card", "table")]  # in the table faces are looked up, by reads
        return _told([getattr(thing, name) for name in asked])
    if hasattr(thing, "__dataclass_fields__"):
        fields = ", ".join(f"{name}={_told(getattr(thing, name))}" for name in thing.__dataclass_fields__)
        return f"{type(thing).__name__}({fields})"
    return repr(thing)
