"""A short remark on a step."""

import uuid

from django.db import models
from django.db.models import Q

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan
from backend.plans.models.step import Step


class Remark(models.Model):
    """`us`: citizen and consultant only. `table`: also those the step is shared with.

    `is_seen`: no words, but *Det så jeg*, said by one tap; who did, the room may know.
    """

    class Audience(models.TextChoices):
        US = "us"
        TABLE = "table"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="remarks")
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="remarks")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=500, blank=True)
    is_seen = models.BooleanField(default=False)
    audience = models.CharField(max_length=8, choices=Audience)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(audience__in=["us", "table"]), name="remark_audience_known"),
            models.CheckConstraint(
                condition=Q(is_seen=True, words="") | Q(is_seen=False) & ~Q(words=""), name="remark_seen_or_words"
            ),
        ]

    def __str__(self) -> str:
        return f"remark {self.pk}"
