"""What is asked about every so often to see how it goes: sets of indicators, as data."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from backend.people.models.setting import Setting


class IndicatorSet(Setting):
    """Questions that belong together. One `of_goals` has none of its own: it asks about the citizen's own goals."""

    code = models.SlugField(_("Kode"), max_length=40, unique=True)
    name = models.CharField(_("Navn"), max_length=60)
    name_en = models.CharField(_("Navn på engelsk"), max_length=60)
    about = models.CharField(_("Hvad den er til"), max_length=300, default="", blank=True)
    about_en = models.CharField(_("Hvad den er til, på engelsk"), max_length=300, default="", blank=True)
    every_months = models.PositiveSmallIntegerField(_("Måneder imellem"), default=3)
    of_goals = models.BooleanField(_("Handler om borgerens egne mål"), default=False)
    place = models.PositiveSmallIntegerField(_("Rækkefølge"), default=0)

    class Meta(Setting.Meta):
        ordering = ["place", "pk"]
        verbose_name, verbose_name_plural = _("måling"), _("målinger")

    def __str__(self) -> str:
        return self.name

    def named(self, language: str) -> str:
        return str(self.name_en if language == "en" else self.name)


class Worded(models.Model):
    """What a question says, in both languages."""

    words = models.CharField(_("Spørgsmål"), max_length=200)
    words_en = models.CharField(_("Spørgsmål på engelsk"), max_length=200)
    low = models.CharField(_("Det betyder 0"), max_length=60, default="", blank=True)
    low_en = models.CharField(_("Det betyder 0, på engelsk"), max_length=60, default="", blank=True)
    high = models.CharField(_("Det betyder 10"), max_length=60, default="", blank=True)
    high_en = models.CharField(_("Det betyder 10, på engelsk"), max_length=60, default="", blank=True)
    asks_words = models.CharField(_("Beder om ord"), max_length=80, default="", blank=True)
    asks_words_en = models.CharField(_("Beder om ord, på engelsk"), max_length=80, default="", blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.words


class Indicator(Worded):
    """One question. With words for 0 and 10 it is answered by a figure; with `asks_words`, by words (too).

    `asked`: whose question it is. It keeps its code when its words are put right, so that its line goes on.
    """

    class Asked(models.TextChoices):
        CITIZEN = "citizen", _("Borgeren")
        CONSULTANT = "consultant", _("Konsulenten")

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="indicators")
    code = models.SlugField(_("Kode"), max_length=40, unique=True)
    asked = models.CharField(_("Hvem bliver spurgt"), max_length=10, choices=Asked, default=Asked.CITIZEN)
    place = models.PositiveSmallIntegerField(_("Rækkefølge"), default=0)

    class Meta:
        ordering = ["place", "pk"]
        verbose_name, verbose_name_plural = _("indikator"), _("indikatorer")
        constraints = [
            models.CheckConstraint(condition=Q(asked__in=["citizen", "consultant"]), name="indicator_asked_known"),
            models.CheckConstraint(condition=~Q(low="", high="", asks_words=""), name="indicator_asks_something"),
        ]

    @property
    def has_scale(self) -> bool:
        return bool(self.low and self.high)


SAYS = tuple(field.name for field in Worded._meta.local_fields)


class Wording(Worded):
    """What a question said when somebody answered it, so that no answer is read beside words put right since."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="wordings")

    class Meta:
        ordering = ["pk"]
