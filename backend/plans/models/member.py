"""A person's place at the table of one plan."""

import uuid

from django.db import models
from django.db.models import Q

from backend.people.models import Person
from backend.plans.models.plan import Plan


class Role(models.TextChoices):
    """What a place at the table is. The wall (`screen`) has a seat but no member."""

    CITIZEN = "citizen"
    CONSULTANT = "consultant"
    SUPPORTER = "supporter"
    PROFESSIONAL = "professional"


class Member(models.Model):
    """`head` is the newest number as this member counts, used by supporters and professionals only.

    Their place may have a last day (`until`: a task or a contract), and the citizen may pause it. Those whom the
    citizen has introduced (`is_known`) know of each other; nobody else among them does. Citizen and consultant have
    read the conversation up to message `read_number`; `unread` counts the other's messages after it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="places")
    role = models.CharField(max_length=16, choices=Role)
    relation = models.CharField(max_length=80, default="", blank=True)
    head = models.BigIntegerField(default=0)
    read_number = models.BigIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True)
    unread = models.PositiveIntegerField(default=0)
    is_known = models.BooleanField(default=False)
    joined_at = models.DateTimeField()
    until = models.DateField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(role="consultant", ended_at=None), name="one_active_consultant"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(role="citizen", ended_at=None), name="one_citizen_at_the_table"
            ),
            models.UniqueConstraint(fields=["plan", "person"], condition=Q(ended_at=None), name="one_active_place"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="member_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.role} of plan {self.plan_id}"


def may_sit(place: str = "") -> Q:
    """Whose place counts: people who are let in, and as consultant only who still has that role among the staff.

    `place`: the way to the member from another model, `opened_by__`.
    """
    sits_as_told = ~Q(**{f"{place}role": Role.CONSULTANT}) | Q(**{f"{place}person__staff_role": Role.CONSULTANT})
    return Q(**{f"{place}person__is_active": True}) & sits_as_told
