"""A look at somebody's plan by anyone but themself: what the citizen is shown under "Hvem har set min plan"."""

from django.db import models
from django.db.models import Q

from backend.people.models import Person
from backend.plans.models.plan import Plan
from backend.plans.models.screen import Screen


class Visit(models.Model):
    """Who was shown what of a plan, and when. Only ever added; `number` and `digest` chain it once it is sealed.

    `what` names the page or the way in ("board", "step", "live", "api"); `subject_id` the step or goal it was about.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="visits")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    screen = models.ForeignKey(Screen, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=16)
    what = models.CharField(max_length=32)
    subject_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    number = models.BigIntegerField(null=True, unique=True)
    digest = models.CharField(max_length=64, default="")

    class Meta:
        indexes = [
            models.Index(fields=["plan", "at"], name="visit_plan_at"),
            models.Index(fields=["id"], condition=Q(number=None), name="visit_unsealed"),
        ]

    def __str__(self) -> str:
        return f"visit {self.pk}"
