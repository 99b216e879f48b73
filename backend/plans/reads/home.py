"""What a consultant sees first in the morning: who waits and why, today's meetings, and what they promised themself."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.reading import one_reading
from backend.plans.reads.caseload import CaseloadRow, in_order, read_facts
from backend.plans.reads.elsewhere import HandedOver, ThreeMeeting, read_elsewhere
from backend.plans.reads.facts import Facts, Tier
from backend.plans.reads.follow_up import MEETINGS_OF
from backend.plans.reads.reasons import is_over

CASELOAD = 15  # citizens to a consultant: more than that, and nobody gets the time they were promised


@dataclass(frozen=True, slots=True)
class OwnPromise:
    """A step that the consultant is responsible for."""

    plan_id: int
    name: str
    initials: str
    step_id: UUID
    title: str
    due: date | None
    is_broken: bool


@dataclass(frozen=True, slots=True)
class TodaysMeeting:
    """A meeting of today."""

    plan_id: int
    name: str
    initials: str
    meeting_id: UUID
    kind: str
    starts_at: datetime
    is_open: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class Home:
    """`moved` rises with all that this consultant does: what is written twice at the same count is written once."""

    rows: tuple[CaseloadRow, ...]
    meetings: tuple[TodaysMeeting, ...]
    promises: tuple[OwnPromise, ...]
    handed_over: tuple[HandedOver, ...]
    three: tuple[ThreeMeeting, ...]
    moved: int

    @property
    def waiting(self) -> int:
        return sum(row.waits for row in self.rows)

    @property
    def broken(self) -> int:
        return sum(one.is_broken for one in self.promises)

    @property
    def too_many(self) -> bool:
        return len(self.rows) > CASELOAD

    def of_tier(self, *tiers: Tier) -> list[CaseloadRow]:
        return [row for row in self.rows if row.tier in tiers]


def read_home(person_id: int) -> Home:
    """Eight queries at most, whatever the number of citizens."""
    with one_reading():
        return _read(person_id)


def _read(person_id: int) -> Home:
    everyone, elsewhere = read_facts(person_id), read_elsewhere(person_id)
    return Home(
        rows=in_order(everyone),
        meetings=_meetings(person_id, {facts.plan_id: facts for facts in everyone}),
        promises=_promises(everyone),
        handed_over=elsewhere.handed_over,
        three=elsewhere.three,
        moved=sum(facts.my_seq for facts in everyone),
    )


def _promises(everyone: tuple[Facts, ...]) -> tuple[OwnPromise, ...]:
    """Those that are over their day first, then by day; without a day last."""
    mine = [
        OwnPromise(facts.plan_id, facts.name, facts.initials, step.pk, step.title, step.due, is_over(step))
        for facts in everyone
        for step in facts.steps
        if step.responsible_id == facts.member_id
    ]
    return tuple(sorted(mine, key=lambda one: (one.due or date.max, one.name, one.title)))


def _meetings(person_id: int, everyone: dict[int, Facts]) -> tuple[TodaysMeeting, ...]:
    if not everyone:
        return ()
    rows = MEETINGS_OF.all(person_id=person_id)
    return tuple(_meeting(row, everyone[row[0]]) for row in rows if clock.day_of(row[2]) == clock.today())


def _meeting(row: tuple[Any, ...], facts: Facts) -> TodaysMeeting:
    plan_id, _code, starts_at, started_at, meeting_id, kind, ended_at = row
    is_open = started_at is not None and ended_at is None
    return TodaysMeeting(
        plan_id, facts.name, facts.initials, meeting_id, kind, starts_at, is_open, is_over=ended_at is not None
    )
