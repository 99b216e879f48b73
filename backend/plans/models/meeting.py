"""A meeting: planned, begun by the citizen, led by whoever holds the pen, and over."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from backend.common.prepared import Blank
from backend.people.models import MeetingKind, Person, Stage
from backend.plans.models.member import Member
from backend.plans.models.plan import Plan
from backend.plans.models.progress_entry import ProgressEntry
from backend.plans.models.step import Step

LONGEST = timedelta(hours=6)  # a meeting that nobody ended is over


def is_open(since: datetime | Blank, through: str = "") -> Q:
    """Of meetings, or of what refers to them by this way: begun after `since`, which is LONGEST ago, and not ended."""
    return Q(**{f"{through}started_at__gt": since, f"{through}ended_at": None})


def forgotten(now: datetime) -> Q:
    """Of meetings: over by the clock, and not yet noted as such."""
    return Q(started_at__lte=now - LONGEST, ended_at=None)


class Meeting(models.Model):
    """Planned until `started_at`, open until `ended_at`; one open meeting a plan.

    `starter`: whom the citizen lets begin and end it, too. `pen`: who leads now. `item`: where on the agenda, since
    `item_since`. `lit`: the card that is talked about. `proud`, `proud_entry`: the step or the small
    step that the citizen is proudest of since last time. `third`: a consultant without a place here who comes when
    the consultant changes, the one before or the next (decision 0159).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="meetings")
    kind = models.ForeignKey(MeetingKind, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=120, default="", blank=True)
    matters = models.TextField(default="", blank=True)  # the citizen's own: what is important to talk about
    announcement = models.CharField(max_length=500, default="", blank=True)  # the consultant's, to all who come
    place = models.CharField(max_length=120, default="", blank=True)
    link = models.CharField(max_length=300, default="", blank=True)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    planned_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    starter = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    pen = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    item = models.ForeignKey("AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    item_since = models.DateTimeField(null=True, blank=True)
    lit = models.ForeignKey(Step, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    proud = models.ForeignKey(Step, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    proud_entry = models.ForeignKey(ProgressEntry, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    third = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(started_at__isnull=False, ended_at=None), name="one_open_meeting"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(started_at__isnull=False), name="meeting_ended_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk}"


def end_of(meeting: Meeting) -> datetime | None:
    """When it was over: ended, or the longest a meeting is open; None of one that has not begun."""
    return meeting.ended_at or (meeting.started_at + LONGEST if meeting.started_at else None)


def is_over(meeting: Meeting, *, at: datetime) -> bool:
    """Has it been?"""
    end = end_of(meeting)
    return end is not None and end <= at


class AgendaItem(models.Model):
    """One thing to come to in a meeting, and how long it is meant to take.

    `administration`: whose own part it is, and `answers`: who at the table answers for that part.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    words = models.CharField(max_length=120)
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.OTHER)
    minutes = models.PositiveSmallIntegerField(default=5)
    position = models.BigIntegerField()
    administration = models.CharField(max_length=120, default="", blank=True)
    answers = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.CheckConstraint(condition=Q(stage__in=Stage.values), name="agenda_stage_known")]

    def __str__(self) -> str:
        return f"agenda item {self.pk}"
