"""»Det skal du vide om mig«: the citizen's own letter to whoever is their consultant."""

from django.db import models

from backend.plans.models.plan import Plan


class AboutMe(models.Model):
    """As it stands now. What was written before is gone: it is a letter, not a record."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, primary_key=True, related_name="about_me")
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="about_me_says_something")]

    def __str__(self) -> str:
        return f"about the citizen of plan {self.plan_id}"
