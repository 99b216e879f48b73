"""A consultant's look at a plan that is not of their own citizens: who, why, in their own words, and until when."""

import uuid

from django.db import models
from django.db.models import Q

from backend.people.models import Person
from backend.plans.models.plan import Plan


class LookIn(models.Model):
    """An hour at the most; the citizen may end it before. `seen_at`: the citizen has said that they have seen it.

    `organisation` is where they worked then. The row stays: it is what the citizen is told.
    """

    class Reason(models.TextChoices):
        STAND_IN = "stand_in"
        CALLED = "called"
        URGENT = "urgent"
        OTHER = "other"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="looks_in")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.CharField(max_length=120)
    reason = models.CharField(max_length=16, choices=Reason)
    words = models.CharField(max_length=500)
    at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "id"]
        indexes = [models.Index(fields=["until"], condition=Q(ended_at=None), name="look_in_open")]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "person"], condition=Q(ended_at=None), name="one_open_look_in_of_a_person"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["stand_in", "called", "urgent", "other"]), name="look_in_reason_known"
            ),
        ]

    def __str__(self) -> str:
        return f"look in {self.pk}"
