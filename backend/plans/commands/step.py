"""Steps: written down, reworded, removed and brought back."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal
from uuid import UUID

from backend.plans.access import removed_steps_for
from backend.plans.commands import texts
from backend.plans.commands.agreement import check_day, leave_promise, share_with_responsible, speak
from backend.plans.commands.base import Change, Happened, allow, check_new, check_same_text, last_place, removed
from backend.plans.commands.message import quote_step
from backend.plans.commands.shares import grant
from backend.plans.models import Step
from backend.plans.powers import step_powers

_LONGEST = {"title": texts.TITLE, "words": texts.LONG, "how": texts.SHORT, "learned": texts.SHORT}
_PRIVATE = {"words", "learned"}  # citizen and consultant only


@dataclass(frozen=True, slots=True, kw_only=True)
class AddStep:
    """Write a step down as a wish. From anybody but the citizen it is a suggestion that waits for the citizen's yes.

    `message_id`: the message that it is made of, which from then on quotes it.
    """

    kind: ClassVar[str] = "add_step"
    told: ClassVar[str] = "step_added"
    power: ClassVar[str] = "add_step"

    step_id: UUID
    title: texts.Title
    goal_id: UUID | None = None
    words: texts.Long = ""
    how: texts.Short = ""
    due: date | None = None
    responsible: UUID | None = None
    message_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        shared = self.write_down(change, in_room=False)
        if self.message_id:
            quote_step(change, self.message_id, self.step_id)
        return Happened(step_id=self.step_id, goal_id=self.goal_id, message_id=self.message_id, new_policy=shared)

    def write_down(self, change: Change, *, in_room: bool) -> bool:
        """The step as a row. True when it was shared now."""
        check_new(Step, self.step_id)
        mine = change.seat.role == "citizen"
        allow(mine or not self.words.strip())
        allow(change.seat.is_broad or not (self.goal_id or self.responsible or self.due))
        step = self._step(change, mine)
        step.in_room = in_room
        if self.responsible:
            step.responsible = change.member(self.responsible)
        step.save(force_insert=True)
        shared = self._share(change, step)
        if step.is_agreement:
            speak(change, step)
            step.save(update_fields=["voices"])
        return shared

    def _step(self, change: Change, mine: bool) -> Step:
        words = {
            "title": texts.needed(self.title, longest=texts.TITLE),
            "words": texts.cleaned(self.words, longest=texts.LONG),
            "how": texts.cleaned(self.how, longest=texts.SHORT),
        }
        return Step(
            pk=self.step_id,
            plan=change.plan,
            goal=change.goal(self.goal_id, "reach_goal") if self.goal_id else None,
            **words,
            due=check_day(change, self.due),
            by_citizen=change.by_citizen(**words),
            position=last_place(Step.objects.filter(plan=change.plan)),
            suggested_by_id=change.me,
            suggested_at=change.now,
            accepted_at=change.now if mine else None,
            seq=change.plan.head_seq,
        )

    def _share(self, change: Change, step: Step) -> bool:
        """Whoever suggests a step sees it, and whoever the citizen makes responsible. True when it was shared now."""
        if not change.seat.is_broad:
            grant(change, change.me, step=step)
            return True
        return share_with_responsible(change, step)


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordStep:
    """Change one text of a step. `was` is the text as it stood when the person started to write."""

    kind: ClassVar[str] = "reword_step"
    told: ClassVar[str] = "step_reworded"
    power: ClassVar[str] = ""

    step_id: UUID
    field: Literal["title", "words", "how", "learned"]
    text: texts.Long
    was: texts.Long

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, f"reword_{self.field}")
        clean = texts.needed if self.field == "title" else texts.cleaned
        text = clean(self.text, longest=_LONGEST[self.field], one_line=self.field == "title")
        check_same_text(getattr(step, self.field), self.was, yours=text, field=self.field)
        is_changed = text != getattr(step, self.field)
        setattr(step, self.field, text)
        step.by_citizen = sorted({*step.by_citizen} - {self.field} | {*change.by_citizen(**{self.field: text})})
        is_asked_anew = is_changed and self.field in ("title", "how") and step.is_agreement
        is_shared = is_asked_anew and speak(change, step)
        step.save(update_fields=[self.field, "by_citizen", "voices", "seq"])
        facts, is_private = {"field": self.field}, self.field in _PRIVATE
        return Happened(step_id=step.pk, facts=facts, only=is_private, new_policy=is_shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveStep:
    """Remove a step. Can be undone for 15 minutes, then it is gone."""

    kind: ClassVar[str] = "remove_step"
    told: ClassVar[str] = "step_removed"
    power: ClassVar[str] = ""

    step_id: UUID

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        step.removed_at = change.now
        step.save(update_fields=["removed_at", "seq"])
        return Happened(step_id=step.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreStep:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_step"
    told: ClassVar[str] = "step_restored"
    power: ClassVar[str] = "add_step"

    step_id: UUID

    def carry_out(self, change: Change) -> Happened:
        step = removed(removed_steps_for(change.seat), change, self.step_id)
        allow(self.kind in step_powers(change.seat, step))
        step.removed_at, step.seq = None, change.plan.head_seq
        step.save(update_fields=["removed_at", "seq"])
        leave_promise(step)
        return Happened(step_id=step.pk)
