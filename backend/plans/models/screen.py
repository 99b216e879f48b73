"""A wall in a meeting room: a viewer with no person behind it."""

import uuid

from django.db import models

from backend.plans.models.meeting import Meeting
from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Screen(models.Model):
    """Opened by somebody at the table; dark when closed, after `until`, and with the meeting that it was opened for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="screens")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, related_name="screens")
    room_name = models.CharField(max_length=80)
    opened_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"screen {self.pk}"
