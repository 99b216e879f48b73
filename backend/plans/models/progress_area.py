"""An area in which the citizen sees small steps: the three that everybody has, and their own."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from backend.people.models import IndicatorSet
from backend.plans.models.plan import Plan


class Standard(models.TextChoices):
    """The areas that every plan has from its first day, in this order."""

    ATTENDANCE = "attendance", _("Fremmøde")
    IMPULSE_CONTROL = "impulse_control", _("Impulskontrol")
    COPING = "coping", _("Mestring")


class ProgressArea(models.Model):
    """A standard one has a code and no name; the citizen's own has a name. `is_kept`: only the citizen sees into it.

    `is_community`: a club, a workplace, a school; what is noted there says whether one was alone or accompanied.

    One with an `indicator_set` is what the citizen has measured of it: shared and kept like the others, but small steps
    are not noted there.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="progress_areas")
    standard = models.CharField(max_length=16, choices=Standard, blank=True)
    name = models.CharField(max_length=200, blank=True)
    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, null=True, blank=True, related_name="+")
    is_community = models.BooleanField(default=False)
    is_kept = models.BooleanField(default=False)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(standard="", indicator_set=None) & ~Q(name="")
                | Q(name="", indicator_set=None, standard__in=list(Standard.values))
                | Q(name="", standard="", indicator_set__isnull=False),
                name="progress_area_of_one_kind",
            ),
            models.CheckConstraint(condition=Q(is_community=False) | ~Q(name=""), name="progress_area_community_named"),
            models.UniqueConstraint(
                fields=["plan", "standard"], condition=~Q(standard=""), name="progress_area_standard_once"
            ),
            models.UniqueConstraint(
                fields=["plan", "indicator_set"],
                condition=Q(indicator_set__isnull=False),
                name="progress_area_indicators_once",
            ),
        ]

    def __str__(self) -> str:
        return f"progress area {self.pk}"

    @property
    def called(self) -> str:
        """Its name, in the reader's language where it is one that all have."""
        if self.indicator_set is not None:
            return self.indicator_set.named(get_language() or "")
        return self.name or str(Standard(self.standard).label)


def community_id(plan_id: int, name: str) -> uuid.UUID:
    """The area of a community that a goal leads to, known before it is there: however often it is begun, it is one."""
    return uuid.uuid5(_COMMUNITIES, f"{plan_id} {community_key(name)}")


def community_key(name: str) -> str:
    """What two spellings of the same community share."""
    return " ".join(name.split()).casefold()


_COMMUNITIES = uuid.UUID("6d1f5e0a-93f1-4b57-9a3f-1f6d2f0f9c11")
