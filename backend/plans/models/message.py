"""One message of the conversation between a citizen and their consultant."""

import uuid

from django.db import models

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan
from backend.plans.models.step import Step


class Message(models.Model):
    """`number` counts the plan's messages from 1: by it the conversation is leafed through, however long it is.

    `step`: the card that is quoted, or the one that was made of it. `seq`: the plan's number when it last changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="messages")
    number = models.BigIntegerField()
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    step = models.ForeignKey(Step, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    seq = models.BigIntegerField(default=0)
    at = models.DateTimeField()
    reworded_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="message_number_once")]
        indexes = [
            models.Index(fields=["removed_at"], condition=models.Q(removed_at__isnull=False), name="message_removed")
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"
