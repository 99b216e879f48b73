"""Where a plan's course has been: from the first meeting to aftercare, each phase from its day."""

from django.db import models
from django.db.models import Q

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Phase(models.Model):
    """One phase; it lasts until the next one's day. Before the first row the two get to know each other."""

    class Kind(models.TextChoices):
        GETTING_TO_KNOW = "getting_to_know"
        UNDER_WAY = "under_way"
        BEGUN = "begun"  # a job or an education
        AFTERCARE = "aftercare"
        CLOSED = "closed"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="phases")
    kind = models.CharField(max_length=16, choices=Kind)
    began = models.DateField()
    words = models.CharField(max_length=200, blank=True)  # why, in a line
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    seq = models.BigIntegerField()  # the plan's number when it was last said

    class Meta:
        ordering = ["began"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "began"], name="phase_one_a_day"),
            models.CheckConstraint(
                condition=Q(kind__in=["getting_to_know", "under_way", "begun", "aftercare", "closed"]),
                name="phase_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return f"phase {self.pk}"
