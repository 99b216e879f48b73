"""A step: the card on the board. With somebody responsible and a day it is an agreement."""

import uuid

from django.db import models
from django.db.models import Q

from backend.plans.models.goal import Goal
from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Status(models.TextChoices):
    """The board's columns, and the two ways to rest."""

    WISH = "wish"
    AGREED = "agreed"
    DOING = "doing"
    DONE = "done"
    PAUSED = "paused"
    DROPPED = "dropped"


class Answer(models.TextChoices):
    """One voice on an agreement."""

    AGREED = "agreed"
    DISAGREED = "disagreed"
    NOT_YET = "not_yet"


class CarriedBy(models.TextChoices):
    """Who carried a finished step: shows a shrinking need of support."""

    UNSAID = ""
    ALONE = "alone"
    TOGETHER = "together"
    OTHERS = "others"


class Step(models.Model):
    """`accepted_at` is empty while a suggestion by another waits for the citizen's yes.

    `voices` maps a member's id to [answer, ISO moment], and, when it was said aloud, the member who wrote it down.
    `by_citizen` and `seq` as on Goal. `promised_by`: the consultant who had said yes to it before another took over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    goal = models.ForeignKey(Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="steps")
    title = models.CharField(max_length=120)
    words = models.TextField(default="", blank=True)
    how = models.TextField(default="", blank=True)
    learned = models.TextField(default="", blank=True)
    by_citizen = models.JSONField(default=list, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.WISH)
    position = models.BigIntegerField()
    responsible = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="promises")
    promised_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)
    suggested_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="suggestions")
    suggested_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    voices = models.JSONField(default=dict, blank=True)
    carried_by = models.CharField(max_length=8, choices=CarriedBy, default="", blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    in_room = models.BooleanField(default=False)
    seq = models.BigIntegerField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="step_status_known"),
            models.CheckConstraint(condition=Q(carried_by__in=CarriedBy.values), name="step_carried_by_known"),
        ]
        indexes = [models.Index(fields=["removed_at"], condition=Q(removed_at__isnull=False), name="step_removed")]

    def __str__(self) -> str:
        return f"step {self.pk}"

    @property
    def is_agreement(self) -> bool:
        """A step that has a named person and a day."""
        return self.responsible_id is not None and self.due is not None
