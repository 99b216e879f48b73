"""What is hard, in the citizen's own words: for the room of one meeting, or only for the consultant."""

import uuid

from django.db import models

from backend.plans.models.goal import Goal
from backend.plans.models.meeting import Meeting
from backend.plans.models.plan import Plan


class Challenge(models.Model):
    """Between citizen and consultant, unless `in_room`: then the room of `meeting` reads it while that one is open."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="challenges")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="challenges")
    goal = models.ForeignKey(Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="challenges")
    words = models.CharField(max_length=200)
    in_room = models.BooleanField(default=False)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"challenge {self.pk}"
