"""Somebody whom the citizen asks to the table: what they are asked, what they answered, and whether it was they."""

import uuid

from django.db import models
from django.db.models import Q

from backend.people.models import Person
from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Invitation(models.Model):
    """Open until `until`; answered once; a place at the table only when the citizen has confirmed the person.

    Link and code are not kept: they are made from the row's own id and the server's key (backend/plans/codes.py).
    `place` is the first half of the code, by which the row is found. `offers`: ids of the steps and goals that are
    shared with the place. `promise`: which promise of privacy was given, with the answer.
    """

    class Answer(models.TextChoices):
        NONE = ""
        ACCEPTED = "accepted"
        DECLINED = "declined"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="invitations")
    name = models.CharField(max_length=60)
    relation = models.CharField(max_length=80, default="", blank=True)
    role = models.CharField(max_length=16)
    asks = models.CharField(max_length=500, default="", blank=True)
    offers = models.JSONField(default=list, blank=True)
    place = models.CharField(max_length=4, unique=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    answer = models.CharField(max_length=8, choices=Answer, default="", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    promise = models.CharField(max_length=16, default="", blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=["supporter", "professional"]), name="invitation_role_known"),
            models.CheckConstraint(
                condition=Q(answer__in=["", "accepted", "declined"]), name="invitation_answer_known"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(member__isnull=False, promise__gt=""),
                name="invitation_confirmed_has_a_place_and_a_promise",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"
