"""A goal or milestone on the way to the life goal."""

import uuid

from django.db import models
from django.db.models import Q

from backend.plans.models.plan import Plan


class LifeArea(models.TextChoices):
    """The seven areas of life a goal may belong to."""

    WORK = "work"
    MONEY = "money"
    HEALTH = "health"
    HOME = "home"
    FAMILY = "family"
    NETWORK = "network"
    EVERYDAY = "everyday"


class Goal(models.Model):
    """A goal; with `part_of`, a milestone on the way to that goal.

    `by_citizen` names the fields whose present text is in the citizen's own words, which nobody else may edit.
    `seq` is the number of the change that last touched it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    part_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="milestones")
    title = models.CharField(max_length=120)
    life_area = models.CharField(max_length=16, choices=LifeArea)
    community = models.CharField(max_length=200, default="", blank=True)
    challenge = models.CharField(max_length=500, default="", blank=True)
    by_citizen = models.JSONField(default=list, blank=True)
    position = models.BigIntegerField()
    reached_at = models.DateTimeField(null=True, blank=True)
    in_room = models.BooleanField(default=False)
    seq = models.BigIntegerField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.CheckConstraint(condition=Q(life_area__in=LifeArea.values), name="goal_life_area_known")]

    def __str__(self) -> str:
        return f"goal {self.pk}"
