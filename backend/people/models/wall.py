"""A screen in a meeting room that waits to be told what to show: no person, no plan, only the name of a room."""

import uuid

from django.db import models


class Wall(models.Model):
    """`round` is raised each time it is told what to show, so that no code counts twice.

    `screen_id` names what it shows, or showed last: a screen of a plan's, of which nothing is known here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    room_name = models.CharField(max_length=80)
    round = models.PositiveIntegerField(default=0)
    screen_id = models.UUIDField(null=True)
    named_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"wall {self.pk}"
