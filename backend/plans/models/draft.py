"""What somebody has begun to write to the other, and not sent: theirs alone, on each of their devices."""

from django.db import models

from backend.plans.models.member import Member


class Draft(models.Model):
    """One for each place at the table. Written beside the door: it is nothing that happened in the plan."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, primary_key=True, related_name="+")
    words = models.TextField()
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"draft of {self.member_id}"
