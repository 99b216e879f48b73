"""Who looks at a plan now: for a minute, for the sender alone, and shown to nobody."""

from django.db import models

from backend.people.models import Person


class Presence(models.Model):
    """Deleted when it runs out, so that nobody can ask when somebody was last here."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey("plans.Plan", on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "plan"], name="presence_once")]

    def __str__(self) -> str:
        return f"presence {self.pk}"
