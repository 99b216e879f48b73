"""A random sample of consultants' looks for the half-yearly check: who and when, and nothing of what they saw.

Whom a citizen chose looks, too; that is between them, and no leader's business.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from backend.common import clock
from backend.plans.access import LOOKING_IN
from backend.plans.models import Role, Visit

HALF_A_YEAR = timedelta(days=183)
DRAWN = 20


@dataclass(frozen=True, slots=True)
class SampledVisit:
    """One look by a consultant. `number` is its place in the chain."""

    number: int
    at: datetime
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn; the same `draw` and `upto` draw the same again, while the looks are less than half a year old."""

    draw: int
    upto: int
    among: int
    visits: tuple[SampledVisit, ...]


def read_sample(*, draw: int, upto: int | None = None) -> Sample:
    """Twenty sealed looks, drawn with this seed among those up to a number of the chain; by time."""
    looks = Visit.objects.filter(
        number__isnull=False, at__gt=clock.now() - HALF_A_YEAR, role__in=[Role.CONSULTANT, LOOKING_IN]
    )
    looks = looks.filter(number__lte=upto) if upto is not None else looks
    numbers = list(looks.order_by("number").values_list("number", flat=True))
    chosen = Random(draw).sample(numbers, min(DRAWN, len(numbers)))  # noqa: S311  (repeatable, not secret)
    rows = Visit.objects.filter(number__in=chosen).select_related("person").order_by("at", "number")
    visits = tuple(
        SampledVisit(row.number or 0, row.at, row.person.name if row.person else "", row.what) for row in rows
    )
    last = upto if upto is not None else (numbers[-1] if numbers else 0)
    return Sample(draw, int(last or 0), len(numbers), visits)
