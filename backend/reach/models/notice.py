"""A nudge that somebody is owed: the rows are the whole queue."""

import uuid

from django.db import models
from django.db.models import Q

from backend.people.models import Person


class Notice(models.Model):
    """That there is news for one person at one plan: which sort, and where to press. Never what was said, or by whom.

    `seq`: of news, the entry's number as this person counts; of a reminder, the ordinal of its day. `at`: when it was
    news. `due_at`: not before then. A sender has it until `claimed_until`, under the name `claim`. `again`: the devices
    that did not take it yet. `fall_back_at`: when a letter follows, unless it is seen before; a letter that is `posted`
    is never written again.
    """

    class Sort(models.TextChoices):
        """What a person may turn off by itself."""

        MESSAGE = "message"
        MEETING = "meeting"
        STEP = "step"
        CHEER = "cheer"
        QUESTION = "question"
        PLAN = "plan"
        MEETING_REMINDER = "meeting_reminder"
        STEP_REMINDER = "step_reminder"
        WEEKLY = "weekly"
        CHECK_IN = "check_in"

    class State(models.TextChoices):
        """Sent: a device took it, or there is none. Seen: they were there since. Dropped: no longer theirs to know."""

        WAITING = "waiting"
        SENT = "sent"
        SEEN = "seen"
        DROPPED = "dropped"
        FAILED = "failed"

    class Way(models.TextChoices):
        NONE = ""
        PUSH = "push"
        EMAIL = "email"
        PHONE = "phone"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey("plans.Plan", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16, choices=Sort)
    seq = models.BigIntegerField()
    page = models.CharField(max_length=60, default="", blank=True)
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    way = models.CharField(max_length=8, choices=Way, default="", blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    again = models.JSONField(default=list, blank=True)
    claim = models.UUIDField(null=True)
    claimed_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    fall_back_at = models.DateTimeField(null=True)
    posted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "plan", "seq", "kind"], name="notice_once"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sent", "seen", "dropped", "failed"]), name="notice_state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="waiting"), name="notice_due"),
            models.Index(fields=["fall_back_at"], condition=Q(fall_back_at__isnull=False), name="notice_fall_back"),
            models.Index(
                fields=["person", "plan"], condition=Q(state__in=["waiting", "sent", "failed"]), name="notice_open"
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"
