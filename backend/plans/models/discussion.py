"""That professionals talked about a plan without its citizen: when, and which professions; never what was said."""

import uuid

from django.db import models

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Discussion(models.Model):
    """Noted by the consultant, for the citizen to see. After 15 minutes it stays, as a look at the plan does."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="discussions")
    day = models.DateField()
    professions = models.CharField(max_length=200)
    noted_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "-noted_at", "id"]

    def __str__(self) -> str:
        return f"discussion {self.pk}"
