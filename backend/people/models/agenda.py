"""What a kind of meeting usually comes to, in order: for all, or for one team that does it its own way."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.people.models.organisation import Team
from backend.people.models.setting import MeetingKind, Setting


class Stage(models.TextChoices):
    """What an item of an agenda is for: the rooms of a good meeting, in order. `other` is anything else."""

    WELCOME = "welcome", _("Velkommen")
    SINCE_LAST = "since_last", _("Siden sidst")
    STRENGTHS = "strengths", _("Det kan jeg")
    LIFE_GOAL = "life_goal", _("Mit mål")
    HARD = "hard", _("Det svære")
    WHO_WHEN = "who_when", _("Hvem gør hvad hvornår")
    AGREED = "agreed", _("Er vi enige?")
    TAKE_HOME = "take_home", _("Et ord med hjem")
    OTHER = "other", _("Andet")


class AgendaTemplate(Setting):
    """The usual agenda of a kind of meeting; a team's own goes before the one for all."""

    meeting_kind = models.ForeignKey(MeetingKind, models.PROTECT, related_name="agendas", verbose_name=_("Mødeform"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hold"))

    class Meta(Setting.Meta):
        ordering = ["meeting_kind__name", "valid_from"]
        verbose_name, verbose_name_plural = _("dagsorden"), _("dagsordener")

    def __str__(self) -> str:
        return str(self.meeting_kind)


class AgendaLine(models.Model):
    """One thing to come to."""

    template = models.ForeignKey(AgendaTemplate, models.CASCADE, related_name="lines")
    words = models.CharField(_("Sætning"), max_length=120)
    stage = models.CharField(_("Hvad det er til"), max_length=12, choices=Stage, default=Stage.OTHER)
    minutes = models.PositiveSmallIntegerField(_("Minutter"), default=5)
    administration = models.CharField(_("Forvaltningens egen del"), max_length=120, default="", blank=True)
    place = models.PositiveSmallIntegerField(_("Rækkefølge"), default=0)

    class Meta:
        ordering = ["place", "pk"]
        verbose_name, verbose_name_plural = _("punkt"), _("punkter")
        constraints = [models.CheckConstraint(condition=models.Q(stage__in=Stage.values), name="agenda_line_stage")]

    def __str__(self) -> str:
        return self.words
