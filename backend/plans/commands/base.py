"""What every command is, and what a rule is handed when it runs under the lock."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Protocol, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.plans import access
from backend.plans.access import Seat
from backend.plans.audience import US, Audience
from backend.plans.models import Goal, Member, Plan, Step
from backend.plans.powers import goal_powers, step_powers
from backend.plans.sight import may_know

UNDO = timedelta(minutes=15)
GAP = 1 << 20  # between neighbours in order, so that twenty cards fit between any two before all are laid out anew

Thing = TypeVar("Thing", bound=models.Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What a rule did: its subjects and facts (ids and statuses, never words), and who is told.

    Told are citizen, consultant, the one who did it, `also`, and, unless `only`, those who could see the subject
    before or after. `is_seen_as_before`: the same people, so that they need not be sought again. `new_policy`:
    somebody may now see more or less than before.
    """

    step_id: UUID | None = None
    goal_id: UUID | None = None
    strength_id: UUID | None = None
    member_id: UUID | None = None
    meeting_id: UUID | None = None
    message_id: UUID | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    also: Audience = US
    only: bool = False
    is_seen_as_before: bool = False
    new_policy: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """The seat, the locked plan and the one moment of a change. `said_at`: the device's testimony, never order."""

    seat: Seat
    plan: Plan
    now: datetime
    said_at: datetime | None = None

    @property
    def me(self) -> UUID:
        """The member who makes the change; the wall makes none."""
        assert self.seat.member_id is not None
        return self.seat.member_id

    @property
    def today(self) -> date:
        return clock.day_of(self.now)

    def step(self, step_id: UUID, power: str) -> Step:
        """A step this seat sees and has the power over. Raises NotHere or Refused."""
        step = access.one_step(self.seat, step_id)
        if step is None:
            raise NotHere
        allow(power in step_powers(self.seat, step))
        step.seq = self.plan.head_seq
        return step

    def goal(self, goal_id: UUID, power: str) -> Goal:
        """A goal this seat sees and has the power over. Raises NotHere or Refused."""
        goal = access.goals_for(self.seat).filter(pk=goal_id).first()
        if goal is None:
            raise NotHere
        allow(power in goal_powers(self.seat, goal))
        goal.seq = self.plan.head_seq
        return goal

    def member(self, member_id: UUID) -> Member:
        """Somebody at the table whom this seat may know. Raises NotHere."""
        member = Member.objects.filter(plan=self.plan, pk=member_id, ended_at=None).first()
        if member is None or not may_know(self.seat, member_id=member.pk, role=member.role, is_known=member.is_known):
            raise NotHere
        return member

    def by_citizen(self, **words: str) -> list[str]:
        """Which of these fields are now the citizen's own words: those the citizen wrote something in."""
        return sorted(field for field, text in words.items() if text) if self.seat.role == "citizen" else []


class Command(Protocol):
    """An order to the plan. `kind` names it, `told` its entry, `power` what a role needs beside its subject's."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    kind: ClassVar[str]
    told: ClassVar[str]
    power: ClassVar[str]

    def carry_out(self, change: Change) -> Happened: ...


def allow(is_allowed: bool) -> None:
    """Refuse kindly what this seat may see but not do."""
    if not is_allowed:
        raise Refused(_("Det kan du ikke gøre her."), code="not_allowed")


def check_new(model: type[models.Model], thing_id: UUID) -> None:
    """Refuse an id that is taken, whoever has it."""
    if model._default_manager.filter(pk=thing_id).exists():
        raise Refused(_("Det er allerede skrevet ned."), code="already_there")


def removed(rows: models.QuerySet[Thing], change: Change, thing_id: UUID) -> Thing:
    """One of these, removed less than 15 minutes ago. Raises NotHere, or Refused when it is too late."""
    thing = rows.filter(pk=thing_id, removed_at__isnull=False).first()
    if thing is None:
        raise NotHere
    if thing.removed_at + UNDO < change.now:  # type: ignore[attr-defined]
        raise Refused(_("Det er for sent at fortryde. Det er slettet nu."), code="too_late")
    return thing


def last_place(rows: models.QuerySet[Any]) -> int:
    """A position after all of these."""
    return (rows.aggregate(end=Max("position"))["end"] or 0) + GAP


def place_before(rows: models.QuerySet[Any], before: int) -> int | None:
    """A free position just before `before` among these rows; None when there is no room left between."""
    previous = rows.filter(position__lt=before).aggregate(end=Max("position"))["end"]
    if previous is None:
        return before - GAP
    return (previous + before) // 2 if before - previous > 1 else None


def check_same_text(present: str, was: str, *, yours: str, field: str) -> None:
    """Refuse to overwrite a text that somebody changed meanwhile: the later writer gets both."""
    was = was.replace("\r\n", "\n").replace("\r", "\n").strip()
    if present not in (was, yours):
        raise Refused(
            _("En anden har ændret teksten imens. Se begge, og vælg."),
            code="conflict",
            extra={"theirs": present, "yours": yours, "field": field},
        )
