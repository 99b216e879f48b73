"""An offer: something the citizen takes part in, who delivers it, and what it is to lead to."""

import uuid

from django.db import models
from django.db.models import F, Q

from backend.plans.models.goal import Goal
from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Offer(models.Model):
    """From `began` until `until`, both days with; either may be open. `hours` a week.

    `delivered_by`: who, in words; `deliverer`: the same person's place at the table, of a professional. `community`:
    where it leads. `why`: why it should help.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="offers")
    goal = models.ForeignKey(Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="offers")
    title = models.CharField(max_length=120)
    delivered_by = models.CharField(max_length=200, blank=True)
    deliverer = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    community = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=500, blank=True)
    began = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    seq = models.BigIntegerField()  # the plan's number when it was last said
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = [F("began").desc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(began=None) | Q(until=None) | Q(until__gte=F("began")), name="offer_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0, hours__lte=80), name="offer_hours_of_a_week"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="offer_has_a_title"),
        ]

    def __str__(self) -> str:
        return f"offer {self.pk}"
