"""The life goal and every earlier version of it."""

from dataclasses import dataclass
from datetime import datetime

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.models import LifeGoal


@dataclass(frozen=True, slots=True)
class LifeGoalVersion:
    """The life goal as the citizen once put it."""

    words: str
    at: datetime
    is_current: bool


def read_life_goals(seat: Seat) -> tuple[LifeGoalVersion, ...]:
    """Newest first. Raises NotHere for all but citizen and consultant."""
    if not seat.is_broad:
        raise NotHere
    versions = LifeGoal.objects.filter(plan_id=seat.plan_id).values_list("words", "at")
    return tuple(LifeGoalVersion(words, at, number == 0) for number, (words, at) in enumerate(versions))
