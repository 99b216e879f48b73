"""Outcomes: a job of however few hours, an education, something else. Both write them; ended is said by a day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from annotated_types import Interval
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new, removed
from backend.plans.models import Outcome

OutcomeKind = Literal[
    "ordinary_hours", "small_job", "placement", "wage_subsidy", "flex_job", "education", "resource_course", "pension",
    "moved", "other",
]  # fmt: skip
Hours = Annotated[Decimal, Interval(gt=0, le=80)]  # a week
EARLIEST, AHEAD, LONGEST = timedelta(days=20 * 366), timedelta(days=2 * 366), timedelta(days=20 * 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOutcome:
    """It begins, or began, on a day. A placement says what is agreed to follow; something else, what it is."""

    kind: ClassVar[str] = "add_outcome"
    told: ClassVar[str] = "outcome_added"
    power: ClassVar[str] = "add_outcome"

    outcome_id: UUID
    outcome: OutcomeKind
    began: date
    until: date | None = None
    hours: Hours | None = None
    words: texts.Line = ""
    follows: texts.Line = ""

    def carry_out(self, change: Change) -> Happened:
        check_new(Outcome, self.outcome_id)
        return _say(change, Outcome(pk=self.outcome_id, plan=change.plan, kind=self.outcome), self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOutcome:
    """As it is after all, or the day on which it ends. `read`: its number when it was read, lest another's be lost."""

    kind: ClassVar[str] = "change_outcome"
    told: ClassVar[str] = "outcome_changed"
    power: ClassVar[str] = "add_outcome"

    outcome_id: UUID
    read: int
    began: date
    until: date | None = None
    hours: Hours | None = None
    words: texts.Line = ""
    follows: texts.Line = ""

    def carry_out(self, change: Change) -> Happened:
        outcome = _there(change, self.outcome_id)
        if outcome.seq != self.read and outcome.by_id != change.me:
            raise Refused(_("En anden har ændret det imens. Se, hvad der står nu, og ret det igen."), code="changed")
        return _say(change, outcome, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOutcome:
    """It was written by mistake. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "remove_outcome"
    told: ClassVar[str] = "outcome_removed"
    power: ClassVar[str] = "add_outcome"

    outcome_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _turn(change, _there(change, self.outcome_id), removed_at=change.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreOutcome:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_outcome"
    told: ClassVar[str] = "outcome_restored"
    power: ClassVar[str] = "add_outcome"

    outcome_id: UUID

    def carry_out(self, change: Change) -> Happened:
        gone = removed(Outcome.objects.filter(plan=change.plan), change, self.outcome_id)
        return _turn(change, gone, removed_at=None)


def _there(change: Change, outcome_id: UUID) -> Outcome:
    found = Outcome.objects.filter(plan=change.plan, pk=outcome_id, removed_at=None).first()
    if found is None:
        raise NotHere
    return found


def _say(change: Change, outcome: Outcome, said: Any) -> Happened:
    for name in ("words", "follows"):
        setattr(outcome, name, texts.cleaned(getattr(said, name), longest=texts.LINE, one_line=True))
    outcome.began, outcome.until, outcome.hours = said.began, said.until, said.hours
    _check_days(change, outcome)
    if outcome.hours is not None and outcome.hours != round(outcome.hours, 1):
        raise Refused(_("Skriv timerne med højst ét tal efter kommaet, som 12,5."), code="bad_hours")
    if outcome.kind == Outcome.Kind.OTHER and not outcome.words:
        raise Refused(_("Skriv med et par ord, hvad det er."), code="empty")
    if outcome.kind == Outcome.Kind.PLACEMENT and not outcome.follows:
        raise Refused(_("Skriv, hvad der er aftalt bagefter. En praktik skal føre videre."), code="no_follows")
    return _turn(change, outcome, removed_at=None)


def _check_days(change: Change, outcome: Outcome) -> None:
    if outcome.until is not None and outcome.until < outcome.began:
        raise Refused(_("Den sidste dag er før den første. Ret en af dem."), code="bad_day")
    is_far = not change.today - EARLIEST <= outcome.began <= change.today + AHEAD
    if is_far or (outcome.until is not None and outcome.until > change.today + LONGEST):
        raise Refused(_("Se på årstallet. Det er langt fra i dag."), code="bad_day")


def _turn(change: Change, outcome: Outcome, *, removed_at: datetime | None) -> Happened:
    outcome.removed_at = removed_at
    outcome.by_id, outcome.at, outcome.seq = change.me, change.now, change.plan.head_seq
    outcome.save()
    return Happened(only=True, facts={"outcome": str(outcome.pk)})
