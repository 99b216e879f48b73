"""How somebody wishes to be nudged. Whoever has said nothing has no row, and the defaults."""

from datetime import time

from django.db import models
from django.db.models import Q

from backend.people.models import Person


class Wishes(models.Model):
    """Of one person, at every table of theirs. `off`: sorts of notices they do not want.

    Nothing is sent from `quiet_from` to `quiet_to`, which may lie on the next day; the same twice is never quiet.
    Gathered: once a day at `daily_at`. `fall_back`: by which letter, after how many hours unseen.
    """

    class Rhythm(models.TextChoices):
        AT_ONCE = "at_once"
        DAILY = "daily"

    class FallBack(models.TextChoices):
        NONE = ""
        EMAIL = "email"
        PHONE = "phone"

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="reach_wishes")
    off = models.JSONField(default=list, blank=True)
    quiet_from = models.TimeField(default=time(21))
    quiet_to = models.TimeField(default=time(8))
    rhythm = models.CharField(max_length=8, choices=Rhythm, default=Rhythm.AT_ONCE)
    daily_at = models.TimeField(default=time(16))
    fall_back = models.CharField(max_length=8, choices=FallBack, default="", blank=True)
    fall_back_after = models.PositiveSmallIntegerField(default=24)
    weekly = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(rhythm__in=["at_once", "daily"]), name="wishes_rhythm_known"),
            models.CheckConstraint(condition=Q(fall_back__in=["", "email", "phone"]), name="wishes_fall_back_known"),
        ]

    def __str__(self) -> str:
        return f"wishes of {self.person_id}"
