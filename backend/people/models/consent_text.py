"""What a citizen is asked to say yes to, word for word. Beside the people: the municipality's words, nobody's own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common import clock


class ConsentText(models.Model):
    """One version of one text in two languages. Never changed: another wording is another row, the next version."""

    class Kind(models.TextChoices):
        HOLISTIC_PLAN = "holistic_plan", _("Samtykke til planen")
        SHARING = "sharing_between_administrations", _("Samtykke til at dele")

    kind = models.CharField(_("Slags"), max_length=40, choices=Kind)
    version = models.PositiveSmallIntegerField(_("Udgave"))
    da = models.TextField(_("Tekst på dansk"), max_length=4000)
    en = models.TextField(_("Tekst på engelsk"), max_length=4000)
    made_at = models.DateTimeField(_("Gælder fra"), default=clock.now)

    class Meta:
        ordering = ["kind", "-version"]
        verbose_name, verbose_name_plural = _("tekst til samtykke"), _("tekster til samtykke")
        constraints = [
            models.UniqueConstraint(fields=["kind", "version"], name="consent_text_version_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["holistic_plan", "sharing_between_administrations"]),
                name="consent_text_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"

    def in_language(self, language: str) -> str:
        """Word for word; Danish where we have not the reader's language."""
        return str(self.en if language == "en" else self.da)
