"""A short text that a team keeps ready, for a consultant to begin a message with."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.people.models.organisation import Team
from backend.people.models.setting import Setting


class ReadyText(Setting):
    """Of one team, or without a team for all. Nobody's own words stand in it: it is written before it is needed."""

    name = models.CharField(_("Navn"), max_length=80)
    words = models.TextField(_("Tekst"), max_length=1000)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hold"))
    place = models.PositiveSmallIntegerField(_("Rækkefølge"), default=0)

    class Meta(Setting.Meta):
        ordering = ["place", "name", "pk"]
        verbose_name, verbose_name_plural = _("klar tekst"), _("klare tekster")

    def __str__(self) -> str:
        return self.name
