"""A message that is written now and sent later: its writer's alone until it is sent."""

import uuid

from django.db import models

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class ScheduledMessage(models.Model):
    """Written beside the door, so that no number tells of it. When it is sent, the message gets its id, and it goes.

    `stopped_at`: its writer has the citizen no more. It is not sent, and its words are gone.
    `former`: laid aside by whoever was the consultant before. It waits for this one to say so, and never sends itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    former = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    words = models.TextField()
    due_at = models.DateTimeField(db_index=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_at", "id"]

    def __str__(self) -> str:
        return f"scheduled message {self.pk}"
