"""That a citizen may call outside the hours: agreed with one citizen, in words, until a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened
from backend.plans.models import Plan

A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeOutOfHours:
    """When the citizen may call outside the hours, and until which day that holds; without words it ends now."""

    kind: ClassVar[str] = "agree_out_of_hours"
    told: ClassVar[str] = "out_of_hours_agreed"
    power: ClassVar[str] = "agree_out_of_hours"

    words: texts.Line = ""
    until: date | None = None

    def carry_out(self, change: Change) -> Happened:
        words = texts.cleaned(self.words, longest=texts.LINE, one_line=True)
        if words and (self.until is None or not change.today <= self.until <= change.today + A_YEAR):
            raise Refused(_("Skriv, til og med hvilken dag det gælder. Højst et år frem."), code="bad_day")
        until = self.until if words else None
        Plan.objects.filter(pk=change.plan.pk).update(out_of_hours=words, out_of_hours_until=until)
        return Happened(only=True)
