"""How far each plan's journal has been followed."""

from django.db import models


class Cursor(models.Model):
    """Raised in the transaction that writes the notices it owes: an entry is followed once, or not yet."""

    plan = models.OneToOneField("plans.Plan", on_delete=models.CASCADE, primary_key=True, related_name="+")
    seq = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.plan_id} at {self.seq}"
