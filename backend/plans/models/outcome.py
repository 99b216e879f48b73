"""What came of it: a job of however few hours, an education, or something else; several at a time."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from backend.plans.models.member import Member
from backend.plans.models.plan import Plan


class Outcome(models.Model):
    """From `began`; without `until` it goes on. `follows`: of a placement, what is agreed to come after it."""

    class Kind(models.TextChoices):
        ORDINARY_HOURS = "ordinary_hours", _("Ordinære timer")
        SMALL_JOB = "small_job", _("Småjob med socialt frikort")
        PLACEMENT = "placement", _("Virksomhedspraktik")
        WAGE_SUBSIDY = "wage_subsidy", _("Løntilskud")
        FLEX_JOB = "flex_job", _("Fleksjob")
        EDUCATION = "education", _("Uddannelse")
        RESOURCE_COURSE = "resource_course", _("Ressourceforløb")
        PENSION = "pension", _("Førtidspension")
        MOVED = "moved", _("Flyttet")
        OTHER = "other", _("Noget andet")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=16, choices=Kind)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)  # a week
    began = models.DateField()
    until = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=200, blank=True)
    follows = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    seq = models.BigIntegerField()  # the plan's number when it was last said
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-began", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("began")), name="outcome_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0, hours__lte=80), name="outcome_hours_of_a_week"
            ),
            models.CheckConstraint(condition=~Q(kind="other", words=""), name="outcome_other_has_a_reason"),
            models.CheckConstraint(condition=~Q(kind="placement", follows=""), name="outcome_placement_leads_on"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "ordinary_hours", "small_job", "placement", "wage_subsidy", "flex_job", "education",
                        "resource_course", "pension", "moved", "other",
                    ]
                ),
                name="outcome_kind_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"outcome {self.pk}"
