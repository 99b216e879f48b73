"""When a consultant is at work, when they are away and who is there instead, and whom anybody may call at once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.people.models.person import Person
from backend.people.models.setting import Setting


class OfficeHour(models.Model):
    """From when to when somebody is at work on one day of every week (0 is Monday), in Copenhagen's time."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="office_hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(fields=["person", "weekday"], name="office_hour_once_a_weekday"),
            models.CheckConstraint(
                condition=models.Q(weekday__lte=6, opens__lt=models.F("closes")), name="office_hour_is_a_stretch"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.weekday}"


class Absence(models.Model):
    """Days on which somebody is away, both with it, and the colleague who is there instead."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="absences")
    first_day = models.DateField()
    last_day = models.DateField()
    stand_in = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(last_day__gte=models.F("first_day")), name="absence_ends")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.first_day}"


class CallNow(Setting):
    """Whom to call when it cannot wait: on every citizen's conversation, as the municipality sets it."""

    name = models.CharField(_("Navn"), max_length=80)
    phone = models.CharField(_("Telefon"), max_length=32)
    about = models.CharField(_("Hvornår"), max_length=120, default="", blank=True)
    place = models.PositiveSmallIntegerField(_("Rækkefølge"), default=0)

    class Meta(Setting.Meta):
        ordering = ["place", "pk"]
        verbose_name, verbose_name_plural = _("nummer at ringe til nu"), _("numre at ringe til nu")

    def __str__(self) -> str:
        return self.name
