"""The life goal: written by the citizen alone, every earlier version kept."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from annotated_types import Len

from backend.plans.audience import US, of_room
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_same_text
from backend.plans.models import LifeGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteLifeGoal:
    """Write or rewrite the life goal. `was` is the text as the citizen saw it when starting to write."""

    kind: ClassVar[str] = "write_life_goal"
    told: ClassVar[str] = "life_goal_written"
    power: ClassVar[str] = "write_life_goal"

    words: Annotated[str, Len(1, texts.SHORT)]
    was: texts.Long = ""

    def carry_out(self, change: Change) -> Happened:
        plan = change.plan
        words = texts.needed(self.words, longest=texts.SHORT, one_line=False)
        check_same_text(plan.life_goal, self.was, yours=words, field="words")
        if words != plan.life_goal:
            plan.life_goal, plan.life_goal_since = words, change.now
            plan.save(update_fields=["life_goal", "life_goal_since"])
            LifeGoal.objects.create(plan=plan, words=words, at=change.now)
        return Happened(only=True, also=of_room(plan.pk) if plan.life_goal_in_room else US)
