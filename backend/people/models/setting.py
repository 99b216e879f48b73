"""What the municipality decides and the law changes: target groups, principles, kinds of meetings, rules of contact.

Beside the people and not beside the plans: they hold nobody's words, administrators write them, and no plan may.
Each is data with a day from which it holds, so that a new law is a new row and not a new release.
"""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.prepared import Blank


class Setting(models.Model):
    """Holds from one day, and until another when that is said."""

    valid_from = models.DateField(_("Gælder fra"), default=clock.today)
    valid_until = models.DateField(_("Gælder til"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
                name="%(class)s_ends_after_it_begins",
            )
        ]


def holding_today(through: str = "") -> models.Q:
    """Of settings, or of what refers to them by this way: those that hold today."""
    return holding(clock.today(), through)


def holding(today: date | Blank, through: str = "") -> models.Q:
    """Those that hold on a day."""
    ends = models.Q(**{f"{through}valid_until": None}) | models.Q(**{f"{through}valid_until__gte": today})
    return models.Q(**{f"{through}valid_from__lte": today}) & ends


class TargetGroup(Setting):
    """Whom an effort is for."""

    name = models.CharField(_("Navn"), max_length=120)
    code = models.SlugField(_("Kode"), max_length=40, unique=True)
    law = models.CharField(_("Paragraf"), max_length=120, default="", blank=True)

    class Meta(Setting.Meta):
        ordering = ["name"]
        verbose_name, verbose_name_plural = _("målgruppe"), _("målgrupper")

    def __str__(self) -> str:
        return self.name


class Principle(Setting):
    """A sentence that the municipality stands by, to begin a meeting with."""

    words = models.CharField(_("Sætning"), max_length=200)
    place = models.PositiveSmallIntegerField(_("Rækkefølge"), default=0)

    class Meta(Setting.Meta):
        ordering = ["place", "pk"]
        verbose_name, verbose_name_plural = _("princip"), _("principper")

    def __str__(self) -> str:
        return self.words


class MeetingKind(Setting):
    """A way to meet."""

    name = models.CharField(_("Navn"), max_length=80)
    code = models.SlugField(_("Kode"), max_length=40, unique=True)
    law = models.CharField(_("Paragraf"), max_length=120, default="", blank=True)

    class Meta(Setting.Meta):
        ordering = ["name"]
        verbose_name, verbose_name_plural = _("mødeform"), _("mødeformer")

    def __str__(self) -> str:
        return self.name


class ContactRule(Setting):
    """At least so many meetings of a kind within so many days, for a target group."""

    target_group = models.ForeignKey(TargetGroup, models.PROTECT, related_name="rules", verbose_name=_("Målgruppe"))
    meeting_kind = models.ForeignKey(MeetingKind, models.PROTECT, related_name="rules", verbose_name=_("Mødeform"))
    least = models.PositiveSmallIntegerField(_("Mindst så mange gange"), default=1)
    within_days = models.PositiveSmallIntegerField(_("Inden for så mange dage"), default=28)
    law = models.CharField(_("Paragraf"), max_length=120, default="", blank=True)

    class Meta(Setting.Meta):
        ordering = ["target_group__name", "meeting_kind__name", "valid_from"]
        verbose_name, verbose_name_plural = _("regel om kontakt"), _("regler om kontakt")
        constraints = [
            *Setting.Meta.constraints,
            models.CheckConstraint(condition=models.Q(least__gte=1, within_days__gte=1), name="contact_rule_asks"),
        ]

    def __str__(self) -> str:
        return f"{self.target_group}: {self.meeting_kind}"
