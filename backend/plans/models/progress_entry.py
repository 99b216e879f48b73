"""A small step: something that somebody at the table noticed, of the citizen's, on a day."""

import uuid

from django.db import models
from django.db.models import Q

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan
from backend.plans.models.progress_area import ProgressArea

HIGHEST = 10


class Company(models.TextChoices):
    """How the citizen took part in a community."""

    ALONE = "alone"
    ACCOMPANIED = "accompanied"


class ProgressEntry(models.Model):
    """`by`: who saw it. `score`: from 0 to 10, the citizen's own figure. `removed_by`: who alone may bring it back.

    `company`: in a community, and nowhere else.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="progress_entries")
    area = models.ForeignKey(ProgressArea, on_delete=models.CASCADE, related_name="entries")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=200, blank=True)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    day = models.DateField()
    at = models.DateTimeField()
    company = models.CharField(max_length=11, choices=Company, default="", blank=True)
    in_room = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, blank=True)
    seq = models.BigIntegerField(default=0)  # the plan's number when it was last changed
    removed_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-day", "-at", "-id"]
        indexes = [
            models.Index(fields=["plan", "-day", "-at", "-id"], name="progress_newest"),
            models.Index(fields=["plan", "area", "removed_at", "day", "score"], name="progress_by_month"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(company__in=["", *Company.values]), name="progress_company_known"),
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=HIGHEST), name="progress_score_known"),
        ]

    def __str__(self) -> str:
        return f"progress entry {self.pk}"
