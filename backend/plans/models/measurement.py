"""An answer to one question of a measurement: how it is, on a day."""

import uuid

from django.db import models
from django.db.models import Q

from backend.people.models import Indicator, Wording
from backend.plans.models.goal import Goal
from backend.plans.models.member import Member
from backend.plans.models.plan import Plan
from backend.plans.models.progress_area import ProgressArea

HIGHEST = 10


class Measurement(models.Model):
    """Of an indicator, or of one of the citizen's goals with where they `want` to be. `round`: its first day.

    `wording`: what the indicator said when it was answered.

    All that is answered within four weeks is one round, in which an answer takes the earlier one's place.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="measurements")
    area = models.ForeignKey(ProgressArea, on_delete=models.CASCADE, related_name="measurements")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="measurements")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    wanted = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.CharField(max_length=200, blank=True)
    round = models.DateField()
    day = models.DateField()
    at = models.DateTimeField()
    seq = models.BigIntegerField()  # the plan's number when it was last said

    class Meta:
        ordering = ["round", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(indicator__isnull=True, goal__isnull=False)
                | Q(indicator__isnull=False, goal__isnull=True, wanted=None),
                name="measurement_of_one_thing",
            ),
            models.CheckConstraint(
                condition=(Q(score=None) | Q(score__lte=HIGHEST)) & (Q(wanted=None) | Q(wanted__lte=HIGHEST)),
                name="measurement_score_known",
            ),
            models.CheckConstraint(condition=~Q(score=None, words=""), name="measurement_says_something"),
            models.UniqueConstraint(
                fields=["area", "indicator", "round"], condition=Q(goal=None), name="measurement_once_a_round"
            ),
            models.UniqueConstraint(
                fields=["area", "goal", "round"], condition=Q(indicator=None), name="measurement_of_goal_once_a_round"
            ),
        ]

    def __str__(self) -> str:
        return f"measurement {self.pk}"
