"""The course of a plan: it comes to a phase from a day. Both citizen and consultant say so (decision 0149)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import Refused
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened
from backend.plans.models import Phase, Plan

PhaseKind = Literal["getting_to_know", "under_way", "begun", "aftercare", "closed"]
FIRST = Phase.Kind.GETTING_TO_KNOW.value


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCourse:
    """From `began` the plan is in this phase, and why. Said of the phase it is in: that this began on another day.

    A phase from the very day of the running one takes its place; back to the one before, that one goes on.
    """

    kind: ClassVar[str] = "move_course"
    told: ClassVar[str] = "course_moved"
    power: ClassVar[str] = "move_course"

    phase: PhaseKind
    began: date
    words: texts.Line = ""

    def carry_out(self, change: Change) -> Happened:
        words = texts.cleaned(self.words, longest=texts.LINE, one_line=True)
        rows = list(Phase.objects.filter(plan=change.plan))
        running = rows[-1] if rows else None
        is_other_day = (running.kind if running else FIRST) == self.phase
        _check_day(change, self.began, _earliest(change.plan, rows, is_other_day=is_other_day))
        if is_other_day and running is None:
            raise Refused(_("Forløbet er der allerede. Vælg en anden fase."), code="same_phase")
        if running is None or not (is_other_day or running.began == self.began):
            running = Phase(plan=change.plan)
        else:
            rows.remove(running)
        _say(change, running, kind=self.phase, began=self.began, words=words, before=rows[-1] if rows else None)
        return Happened(only=True, facts={"phase": self.phase, "began": self.began.isoformat()})


def _check_day(change: Change, began: date, earliest: date) -> None:
    if began > change.today:
        raise Refused(_("Vælg i dag eller en dag, der er gået."), code="bad_day")
    if began < earliest:
        raise Refused(_("Vælg en dag efter den fase, der var før."), code="bad_day")


def _earliest(plan: Plan, rows: list[Phase], *, is_other_day: bool) -> date:
    """No phase begins before the plan, nor before the one it follows; the running one may be put a day after that."""
    opened = clock.day_of(plan.opened_at)
    if not is_other_day:
        return rows[-1].began if rows else opened
    return rows[-2].began + timedelta(days=1) if len(rows) > 1 else opened


def _say(change: Change, phase: Phase, *, kind: str, began: date, words: str, before: Phase | None) -> None:
    if kind == (before.kind if before else FIRST):  # as it was until then: that one goes on
        if phase.pk:
            phase.delete()
        return
    phase.kind, phase.began, phase.words = kind, began, words
    phase.by_id, phase.at, phase.seq = change.me, change.now, change.plan.head_seq
    phase.save()
