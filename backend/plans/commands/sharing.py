"""What the citizen lets others see: one person at a time, and the room's wall."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.access import BROAD
from backend.plans.audience import Audience, of_members
from backend.plans.commands.base import Change, Happened
from backend.plans.models import Share


def _share(change: Change, member_id: UUID, **thing: Any) -> None:
    member = change.member(member_id)
    if member.role in BROAD:
        raise Refused(_("Din konsulent kan allerede se hele planen."), code="sees_all")
    Share.objects.get_or_create(plan=change.plan, member=member, ended_at=None, **thing, defaults={"at": change.now})


def _unshare(change: Change, member_id: UUID, **thing: Any) -> None:
    change.member(member_id)
    Share.objects.filter(plan=change.plan, member_id=member_id, ended_at=None, **thing).update(ended_at=change.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareStep:
    """Let one person at the table see a step."""

    kind: ClassVar[str] = "share_step"
    told: ClassVar[str] = "step_shared"
    power: ClassVar[str] = ""

    step_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        step.save(update_fields=["seq"])
        _share(change, self.member_id, step=step)
        return _shared(self.member_id, step_id=step.pk)


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
        if step.responsible_id == self.member_id:
            step.responsible, step.voices = None, {}
        step.save(update_fields=["responsible", "voices", "seq"])
        _unshare(change, self.member_id, step=step)
        return _shared(self.member_id, step_id=step.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareGoal:
    """Let one person at the table see a goal and every step that hangs on it."""

    kind: ClassVar[str] = "share_goal"
    told: ClassVar[str] = "goal_shared"
    power: ClassVar[str] = ""

    goal_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, self.kind)
        goal.save(update_fields=["seq"])
        _share(change, self.member_id, goal=goal)
        return _shared(self.member_id, goal_id=goal.pk)


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
        _unshare(change, self.member_id, goal=goal)
        return _shared(self.member_id, goal_id=goal.pk)


def _shared(member_id: UUID, **subject: Any) -> Happened:
    """Only the one it concerns is told, never the others at the table."""
    return Happened(**subject, member_id=member_id, only=True, also=of_members([member_id]), new_policy=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowInRoom:
    """Let the wall of the meeting room show the life goal, a goal or a step."""

    kind: ClassVar[str] = "show_in_room"
    told: ClassVar[str] = "shown_in_room"
    power: ClassVar[str] = "show_in_room"

    subject: Literal["life_goal", "goal", "step"]
    subject_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        return _let_room_see(change, self.subject, self.subject_id, shown=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class HideFromRoom:
    """Take something off the wall at once."""

    kind: ClassVar[str] = "hide_from_room"
    told: ClassVar[str] = "hidden_from_room"
    power: ClassVar[str] = "hide_from_room"

    subject: Literal["life_goal", "goal", "step"]
    subject_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        return _let_room_see(change, self.subject, self.subject_id, shown=False)


def _let_room_see(change: Change, subject: str, subject_id: UUID | None, *, shown: bool) -> Happened:
    heard: dict[str, Any] = {
        "only": True,
        "also": Audience(room=True),
        "new_policy": True,
        "facts": {"subject": subject},
    }
    if subject == "life_goal":
        change.plan.life_goal_in_room = shown
        change.plan.save(update_fields=["life_goal_in_room"])
        return Happened(**heard)
    if subject_id is None:
        raise Refused(_("Vælg, hvad rummet må se."), code="empty")
    thing: Any = (change.goal if subject == "goal" else change.step)(subject_id, "show_in_room")
    thing.in_room = shown
    thing.save(update_fields=["in_room", "seq"])
    return Happened(**{f"{subject}_id": thing.pk}, **heard)
