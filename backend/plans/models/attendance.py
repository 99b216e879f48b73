"""Who comes to a meeting: citizen and consultant always, and those whom the citizen asks."""

import uuid

from django.db import models
from django.db.models import Q

from backend.plans.models.meeting import Meeting
from backend.plans.models.member import Member


class Attendance(models.Model):
    """`answer` is the member's own. While the meeting is open, whoever is asked sees what the room sees."""

    class Answer(models.TextChoices):
        NONE = ""
        COMING = "coming"
        NOT_COMING = "not_coming"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="attendances")
    answer = models.CharField(max_length=12, choices=Answer, default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="asked_to_a_meeting_once"),
            models.CheckConstraint(condition=Q(answer__in=["", "coming", "not_coming"]), name="attendance_answer"),
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"
