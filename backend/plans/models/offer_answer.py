"""Whether an offer did help, each for themself; and whether two of them are too many."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from backend.plans.models.member import Member
from backend.plans.models.offer import Offer
from backend.plans.models.plan import Plan


class OfferAnswer(models.Model):
    """What one person says of it, in the place of what they said before."""

    class Answer(models.TextChoices):
        YES = "yes", _("Ja")
        LITTLE = "little", _("Lidt")
        NO = "no", _("Nej")
        UNKNOWN = "unknown", _("Ved ikke")

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="answers")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=7, choices=Answer)
    words = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "by"], name="offer_answer_once"),
            models.CheckConstraint(
                condition=Q(answer__in=["yes", "little", "no", "unknown"]), name="offer_answer_known"
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} to offer {self.offer_id}"


class OfferOverlap(models.Model):
    """What one of the two says of a pair that runs at the same time for the same goal; `one` has the lower id."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    one = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    is_double = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other", "by"], name="offer_overlap_answered_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="offer_overlap_in_order"),
        ]

    def __str__(self) -> str:
        return f"overlap of {self.one_id} and {self.other_id}"
