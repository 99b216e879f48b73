"""The words to take home: one a person in each meeting."""

import uuid

from django.db import models

from backend.plans.models.meeting import Meeting
from backend.plans.models.member import Member


class MeetingWord(models.Model):
    """`entered_by`: who wrote down what the member said aloud; empty when they wrote it themself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="words")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=60)
    at = models.DateTimeField()
    entered_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="one_word_each_to_take_home")]

    def __str__(self) -> str:
        return f"word {self.pk}"
