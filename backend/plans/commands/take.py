"""One's own hand on a step: I take it, by that day; and a supporter gives it back."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from backend.plans.commands.agreement import day_before, speak
from backend.plans.commands.base import Change, Happened
from backend.plans.commands.place import check_coming


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeStep:
    """Take on a step that nobody does yet; without a day its own stands. The citizen's own hand is their yes, too."""

    kind: ClassVar[str] = "take_step"
    told: ClassVar[str] = "step_taken"
    power: ClassVar[str] = ""

    step_id: UUID
    due: date | None = None

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        facts, step.responsible_id = day_before(step), change.me
        step.due = check_coming(change, self.due) or step.due
        speak(change, step)
        if change.seat.role == "citizen":
            step.accepted_at = step.accepted_at or change.now
        step.save(update_fields=["responsible", "due", "voices", "accepted_at", "seq"])
        return Happened(step_id=step.pk, member_id=change.me, facts=facts, is_seen_as_before=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBackStep:
    """It turned out not to be possible: the step stands without a name again."""

    kind: ClassVar[str] = "give_back_step"
    told: ClassVar[str] = "step_given_back"
    power: ClassVar[str] = ""

    step_id: UUID

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        step.responsible, step.voices = None, {}
        step.save(update_fields=["responsible", "voices", "seq"])
        return Happened(step_id=step.pk, is_seen_as_before=True)
