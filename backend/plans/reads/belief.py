"""The consultant's own belief in the citizen: asked for some weeks after they met, and then as often as its set."""

from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from backend.common import clock
from backend.common.months import months_later
from backend.common.prepared import a_day
from backend.people.models import IndicatorSet
from backend.people.models.setting import holding
from backend.plans.commands.measurement import ONE_ROUND
from backend.plans.models import Measurement, Role


def facts_of_belief() -> dict[str, Any]:
    """For each place of a consultant: how many months lie between, where it is asked about; when they said it last."""
    asked = IndicatorSet.objects.filter(holding(a_day("today")), indicators__asked=Role.CONSULTANT)
    said = Measurement.objects.filter(plan=OuterRef("plan"), by=OuterRef("pk"), indicator__asked=Role.CONSULTANT)
    return {
        "belief_months": Subquery(asked.order_by("every_months").values("every_months")[:1]),
        "believed_on": Subquery(said.order_by("-day").values("day")[:1]),
    }


def belief_due(months: int | None, believed_on: date | None, mine_since: datetime) -> date | None:
    """The day from which it is time; none where nobody asks."""
    if months is None:
        return None
    return months_later(believed_on, months) if believed_on else clock.day_of(mine_since) + ONE_ROUND
