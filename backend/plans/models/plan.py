"""A citizen's plan: the lock, the numbers, and the life goal as it stands."""

from django.db import models

from backend.people.models import Person


class Plan(models.Model):
    """One plan a citizen. `head_seq` is the newest number of the journal and, by being raised first, the lock."""

    citizen = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="own_plan")
    head_seq = models.BigIntegerField(default=0)
    room_head = models.BigIntegerField(default=0)  # the newest number as the wall counts
    policy_epoch = models.BigIntegerField(default=1)  # raised by every change of who may see what
    life_goal = models.TextField(default="", blank=True)
    life_goal_since = models.DateTimeField(null=True, blank=True)
    life_goal_in_room = models.BooleanField(default=False)
    room_blank = models.BooleanField(default=False)  # the citizen has made every wall blank
    protected = models.BooleanField(default=False)  # address protection: no places or institutions to narrow seats
    message_head = models.BigIntegerField(default=0)  # the newest message's number
    shows_reading = models.BooleanField(default=False)  # the consultant may see how far the citizen has read
    out_of_hours = models.CharField(max_length=200, default="", blank=True)  # when the citizen may call
    out_of_hours_until = models.DateField(null=True, blank=True)
    meets_since = models.DateTimeField(null=True, blank=True)  # when the open meeting began
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"plan {self.pk}"
