"""How often we meet: one of citizen and consultant proposes, and it holds when the other says the same."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from annotated_types import Interval
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.commands.base import Change, Happened
from backend.plans.models import Rhythm

CHOICES = (7, 14, 28, 42, 0)  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class SayRhythm:
    """So many days between our meetings; 0: as it falls out. The same as the other has proposed is a yes to it.

    The same as what holds takes a proposal away, one's own or the other's: then all stays as it is.
    """

    kind: ClassVar[str] = "say_rhythm"
    told: ClassVar[str] = "rhythm_said"
    power: ClassVar[str] = "say_rhythm"

    days: Annotated[int, Interval(ge=0, le=max(CHOICES))]

    def carry_out(self, change: Change) -> Happened:
        if self.days not in CHOICES:
            raise Refused(_("Vælg en af de rytmer, der står her."), code="bad_day")
        rhythm = Rhythm.objects.filter(plan=change.plan).first() or Rhythm(plan=change.plan)
        is_yes = rhythm.asked_days == self.days and rhythm.asked_by != change.seat.role
        if is_yes:
            rhythm.days, rhythm.agreed_at = self.days, change.now
        asks = not is_yes and self.days != rhythm.days
        rhythm.asked_days, rhythm.asked_by = (self.days, change.seat.role) if asks else (None, "")
        rhythm.asked_at = change.now if asks else None
        rhythm.save()
        return Happened(only=True, facts={"is": "agreed" if is_yes else "asked" if asks else "kept"})
