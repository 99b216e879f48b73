"""The journal: what happened, numbered without gaps, and to whom each entry may be told."""

from django.db import models
from django.db.models import Q

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Entry(models.Model):
    """One change. Holds ids and statuses, never anybody's words, so that what is removed can really be gone.

    (plan, device, change_id) makes a repeated send harmless; `digest` tells a repeat from another
    body under the same id.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="entries")
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=32)
    at = models.DateTimeField()
    said_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    device = models.UUIDField()
    change_id = models.UUIDField()
    digest = models.CharField(max_length=64)
    step_id = models.UUIDField(null=True)
    goal_id = models.UUIDField(null=True)
    strength_id = models.UUIDField(null=True)
    member_id = models.UUIDField(null=True)
    meeting_id = models.UUIDField(null=True)
    message_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["step_id"], condition=Q(step_id__isnull=False), name="entry_step"),
            models.Index(fields=["meeting_id"], condition=Q(meeting_id__isnull=False), name="entry_meeting"),
            models.Index(fields=["message_id"], condition=Q(message_id__isnull=False), name="entry_message"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["plan", "seq"], name="entry_number_once"),
            models.UniqueConstraint(fields=["plan", "device", "change_id"], name="entry_change_once"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}:{self.seq} {self.kind}"


class Delivery(models.Model):
    """An entry's number as one narrow reader counts: a member, or (without one) the room's wall.

    Their own gap-free count keeps what is hidden from showing as a jump in numbers.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="deliveries")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="deliveries")
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "number"], condition=Q(member__isnull=False), name="delivery_member_number_once"
            ),
            models.UniqueConstraint(
                fields=["plan", "number"], condition=Q(member__isnull=True), name="delivery_room_number_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} as {self.number}"
