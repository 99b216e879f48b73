"""Every version of the life goal, in the citizen's own words."""

from django.db import models

from backend.plans.models.plan import Plan


class LifeGoal(models.Model):
    """One version; the newest is also kept on the plan."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="life_goals")
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"life goal of plan {self.plan_id}"
