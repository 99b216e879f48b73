"""What the citizen has shared with one supporter or professional: a step, a goal with its steps, a strength, or an area
of small steps.
"""

from datetime import date

from django.db import models
from django.db.models import Q

from backend.common.prepared import Blank
from backend.plans.models.goal import Goal
from backend.plans.models.member import Member
from backend.plans.models.plan import Plan
from backend.plans.models.progress_area import ProgressArea
from backend.plans.models.step import Step
from backend.plans.models.strength import Strength

THINGS = ("step", "goal", "strength", "progress_area")


def still_counts(today: date | Blank) -> Q:
    """Of a share, or of a place: its last day is not over. By the clock, whoever may have noted it meanwhile."""
    return Q(until=None) | Q(until__gte=today)


def _only(thing: str) -> Q:
    return Q(**{f"{one}__isnull": one != thing for one in THINGS})


_ONE_THING = _only("step") | _only("goal") | _only("strength") | _only("progress_area")


class Share(models.Model):
    """Exactly one of `THINGS`; ended by the citizen at any time, or when the day `until` is over."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="shares")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="shares")
    step = models.ForeignKey(Step, on_delete=models.CASCADE, null=True, blank=True, related_name="shares")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="shares")
    strength = models.ForeignKey(Strength, on_delete=models.CASCADE, null=True, blank=True, related_name="shares")
    progress_area = models.ForeignKey(
        ProgressArea, on_delete=models.CASCADE, null=True, blank=True, related_name="shares"
    )
    at = models.DateTimeField()
    until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_ONE_THING, name="share_one_thing"),
            *(
                models.UniqueConstraint(
                    fields=["member", thing],
                    condition=Q(**{"ended_at": None, f"{thing}__isnull": False}),
                    name=f"share_{thing}_once",
                )
                for thing in THINGS
            ),
        ]

    def __str__(self) -> str:
        return f"share {self.pk}"
