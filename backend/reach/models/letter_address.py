"""Where a person lets themself be written to when a nudge was not seen: given and proven by themself."""

from django.db import models
from django.db.models import Q

from backend.people.models import Person


class LetterAddress(models.Model):
    """For letters alone: nobody comes in by it. `spelt`: in the one way that `backend.people.addresses` spells it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8)
    spelt = models.CharField(max_length=254)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="letter_address_once"),
            models.CheckConstraint(condition=Q(kind__in=["email", "phone"]), name="letter_address_kind_known"),
        ]

    def __str__(self) -> str:
        return f"letter address {self.pk}"
