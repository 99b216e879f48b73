"""Goals and milestones: the way to the life goal."""

from dataclasses import dataclass
from typing import ClassVar, Literal
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.audience import of_goal
from backend.plans.commands import texts
from backend.plans.commands.base import (
    GAP,
    Change,
    Happened,
    allow,
    check_new,
    check_same_text,
    last_place,
    place_before,
    removed,
)
from backend.plans.models import Goal
from backend.plans.powers import goal_powers

LifeAreaName = Literal["work", "money", "health", "home", "family", "network", "everyday"]
_LONGEST = {"title": texts.TITLE, "community": texts.LINE, "challenge": texts.SHORT}


def goals_of(change: Change) -> QuerySet[Goal]:
    """Every goal of the plan that is not removed."""
    return Goal.objects.filter(plan=change.plan, removed_at=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddGoal:
    """Put a goal last on the way; with `part_of`, a milestone of that goal."""

    kind: ClassVar[str] = "add_goal"
    told: ClassVar[str] = "goal_added"
    power: ClassVar[str] = "add_goal"

    goal_id: UUID
    title: texts.Title
    life_area: LifeAreaName
    community: texts.Line = ""
    challenge: texts.Short = ""
    part_of: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        check_new(Goal, self.goal_id)
        if self.part_of and change.goal(self.part_of, "move_goal").part_of_id:
            raise Refused(_("Et delmål kan ikke have sine egne delmål."), code="too_deep")
        words = {
            "title": texts.needed(self.title, longest=texts.TITLE),
            "community": texts.cleaned(self.community, longest=texts.LINE, one_line=True),
            "challenge": texts.cleaned(self.challenge, longest=texts.SHORT),
        }
        Goal.objects.create(
            pk=self.goal_id,
            plan=change.plan,
            part_of_id=self.part_of,
            life_area=self.life_area,
            **words,
            by_citizen=change.by_citizen(**words),
            position=last_place(goals_of(change)),
            seq=change.plan.head_seq,
        )
        return Happened(goal_id=self.goal_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordGoal:
    """Change one text of a goal. `was` is the text as it stood when the person started to write."""

    kind: ClassVar[str] = "reword_goal"
    told: ClassVar[str] = "goal_reworded"
    power: ClassVar[str] = ""

    goal_id: UUID
    field: Literal["title", "community", "challenge"]
    text: texts.Short
    was: texts.Long

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, f"reword_{self.field}")
        clean = texts.needed if self.field == "title" else texts.cleaned
        text = clean(self.text, longest=_LONGEST[self.field], one_line=self.field != "challenge")
        check_same_text(getattr(goal, self.field), self.was, yours=text, field=self.field)
        setattr(goal, self.field, text)
        goal.by_citizen = sorted({*goal.by_citizen} - {self.field} | {*change.by_citizen(**{self.field: text})})
        goal.save(update_fields=[self.field, "by_citizen", "seq"])
        return Happened(goal_id=goal.pk, facts={"field": self.field}, only=self.field == "challenge")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGoalArea:
    """Say which area of life a goal belongs to."""

    kind: ClassVar[str] = "set_goal_area"
    told: ClassVar[str] = "goal_area_set"
    power: ClassVar[str] = ""

    goal_id: UUID
    life_area: LifeAreaName

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, self.kind)
        goal.life_area = self.life_area
        goal.save(update_fields=["life_area", "seq"])
        return Happened(goal_id=goal.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveGoal:
    """Move a goal to just before another, or last."""

    kind: ClassVar[str] = "move_goal"
    told: ClassVar[str] = "goal_moved"
    power: ClassVar[str] = ""

    goal_id: UUID
    before: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, self.kind)
        others = goals_of(change).exclude(pk=goal.pk)
        place = last_place(others)
        if self.before == goal.pk:
            place = goal.position
        elif self.before:
            nxt = change.goal(self.before, self.kind)
            found = place_before(others, nxt.position)
            place = found if found is not None else self._make_room(others, nxt)
        goal.position = place
        goal.save(update_fields=["position", "seq"])
        return Happened(goal_id=goal.pk)

    @staticmethod
    def _make_room(others: QuerySet[Goal], nxt: Goal) -> int:
        """Lay all goals out anew, with a gap before `nxt`."""
        for number, goal in enumerate(others.order_by("position", "pk"), start=1):
            goal.position = number * GAP
            goal.save(update_fields=["position"])
        nxt.refresh_from_db(fields=["position"])
        return int(nxt.position) - GAP // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachGoal:
    """Say that a goal is reached."""

    kind: ClassVar[str] = "reach_goal"
    told: ClassVar[str] = "goal_reached"
    power: ClassVar[str] = ""

    goal_id: UUID

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, self.kind)
        goal.reached_at = goal.reached_at or change.now
        goal.save(update_fields=["reached_at", "seq"])
        return Happened(goal_id=goal.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenGoal:
    """Take a reached goal up again."""

    kind: ClassVar[str] = "reopen_goal"
    told: ClassVar[str] = "goal_reopened"
    power: ClassVar[str] = ""

    goal_id: UUID

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, self.kind)
        goal.reached_at = None
        goal.save(update_fields=["reached_at", "seq"])
        return Happened(goal_id=goal.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveGoal:
    """Remove a goal; its steps stand free. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "remove_goal"
    told: ClassVar[str] = "goal_removed"
    power: ClassVar[str] = ""

    goal_id: UUID

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, self.kind)
        goal.removed_at = change.now
        goal.save(update_fields=["removed_at", "seq"])
        return Happened(goal_id=goal.pk, new_policy=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreGoal:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_goal"
    told: ClassVar[str] = "goal_restored"
    power: ClassVar[str] = "add_goal"

    goal_id: UUID

    def carry_out(self, change: Change) -> Happened:
        goal = removed(Goal.objects.filter(plan=change.plan), change, self.goal_id)
        allow(self.kind in goal_powers(change.seat, goal))
        goal.removed_at, goal.seq = None, change.plan.head_seq
        goal.save(update_fields=["removed_at", "seq"])
        return Happened(goal_id=goal.pk, also=of_goal(goal.pk), new_policy=True)
