"""The minutes of a meeting: what happened between its first number and its last, in the words that stand now.

Nothing is written for them. What somebody reads is what their place lets them read today: citizen and consultant all
of it; whoever else was asked, the cards and strengths that are shared with them, and nothing of what the room alone
saw. What has changed since says so, and what was removed is gone from here, too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import access, protection
from backend.plans.access import Seat
from backend.plans.forget import FORGOTTEN
from backend.plans.journal import EntryView, entries_between
from backend.plans.models import Entry, LifeGoal, Meeting, OwnView
from backend.plans.models.meeting import end_of, is_over
from backend.plans.powers import PLAN_POWERS
from backend.plans.reads.card import Card, Shared, cards_of
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.meeting import meetings_for
from backend.plans.reads.minutes_around import (
    AgendaPoint,
    NextMeeting,
    Proudest,
    agenda_of,
    hard_in,
    next_after,
    proudest_of,
    who_was_there,
)
from backend.plans.reads.strengths import StrengthView, read_strengths
from backend.plans.reads.take_home import MeetingWordView, read_words

_OF_AN_AGREEMENT = {
    "step_added", "step_assigned", "step_due_set", "step_taken", "step_given_back", "step_moved", "voice_given",
    "step_restored", "step_noted",
}  # fmt: skip
_OF_A_GOAL = {
    "goal_added": "added",
    "goal_reworded": "reworded",
    "goal_area_set": "area_set",
    "goal_reached": "reached",
    "goal_reopened": "reopened",
}
_MAY = ("approve_minutes", "say_own_view", "rate_meeting", "show_rating")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A card that something happened to in the meeting. `is_new`: it was made there."""

    card: Card
    is_new: bool
    is_changed_since: bool


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal, and what became of it: added, reworded, area_set, reached, reopened."""

    id: UUID
    title: str
    life_area: str
    became: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LifeGoalChange:
    """The life goal before and after; `was` is empty when it was the first."""

    was: str
    words: str


@dataclass(frozen=True, slots=True)
class ViewOfOne:
    """What one of us says of the meeting beside the minutes."""

    face: Face
    words: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """One reader's minutes of one meeting that is over.

    `agreements` have the citizen's yes, those `not_agreed` do not. `open_ends` were spoken of and lack a person or a
    day. `is_something_gone`: something that happened in the meeting
    was removed. `my_words`: this reader's own view, to write on. `may`: what this reader may say here.
    """

    meeting_id: UUID
    kind: str
    purpose: str
    place: str
    began: datetime | None
    ended: datetime | None
    there: tuple[Face, ...]
    invited: tuple[Face, ...]
    agenda: tuple[AgendaPoint, ...]
    agreements: tuple[Spoken, ...]
    not_agreed: tuple[Spoken, ...]
    open_ends: tuple[Spoken, ...]
    done: tuple[Spoken, ...]
    life_goal: LifeGoalChange | None
    proud: Proudest | None
    goals: tuple[GoalChange, ...]
    strengths: tuple[StrengthView, ...]
    hard: tuple[str, ...]
    words: tuple[MeetingWordView, ...]
    next_meeting: NextMeeting | None
    is_something_gone: bool
    approved_at: datetime | None
    views: tuple[ViewOfOne, ...]
    my_words: str
    may: frozenset[str]

    @property
    def is_quiet(self) -> bool:
        """Is there nothing to tell this reader?"""
        told = (
            self.agreements,
            self.not_agreed,
            self.open_ends,
            self.done,
            self.goals,
            self.strengths,
            self.hard,
            self.words,
        )
        return not any(told) and self.life_goal is None and self.proud is None


def read_minutes(seat: Seat, meeting_id: UUID) -> Minutes:
    """For citizen, consultant and those who were asked. Raises NotHere for others, and until the meeting is over."""
    meeting = _that_is_over(seat, meeting_id)
    table, entries = read_table(seat), _entries(seat, meeting)
    spoken = _spoken(seat, entries, table)
    to_do = [one for one in spoken if not _is_done(one, entries)]
    there, invited = who_was_there(meeting, table, {entry.by for entry in entries})
    views = {view.member_id: view for view in OwnView.objects.filter(meeting=meeting)} if seat.is_broad else {}
    mine = views.get(seat.member_id) if seat.member_id else None
    goals, strengths = _goals(seat, entries), _strengths(seat, entries, table)
    minutes = Minutes(
        meeting_id=meeting.pk,
        kind=meeting.kind.name,
        purpose=meeting.purpose,
        place=meeting.place if seat.is_broad else "",
        began=meeting.started_at,
        ended=end_of(meeting),
        there=there,
        invited=invited,
        agenda=agenda_of(meeting, entries, table) if seat.is_broad else (),
        agreements=tuple(one for one in to_do if one.card.counts_as_agreed),
        not_agreed=tuple(one for one in to_do if one.card.is_agreement and not one.card.counts_as_agreed),
        open_ends=tuple(one for one in to_do if not one.card.is_agreement),
        done=tuple(one for one in spoken if _is_done(one, entries)),
        life_goal=_life_goal(seat, meeting),
        proud=proudest_of(seat, meeting, table),
        goals=goals,
        strengths=strengths,
        hard=hard_in(seat, meeting),
        words=read_words(seat, meeting.pk, table),
        next_meeting=next_after(seat, meeting),
        is_something_gone=seat.is_broad and _is_something_gone(entries, spoken, goals),
        approved_at=next((view.approved_at for view in views.values() if view.approved_at), None),
        views=tuple(_views(views, table)),
        my_words=mine.words if mine else "",
        may=frozenset() if seat.is_borrowed else PLAN_POWERS[seat.role] & frozenset(_MAY),
    )
    return protection.for_seat(seat, minutes)


def _that_is_over(seat: Seat, meeting_id: UUID) -> Meeting:
    meeting = meetings_for(seat).filter(pk=meeting_id).first()
    if meeting is None or not is_over(meeting, at=clock.now()):
        raise NotHere
    return meeting


def _entries(seat: Seat, meeting: Meeting) -> list[EntryView]:
    """What this reader was told from beginning to end; a meeting that nobody ended has no last entry of its own."""
    of_plan = Entry.objects.filter(plan_id=seat.plan_id)
    numbers = dict(of_plan.filter(meeting_id=meeting.pk).values_list("kind", "seq"))
    first, last = numbers.get("meeting_started"), numbers.get("meeting_ended")
    if first is None:
        return []
    if last is None:
        until = of_plan.filter(seq__gte=first, at__lte=end_of(meeting)).order_by("-seq").values_list("seq", flat=True)
        last = until.first() or first
    return entries_between(seat, first, last)


def _spoken(seat: Seat, entries: list[EntryView], table: Table) -> list[Spoken]:
    """The cards of this meeting that the reader sees now, in the board's order."""
    ids = {e.step_id for e in entries if e.kind in _OF_AN_AGREEMENT and e.step_id}
    new = {e.step_id for e in entries if e.kind in ("step_added", "step_noted")}
    last = entries[-1].number if entries else 0
    steps = access.steps_for(seat).filter(pk__in=ids)
    cards = cards_of(seat, steps, table=table, shared=Shared({}, {}), areas={})
    return [Spoken(card, card.id in new, card.seq > last) for card in cards]


def _is_done(one: Spoken, entries: Iterable[EntryView]) -> bool:
    done_there = {e.step_id for e in entries if e.kind == "step_moved" and e.facts.get("to") == "done"}
    return one.card.status == "done" and one.card.id in done_there


def _goals(seat: Seat, entries: Iterable[EntryView]) -> tuple[GoalChange, ...]:
    became: dict[UUID, dict[str, None]] = {}
    for entry in entries:
        if entry.goal_id and entry.kind in _OF_A_GOAL:
            became.setdefault(entry.goal_id, {})[_OF_A_GOAL[entry.kind]] = None
    goals = access.goals_for(seat).filter(pk__in=became)
    changes = (GoalChange(goal.pk, goal.title, goal.life_area, tuple(became[goal.pk])) for goal in goals)
    return tuple(protection.for_seat(seat, change) for change in changes)


def _strengths(seat: Seat, entries: Iterable[EntryView], table: Table) -> tuple[StrengthView, ...]:
    """Those that the citizen said yes to here, their own words with them."""
    heard = {e.strength_id for e in entries if e.kind in ("strength_accepted", "strength_suggested")}
    return tuple(one for one in read_strengths(seat, table).accepted if one.id in heard)


def _life_goal(seat: Seat, meeting: Meeting) -> LifeGoalChange | None:
    """From what to what: every version is kept. For citizen and consultant."""
    if not seat.is_broad or meeting.started_at is None:
        return None
    versions = list(LifeGoal.objects.filter(plan_id=seat.plan_id, at__lte=end_of(meeting)).values_list("at", "words"))
    after = [words for at, words in versions if at >= meeting.started_at]
    before = [words for at, words in versions if at < meeting.started_at]
    return LifeGoalChange(before[0] if before else "", after[0]) if after else None


def _is_something_gone(entries: Iterable[EntryView], spoken: list[Spoken], goals: Iterable[GoalChange]) -> bool:
    there = {one.card.id for one in spoken} | {goal.id for goal in goals}
    named = {e.step_id for e in entries if e.kind in _OF_AN_AGREEMENT}
    named |= {e.goal_id for e in entries if e.kind in _OF_A_GOAL}
    return bool(named - there - {None}) or any(e.kind == FORGOTTEN for e in entries)


def _views(views: Mapping[UUID, OwnView], table: Table) -> Iterable[ViewOfOne]:
    """The citizen's first, then each consultant's."""
    told = [(table.of(member_id), view.words) for member_id, view in views.items() if view.words]
    faces = sorted(((face, words) for face, words in told if face), key=lambda one: one[0].role != "citizen")
    yield from (ViewOfOne(face, words) for face, words in faces)
