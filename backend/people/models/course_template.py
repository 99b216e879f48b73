"""What a course usually comes to, phase by phase: steps to suggest and goals to talk about, for all or for one team."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.people.models.organisation import Team
from backend.people.models.setting import Setting


class CoursePhase(models.TextChoices):
    """The phases of a plan's course, in order."""

    GETTING_TO_KNOW = "getting_to_know", _("Lær hinanden at kende")
    UNDER_WAY = "under_way", _("Hjælp i gang")
    BEGUN = "begun", _("Begyndt på job eller uddannelse")
    AFTERCARE = "aftercare", _("Efterværn")
    CLOSED = "closed", _("Afsluttet")


class CourseTemplate(Setting):
    """A way that many go: young people, families, out of crime. A team's own is for that team alone."""

    code = models.SlugField(_("Kode"), max_length=40, unique=True)
    name = models.CharField(_("Navn"), max_length=80)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hold"))
    place = models.PositiveSmallIntegerField(_("Rækkefølge"), default=0)

    class Meta(Setting.Meta):
        ordering = ["place", "name"]
        verbose_name, verbose_name_plural = _("skabelon for et forløb"), _("skabeloner for forløb")

    def __str__(self) -> str:
        return self.name


class CourseLine(models.Model):
    """A step to suggest, or a goal to talk about, in one phase."""

    class Sort(models.TextChoices):
        STEP = "step", _("Skridt")
        GOAL = "goal", _("Mål")

    template = models.ForeignKey(CourseTemplate, models.CASCADE, related_name="lines")
    phase = models.CharField(_("Fase"), max_length=16, choices=CoursePhase)
    sort = models.CharField(_("Hvad det er"), max_length=4, choices=Sort, default=Sort.STEP)
    words = models.CharField(_("Sætning"), max_length=120)
    place = models.PositiveSmallIntegerField(_("Rækkefølge"), default=0)

    class Meta:
        ordering = ["place", "pk"]
        verbose_name, verbose_name_plural = _("forslag"), _("forslag")
        constraints = [
            models.CheckConstraint(condition=models.Q(phase__in=CoursePhase.values), name="course_line_phase_known"),
            models.CheckConstraint(condition=models.Q(sort__in=["step", "goal"]), name="course_line_sort_known"),
        ]

    def __str__(self) -> str:
        return self.words
