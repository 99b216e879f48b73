"""What the citizen can: suggested by anyone at the table, accepted or not by the citizen."""

import uuid

from django.db import models
from django.db.models import Q

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Strength(models.Model):
    """A strength in somebody's words."""

    class Status(models.TextChoices):
        SUGGESTED = "suggested"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="strengths")
    words = models.CharField(max_length=200)
    suggested_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status)
    at = models.DateTimeField()
    in_room = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["suggested", "accepted", "declined"]), name="strength_status_known"
            )
        ]

    def __str__(self) -> str:
        return f"strength {self.pk}"
