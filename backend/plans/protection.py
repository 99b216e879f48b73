"""What the plan of a citizen with a protected address keeps from all but citizen and consultant: said here alone.

Deny by default. Of every thing that a read hands out, somebody else's seat gets the fields named here and the others
empty; a thing that is not named is empty altogether. A moment passes as its day: the hour tells when somebody is there.
"""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar

from backend.common import clock
from backend.plans.access import Seat

View = TypeVar("View")

_CARD = (
    "id title status position seq goal_id life_area who due waits suggested_by voices is_agreement counts_as_agreed"
    " carried_by done_on in_room shared_with mine may"
)
# By the name of the view. Left out on purpose: when and where a meeting is and what stands on its agenda, where a goal
# leads (a club, a workplace, a school), how a step is done (which door, which bus), what somebody is to the citizen
# (»mentor på …«), when the consultant is at their desk.
PASSES: dict[str, frozenset[str]] = {
    name: frozenset(told.split())
    for name, told in {
        "AreaOverTime": "id standard name months",
        "AreaView": "id standard name",
        "AskedView": "words low high",
        "ByDay": "day cards",
        "ByPerson": "face cards",
        "Card": _CARD,
        "ChallengeView": "id words in_room",
        "Communities": "entries may_add",
        "ConsultantCard": "face phone",
        "DoneStep": "card saw is_proud",
        "EntryView": "number kind at by step_id goal_id strength_id member_id meeting_id facts",
        "Face": "member_id name initials role is_me",
        "Found": "asked hits more",
        "GestureView": "what face step_id title",
        "GoalChange": "id title life_area became",
        "GoalSheet": "goal part_of milestones cards not_shared_with shares above below_next is_last",
        "GoalView": "id title life_area state reached_on part_of position seq in_room shared_with may",
        "Guest": "face answer",
        "Hit": "kind id about face at title pieces",
        "ItemView": "id stage minutes state",
        "LifeGoalView": "words since in_room",
        "LineView": "key is_goal words low high asks_words by points",
        "MeasuredView": "code name about lines",
        "MeetingView": "id kind state pen starter agenda guests lit answer may",
        "MeetingWordView": "face words entered_by",
        "Meetings": "open ahead past may_plan",
        "Minutes": "meeting_id kind there invited agreements not_agreed open_ends done goals strengths words"
        " next_meeting my_words may",
        "MonthView": "month steps score",
        "NewsItem": "kind by at title step_id to",
        "NextMeeting": "id kind",
        "Offer": "id plan_id whose role asks steps goals until",
        "Offers": "",
        "PointView": "day score wanted words asked",
        "Progress": "areas entries has_older may_add",
        "ProgressEntryView": "id words standard area score day by seq may",
        "Ratings": "mine shown",
        "RatingView": "meeting_id heard mattered way overall is_shown",
        "RemarkView": "id face words at audience may_remove is_seen",
        "Removed": "kind id title until",
        "SinceLast": "done kept broken proud_entry",
        "StepSheet": "card goal remarks goals faces not_shared_with shares suggested_by suggested_on"
        " above below_next is_last",
        "StrengthView": "id words suggested_by status in_room",
        "Strengths": "accepted suggested may_answer may_suggest",
        "Today": "whose me consultant next_step waiting done_lately strengths_waiting news",
        "VoiceView": "face answer entered_by",
        "Who": "whose by_person by_day no_one no_day",
        "WallMeeting": "stage place of principle lit proud here saw noted since",
    }.items()
}
_WITH_ITS_HOUR = {("Removed", "until")}  # a quarter of an hour from what the reader did themself


def is_kept_from(seat: Seat) -> bool:
    """Does this seat read a protected plan with less in sight?"""
    return seat.protected and not seat.is_broad


def for_seat(seat: Seat, view: View) -> View:
    """What this seat may have of a view, a dataclass of backend.plans.reads."""
    return for_others(view) if is_kept_from(seat) else view


def for_others(view: View) -> View:
    """What anybody but citizen and consultant may have of it, while the address is protected."""
    name = type(view).__name__
    told: dict[str, Any] = {field.name: getattr(view, field.name) for field in fields(view)}  # type: ignore[arg-type]
    passes = PASSES.get(name, frozenset())
    kept = {one: _without_hour(name, one, text) if one in passes else _nothing(text) for one, text in told.items()}
    return replace(view, **kept)  # type: ignore[type-var]


def _without_hour(name: str, field: str, told: Any) -> Any:
    is_moment = isinstance(told, datetime) and (name, field) not in _WITH_ITS_HOUR
    return clock.day_of(told) if is_moment else told


def _nothing(told: Any) -> Any:
    """As empty as a thing of its kind can be."""
    return type(told)() if isinstance(told, str | int | tuple | frozenset | dict) else None
