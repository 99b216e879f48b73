"""Outcomes: a job of however few hours, an education, something else. Both write them; ended is said by a day."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new, removed
from backend.plans.commands.spans import Hours, check_days, check_hours, check_read, present, turn
from backend.plans.models import Outcome

OutcomeKind = Literal[
    "ordinary_hours", "small_job", "placement", "wage_subsidy", "flex_job", "education", "resource_course", "pension",
    "moved", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What is said of one, whether it is new or stood there."""

    began: date
    until: date | None = None
    hours: Hours | None = None
    words: texts.Line = ""
    follows: texts.Line = ""

    def _say(self, change: Change, outcome: Outcome) -> Happened:
        outcome.words = texts.cleaned(self.words, longest=texts.LINE, one_line=True)
        outcome.follows = texts.cleaned(self.follows, longest=texts.LINE, one_line=True)
        outcome.began, outcome.until, outcome.hours = self.began, self.until, self.hours
        check_days(change, outcome.began, outcome.until)
        check_hours(outcome.hours)
        if outcome.kind == Outcome.Kind.OTHER and not outcome.words:
            raise Refused(_("Skriv med et par ord, hvad det er."), code="empty")
        if outcome.kind == Outcome.Kind.PLACEMENT and not outcome.follows:
            raise Refused(_("Skriv, hvad der er aftalt bagefter. En praktik skal føre videre."), code="no_follows")
        return turn(change, outcome, removed_at=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOutcome(_Said):
    """It begins, or began, on a day. A placement says what is agreed to follow; something else, what it is."""

    kind: ClassVar[str] = "add_outcome"
    told: ClassVar[str] = "outcome_added"
    power: ClassVar[str] = "add_outcome"

    outcome_id: UUID
    outcome: OutcomeKind

    def carry_out(self, change: Change) -> Happened:
        check_new(Outcome, self.outcome_id)
        return self._say(change, Outcome(pk=self.outcome_id, plan=change.plan, kind=self.outcome))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOutcome(_Said):
    """As it is after all, or the day on which it ends. `read`: its number when it was read, lest another's be lost."""

    kind: ClassVar[str] = "change_outcome"
    told: ClassVar[str] = "outcome_changed"
    power: ClassVar[str] = "add_outcome"

    outcome_id: UUID
    read: int

    def carry_out(self, change: Change) -> Happened:
        outcome = present(change, Outcome, self.outcome_id)
        check_read(change, outcome, self.read)
        return self._say(change, outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOutcome:
    """It was written by mistake. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "remove_outcome"
    told: ClassVar[str] = "outcome_removed"
    power: ClassVar[str] = "add_outcome"

    outcome_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return turn(change, present(change, Outcome, self.outcome_id), removed_at=change.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreOutcome:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_outcome"
    told: ClassVar[str] = "outcome_restored"
    power: ClassVar[str] = "add_outcome"

    outcome_id: UUID

    def carry_out(self, change: Change) -> Happened:
        gone = removed(Outcome.objects.filter(plan=change.plan), change, self.outcome_id)
        return turn(change, gone, removed_at=None)
