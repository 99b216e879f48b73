"""The municipality, its partners, and the teams of consultants."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Organisation(models.Model):
    """A municipality, or a partner whose people come to the table with a task."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Kommune")
        PARTNER = "partner", _("Samarbejdspartner")

    name = models.CharField(_("Navn"), max_length=120, unique=True)
    kind = models.CharField(_("Slags"), max_length=16, choices=Kind)

    class Meta:
        verbose_name, verbose_name_plural = _("organisation"), _("organisationer")

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """Consultants who share a leader."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="teams", verbose_name=_("Organisation"))
    name = models.CharField(_("Navn"), max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="team_name_once")]
        verbose_name, verbose_name_plural = _("hold"), _("holdene")

    def __str__(self) -> str:
        return self.name
