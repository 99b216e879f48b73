"""When it is time for the citizen to measure: some weeks after the plan began, then as often as the set says."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from django.db.models import Exists, Max, Q

from backend.common import clock
from backend.common.months import months_later
from backend.people.models import IndicatorSet
from backend.people.models.setting import holding_today
from backend.plans.commands.measurement import ONE_ROUND
from backend.plans.models import Plan, Role

_SET, _DAY, _BY = "measurements__area__indicator_set__every_months", "measurements__day", "measurements__by__role"


class Measuring(StrEnum):
    """It is not time; for the first time; it is time again; it has been for more than a round, and is not urged."""

    NOT = ""
    FIRST = "first"
    AGAIN = "again"
    OPEN = "open"


def read_measuring(plan_id: int) -> Measuring:
    """For the citizen's own page; one query."""
    return _of_plans([plan_id]).get(plan_id, Measuring.NOT)


def plans_to_measure_again(plans: Iterable[int]) -> set[int]:
    """Those whose citizen is asked now: it is time, and has been for less than a round; one query."""
    return {plan_id for plan_id, one in _of_plans(plans).items() if one in (Measuring.FIRST, Measuring.AGAIN)}


def _of_plans(plans: Iterable[int]) -> dict[int, Measuring]:
    asks = IndicatorSet.objects.filter(holding_today()).filter(Q(of_goals=True) | Q(indicators__asked=Role.CITIZEN))
    there = Plan.objects.filter(Exists(asks), pk__in=list(plans)).order_by()
    last = Max(_DAY, filter=Q(**{_BY: Role.CITIZEN}))
    rows: dict[int, list[tuple[date | None, int | None]]] = defaultdict(list)
    began: dict[int, date] = {}
    for plan_id, opened_at, months, day in there.values_list("pk", "opened_at", _SET).annotate(last=last):
        began[plan_id] = clock.day_of(opened_at)
        rows[plan_id].append((day, months))
    return {plan_id: _measuring(began[plan_id], answers) for plan_id, answers in rows.items()}


def _measuring(began: date, answers: list[tuple[date | None, int | None]]) -> Measuring:
    said = [months_later(day, months) for day, months in answers if day and months]
    due = [day for day in said or [began + ONE_ROUND] if day <= clock.today()]
    if not due:
        return Measuring.NOT
    if clock.today() >= max(due) + ONE_ROUND:
        return Measuring.OPEN
    return Measuring.AGAIN if said else Measuring.FIRST
