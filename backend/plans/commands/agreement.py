"""Who does it and when, and each one's voice on it. An agreement counts only when the citizen has said yes."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.access import BROAD
from backend.plans.audience import US, Audience, of_step
from backend.plans.commands.aloud import check_may_write_for
from backend.plans.commands.base import Change, Happened, allow
from backend.plans.commands.shares import grant
from backend.plans.models import Member, Share, Step
from backend.plans.models.share import still_counts
from backend.plans.open_meeting import those_at_open_meeting
from backend.plans.powers import is_mine

_FAR = timedelta(days=3660)


def check_day(change: Change, due: date | None) -> date | None:
    """A day within ten years of now. Raises Refused."""
    if due and abs(due - change.today) > _FAR:
        raise Refused(_("Vælg en dag inden for de næste ti år."), code="bad_day")
    return due


def day_before(step: Step) -> dict[str, str | None]:
    """A step's day as it stood, for the entry that changes it: so that its clock can be read afterwards."""
    return {"was": step.due.isoformat() if step.due else None}


def speak(change: Change, step: Step) -> bool:
    """A changed agreement asks everybody anew; whoever changed it agrees with their own words.

    True when the citizen's words shared it now with who is to do it.
    """
    speaker = change.seat.member_id
    has_voice = change.seat.is_broad or is_mine(change.seat, step.responsible_id)
    step.voices = {str(speaker): ["agreed", change.now.isoformat()]} if has_voice else {}
    return change.seat.role == "citizen" and step.is_agreement and share_with_responsible(change, step)


def share_with_responsible(change: Change, step: Step) -> bool:
    """Whoever is to do a step must see it; only the citizen can share it with them. True when it was shared now.

    Who sees it in the open meeting can be named at once: there the citizen's own yes shares it (decision 0104).
    """
    member = step.responsible
    if member is None or member.role in BROAD:
        return False
    goal = step.goal if step.goal and step.goal.removed_at is None else None
    shared = Share.objects.filter(still_counts(change.today), member=member, ended_at=None)
    if shared.filter(step=step).exists() or (goal and shared.filter(goal=goal).exists()):
        return False
    if change.seat.role != "citizen":
        if step.in_room and member.pk in those_at_open_meeting(change.plan.pk):
            return False
        raise Refused(
            _("%(name)s kan ikke se skridtet endnu. Det er borgeren, der deler det.")
            % {"name": member.person.first_name},
            code="not_shared",
        )
    grant(change, member.pk, step=step)
    return True


def is_refused(step: Step) -> bool:
    """Has the citizen said no to it, by themself or aloud?"""
    noes = [member for member, voice in step.voices.items() if voice[0] == "disagreed"]
    return bool(noes) and Member.objects.filter(pk__in=noes, role="citizen").exists()


def leave_promise(step: Step) -> Audience:
    """A supporter who sees a step no more has it no more to do. Gives those who see that nobody has it now."""
    member, seen_by = step.responsible, of_step(step.pk)
    if member is None or member.role in BROAD or member.pk in seen_by.members or step.status == "done":
        return US
    step.responsible, step.voices = None, {}
    step.save(update_fields=["responsible", "voices"])
    return seen_by


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignStep:
    """Say who does it; nobody when `responsible` is empty."""

    kind: ClassVar[str] = "assign_step"
    told: ClassVar[str] = "step_assigned"
    power: ClassVar[str] = ""

    step_id: UUID
    responsible: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        shared = False
        if step.responsible_id != self.responsible:
            step.responsible = change.member(self.responsible) if self.responsible else None
            shared = speak(change, step)
        shared = share_with_responsible(change, step) or shared
        step.save(update_fields=["responsible", "voices", "seq"])
        return Happened(step_id=step.pk, member_id=self.responsible, new_policy=shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDue:
    """Say when; no day when `due` is empty."""

    kind: ClassVar[str] = "set_due"
    told: ClassVar[str] = "step_due_set"
    power: ClassVar[str] = ""

    step_id: UUID
    due: date | None = None

    def carry_out(self, change: Change) -> Happened:
        step, is_shared = change.step(self.step_id, self.kind), False
        facts = day_before(step)
        if step.due != self.due:
            step.due = check_day(change, self.due)
            is_shared = speak(change, step)
        step.save(update_fields=["due", "voices", "seq"])
        return Happened(step_id=step.pk, facts=facts, is_seen_as_before=not is_shared, new_policy=is_shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveVoice:
    """Enig, uenig or ikke endnu. The citizen's own yes also accepts a suggestion, and lets who does it see it.

    `member_id`: what somebody else in the open meeting said aloud (aloud.py). For the citizen it counts for nothing
    until they have said it themself.
    """

    kind: ClassVar[str] = "give_voice"
    told: ClassVar[str] = "voice_given"
    power: ClassVar[str] = ""

    step_id: UUID
    answer: Literal["agreed", "disagreed", "not_yet"]
    member_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        if self.member_id and self.member_id != change.me:
            return self._aloud(change, self.member_id)
        step = change.step(self.step_id, self.kind)
        is_shared = False
        step.voices = {**step.voices, str(change.me): [self.answer, change.now.isoformat()]}
        if change.seat.role == "citizen" and self.answer == "agreed":
            step.accepted_at = step.accepted_at or change.now
            is_shared = share_with_responsible(change, step)
        return self._given(step, is_shared=is_shared)

    def _aloud(self, change: Change, member_id: UUID) -> Happened:
        step, member = change.step(self.step_id, "remark_on_step"), change.member(member_id)
        check_may_write_for(change, member)
        has_voice = step.is_agreement and (member.role == "citizen" or member.pk == step.responsible_id)
        allow(has_voice)
        if len(step.voices.get(str(member.pk), [])) == 2:
            raise Refused(_("Det har personen selv svaret på. Kun de kan ændre det."), code="own_words")
        step.voices = {**step.voices, str(member.pk): [self.answer, change.now.isoformat(), str(change.me)]}
        return self._given(step, is_shared=False)

    def _given(self, step: Step, *, is_shared: bool) -> Happened:
        step.save(update_fields=["voices", "accepted_at", "seq"])
        facts = {"answer": self.answer}
        return Happened(step_id=step.pk, facts=facts, is_seen_as_before=not is_shared, new_policy=is_shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class SayCarried:
    """Say who carried a finished step: alone, together or others."""

    kind: ClassVar[str] = "say_carried"
    told: ClassVar[str] = "carried_said"
    power: ClassVar[str] = ""

    step_id: UUID
    carried_by: Literal["alone", "together", "others"]

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        if step.status != "done":
            raise Refused(_("Skridtet er ikke klaret endnu."), code="not_done")
        step.carried_by = self.carried_by
        step.save(update_fields=["carried_by", "seq"])
        return Happened(step_id=step.pk, facts={"carried_by": self.carried_by})
