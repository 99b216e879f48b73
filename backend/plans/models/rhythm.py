"""How often citizen and consultant have agreed to meet, and what one of them has asked the other about it."""

from django.db import models
from django.db.models import Q

from backend.plans.models.plan import Plan


class Rhythm(models.Model):
    """`days` between meetings is what both said yes to (0: as it falls out); `asked_days` waits for the other's yes."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, primary_key=True, related_name="rhythm")
    days = models.PositiveSmallIntegerField(default=0)
    agreed_at = models.DateTimeField(null=True, blank=True)
    asked_days = models.PositiveSmallIntegerField(null=True, blank=True)
    asked_by = models.CharField(max_length=16, default="", blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_by="", asked_days=None)
                | Q(asked_by__in=["citizen", "consultant"], asked_days__isnull=False),
                name="rhythm_asked_by_one_of_two",
            )
        ]

    def __str__(self) -> str:
        return f"rhythm of plan {self.plan_id}"
