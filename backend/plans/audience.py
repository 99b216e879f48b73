"""Who an entry is told to, decided when it is written: those who could see its subject before or after the change."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from backend.plans.access import BROAD
from backend.plans.models import Goal, Member, Share, Step


@dataclass(frozen=True, slots=True)
class Audience:
    """The narrow readers of an entry; citizen and consultant always hear."""

    members: frozenset[UUID] = frozenset()
    room: bool = False

    def __or__(self, other: "Audience") -> "Audience":
        return Audience(self.members | other.members, self.room or other.room)


US = Audience()


def of_step(step_id: UUID) -> Audience:
    """Those who see this step now."""
    step = Step.objects.filter(pk=step_id, removed_at=None).values("goal_id", "in_room", "goal__removed_at").first()
    if step is None:
        return US
    wanted = Q(step_id=step_id)
    if step["goal_id"] and step["goal__removed_at"] is None:
        wanted |= Q(goal_id=step["goal_id"])
    return Audience(_members(wanted), step["in_room"])


def of_goal(goal_id: UUID) -> Audience:
    """Those who see this goal now."""
    goal = Goal.objects.filter(pk=goal_id, removed_at=None).values("in_room").first()
    return Audience(_members(Q(goal_id=goal_id)), goal["in_room"]) if goal else US


def of_members(members: Iterable[UUID | None]) -> Audience:
    """Named members."""
    return Audience(frozenset(member for member in members if member))


def of_everyone(plan_id: int) -> Audience:
    """Everybody at the table, and the room."""
    active = Member.objects.filter(plan_id=plan_id, ended_at=None).exclude(role__in=BROAD)
    return Audience(frozenset(active.values_list("pk", flat=True)), room=True)


def _members(wanted: Q) -> frozenset[UUID]:
    shares = Share.objects.filter(wanted, ended_at=None, member__ended_at=None)
    return frozenset(shares.values_list("member_id", flat=True))
