"""A photo or a PDF file on its way to a message, or with it."""

import uuid

from django.db import models

from backend.plans.models.member import Member
from backend.plans.models.message import Message
from backend.plans.models.plan import Plan


class Attachment(models.Model):
    """`kept_as` and `small_as` name the files (backend/files/store.py); without a message it is its writer's alone.

    `name`: what a PDF file is called. A photo has none: what a camera calls it says where it has been.
    """

    class Kind(models.TextChoices):
        PHOTO = "photo"
        DOCUMENT = "document"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, blank=True, related_name="attachments")
    place = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=100, blank=True)
    size = models.BigIntegerField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    kept_as = models.CharField(max_length=32)
    small_as = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["place"]
        indexes = [models.Index(fields=["at"], condition=models.Q(message=None), name="attachment_on_its_way")]

    def __str__(self) -> str:
        return f"attachment {self.pk}"
