"""What the citizen lets others see: one person at a time, and the room's wall."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Literal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.access import BROAD
from backend.plans.audience import US, Audience, of_members, of_room
from backend.plans.commands.agreement import leave_promise
from backend.plans.commands.base import Change, Happened
from backend.plans.commands.challenge import choose_for_room, present_challenge, told_of
from backend.plans.commands.place import check_coming
from backend.plans.commands.progress import facts_of_entry, present_entry
from backend.plans.commands.shares import grant
from backend.plans.commands.strength import present_strength
from backend.plans.models import Share
from backend.plans.models.share import still_counts

InRoom = Literal["life_goal", "goal", "step", "strength", "challenge", "progress_entry"]


def share_with(change: Change, member_id: UUID, until: date | None, **thing: Any) -> None:
    """Begins a share with a supporter or professional. Raises NotHere or Refused."""
    member = change.member(member_id)
    if member.role in BROAD:
        raise Refused(_("Din konsulent kan allerede se hele planen."), code="sees_all")
    grant(change, member.pk, until=check_coming(change, until), **thing)


def unshare_from(change: Change, member_id: UUID, **thing: Any) -> None:
    """Ends a share; what was never shared is refused, so that nobody hears of what they never saw."""
    change.member(member_id)
    shares = Share.objects.filter(still_counts(change.today), member_id=member_id, ended_at=None, **thing)
    if not shares.update(ended_at=change.now):
        raise Refused(_("Det er ikke delt for sig selv. Måske er det målet, der er delt."), code="not_shared")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareStep:
    """Let one person at the table see a step, until they no longer may or to the end of a day."""

    kind: ClassVar[str] = "share_step"
    told: ClassVar[str] = "step_shared"
    power: ClassVar[str] = ""

    step_id: UUID
    member_id: UUID
    until: date | None = None

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        step.save(update_fields=["seq"])
        share_with(change, self.member_id, self.until, step=step)
        return told_of_share(self.member_id, step_id=step.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnshareStep:
    """No longer let one person see a step. What was seen cannot be taken back."""

    kind: ClassVar[str] = "unshare_step"
    told: ClassVar[str] = "step_unshared"
    power: ClassVar[str] = ""

    step_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        step.save(update_fields=["seq"])
        unshare_from(change, self.member_id, step=step)
        return told_of_share(self.member_id, step_id=step.pk, also=leave_promise(step))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareGoal:
    """Let one person at the table see a goal and every step that hangs on it, for good or to the end of a day."""

    kind: ClassVar[str] = "share_goal"
    told: ClassVar[str] = "goal_shared"
    power: ClassVar[str] = ""

    goal_id: UUID
    member_id: UUID
    until: date | None = None

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, self.kind)
        goal.save(update_fields=["seq"])
        share_with(change, self.member_id, self.until, goal=goal)
        return told_of_share(self.member_id, goal_id=goal.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnshareGoal:
    """No longer let one person see a goal and its steps."""

    kind: ClassVar[str] = "unshare_goal"
    told: ClassVar[str] = "goal_unshared"
    power: ClassVar[str] = ""

    goal_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, self.kind)
        goal.save(update_fields=["seq"])
        unshare_from(change, self.member_id, goal=goal)
        noticed = US
        for step in goal.steps.filter(removed_at=None, responsible=self.member_id).select_related("responsible"):
            noticed |= leave_promise(step)
        return told_of_share(self.member_id, goal_id=goal.pk, also=noticed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareStrength:
    """Let one person at the table see a strength that stands, for good or to the end of a day."""

    kind: ClassVar[str] = "share_strength"
    told: ClassVar[str] = "strength_shared"
    power: ClassVar[str] = "share_strength"

    strength_id: UUID
    member_id: UUID
    until: date | None = None

    def carry_out(self, change: Change) -> Happened:
        strength = present_strength(change, self.strength_id)
        if strength.status != "accepted":
            raise Refused(_("Sig ja til det først. Så kan du dele det."), code="not_accepted")
        share_with(change, self.member_id, self.until, strength=strength)
        return told_of_share(self.member_id, strength_id=strength.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnshareStrength:
    """No longer let one person see a strength."""

    kind: ClassVar[str] = "unshare_strength"
    told: ClassVar[str] = "strength_unshared"
    power: ClassVar[str] = "unshare_strength"

    strength_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        strength = present_strength(change, self.strength_id)
        unshare_from(change, self.member_id, strength=strength)
        return told_of_share(self.member_id, strength_id=strength.pk)


def told_of_share(member_id: UUID, *, also: Audience = US, **subject: Any) -> Happened:
    """Only the one it concerns is told, and `also` those who see a promise fall away; never the others at the table."""
    return Happened(**subject, member_id=member_id, only=True, also=of_members([member_id]) | also, new_policy=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowInRoom:
    """Let the room see the life goal, a goal, a step, a strength, a small step or, in a meeting, what is hard."""

    kind: ClassVar[str] = "show_in_room"
    told: ClassVar[str] = "shown_in_room"
    power: ClassVar[str] = "show_in_room"

    subject: InRoom
    subject_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        return _let_room_see(change, self.subject, self.subject_id, shown=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class HideFromRoom:
    """Take something out of the room's sight at once."""

    kind: ClassVar[str] = "hide_from_room"
    told: ClassVar[str] = "hidden_from_room"
    power: ClassVar[str] = "hide_from_room"

    subject: InRoom
    subject_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        return _let_room_see(change, self.subject, self.subject_id, shown=False)


def _let_room_see(change: Change, subject: str, subject_id: UUID | None, *, shown: bool) -> Happened:
    """Wall and open meeting hear of what they see or saw, never of what they did not."""
    if subject == "life_goal":
        was_shown, change.plan.life_goal_in_room = change.plan.life_goal_in_room, shown
        change.plan.save(update_fields=["life_goal_in_room"])
        return _in_room(change, was_shown or shown, subject)
    if subject_id is None:
        raise Refused(_("Vælg, hvad rummet må se."), code="empty")
    if subject == "strength":
        return _strength_in_room(change, subject_id, shown=shown)
    if subject == "challenge":
        return _challenge_in_room(change, subject_id, shown=shown)
    if subject == "progress_entry":
        return _entry_in_room(change, subject_id, shown=shown)
    thing: Any = (change.goal if subject == "goal" else change.step)(subject_id, "show_in_room")
    was_shown, thing.in_room = thing.in_room, shown
    thing.save(update_fields=["in_room", "seq"])
    return _in_room(change, was_shown or shown, subject, **{f"{subject}_id": thing.pk})


def _strength_in_room(change: Change, strength_id: UUID, *, shown: bool) -> Happened:
    strength = present_strength(change, strength_id)
    if strength.status != "accepted":
        raise Refused(_("Sig ja til det først. Så kan du dele det."), code="not_accepted")
    was_shown, strength.in_room = strength.in_room, shown
    strength.save(update_fields=["in_room"])
    return _in_room(change, was_shown or shown, "strength", strength_id=strength.pk)


def _entry_in_room(change: Change, entry_id: UUID, *, shown: bool) -> Happened:
    entry = present_entry(change, entry_id)
    was_shown, entry.in_room = entry.in_room, shown
    entry.save(update_fields=["in_room", "seq"])
    told = _in_room(change, was_shown or shown, "progress_entry")
    return replace(told, facts={**told.facts, **facts_of_entry(change, entry)})


def _challenge_in_room(change: Change, challenge_id: UUID, *, shown: bool) -> Happened:
    challenge = present_challenge(change, challenge_id)
    was_shown, challenge.in_room = challenge.in_room, False
    if shown:
        choose_for_room(change, challenge)
    challenge.save(update_fields=["meeting", "in_room"])
    return replace(told_of(change, challenge, was_in_room=was_shown), facts={"subject": "challenge"})


def _in_room(change: Change, is_noticed: bool, subject: str, **thing: Any) -> Happened:
    heard = of_room(change.plan.pk) if is_noticed else US
    return Happened(**thing, facts={"subject": subject}, only=True, also=heard, new_policy=True)
