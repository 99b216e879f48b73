"""Somebody in the citizen's life, with or without a place at the table: who, how near, and what they do."""

import uuid

from django.db import models
from django.db.models import Q

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan

NEAREST, FARTHEST = 1, 4
PLACES = 100  # across the part of the circle that a relation has


class Relation(models.TextChoices):
    """The five parts of the network map."""

    FAMILY = "family"
    KIN = "kin"
    FRIENDS = "friends"
    WORK = "work"
    PROFESSIONAL = "professional"


class NetworkMember(models.Model):
    """`near`: 1 nearest to 4. `place`: where in their part of the circle the citizen put them, 0 to 99, clockwise.

    `member`: their place at the table, if they have one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="network")
    name = models.CharField(max_length=80)
    relation = models.CharField(max_length=16, choices=Relation)
    near = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    does = models.CharField(max_length=200, default="", blank=True)
    member = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["near", "at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(relation__in=Relation.values), name="network_relation_known"),
            models.CheckConstraint(condition=Q(near__range=(NEAREST, FARTHEST)), name="network_near_known"),
            models.CheckConstraint(condition=Q(place__lt=PLACES), name="network_place_in_circle"),
            models.UniqueConstraint(
                fields=["member"], condition=Q(removed_at=None, member__isnull=False), name="network_member_once"
            ),
        ]

    def __str__(self) -> str:
        return f"network member {self.pk}"


class NetworkMove(models.Model):
    """Where somebody came to stand on one day. `came_from` is empty on the day they were put on the map.

    `counts` is what the day did to the number of people who are not professionals. It is all that is left when the
    person is forgotten: a number that rose or fell by one, and a day.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="network_moves")
    who = models.ForeignKey(NetworkMember, on_delete=models.SET_NULL, null=True, related_name="moves")
    at = models.DateTimeField()
    came_from = models.PositiveSmallIntegerField(null=True)
    came_to = models.PositiveSmallIntegerField(null=True)
    counts = models.SmallIntegerField(default=0)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"network move {self.pk}"
