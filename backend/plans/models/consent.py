"""What a citizen is asked to say yes to, and every yes: to which words, on which day, and when it ended."""

import uuid

from django.db import models
from django.db.models import Q

from backend.people.models import ConsentText
from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class ConsentQuestion(models.Model):
    """May we? The plan itself is asked about once, from its first day; each sharing when the consultant asks.

    Of a sharing: which administration gives what to which, why, and until which day. `declined_at`: the last no.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="consent_questions")
    kind = models.CharField(max_length=40, choices=ConsentText.Kind)
    giver = models.CharField(max_length=60, default="", blank=True)
    receiver = models.CharField(max_length=60, default="", blank=True)
    what = models.CharField(max_length=500, default="", blank=True)
    why = models.CharField(max_length=500, default="", blank=True)
    until = models.DateField(null=True, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(kind="holistic_plan"), name="one_question_of_a_plan"),
            models.CheckConstraint(
                condition=Q(kind="holistic_plan")
                | Q(kind="sharing_between_administrations", giver__gt="", receiver__gt="", what__gt="", why__gt="",
                    until__isnull=False, asked_by__isnull=False),
                name="question_of_a_sharing_is_whole",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"consent question {self.pk}"


class Consent(models.Model):
    """One yes. It ends by being withdrawn, or by the same yes to a newer text; the row stays for good."""

    class Ended(models.TextChoices):
        NOT = ""
        WITHDRAWN = "withdrawn"
        RENEWED = "renewed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    question = models.ForeignKey(ConsentQuestion, on_delete=models.CASCADE, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=8)  # the one in which the text was read
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_as = models.CharField(max_length=10, choices=Ended, default="", blank=True)

    class Meta:
        ordering = ["given_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["question"], condition=Q(ended_at=None), name="one_standing_consent"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_as="")
                | Q(ended_at__isnull=False, ended_as__in=["withdrawn", "renewed"]),
                name="consent_ended_says_how",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"consent {self.pk}"
