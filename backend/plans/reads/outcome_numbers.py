"""How many citizens have what came of it today, by kind, without names: for the leader."""

from dataclasses import dataclass

from django.db.models import Count, Q

from backend.common import clock
from backend.plans.models import Member, Outcome
from backend.plans.reads.numbers import FEWEST, Shown


@dataclass(frozen=True, slots=True)
class OutcomeNumber:
    """Of one kind: citizens for whom it runs today; None where it is held back."""

    called: str
    citizens: Shown


def read_outcome_numbers() -> tuple[OutcomeNumber, ...]:
    """Of all teams together, in the order of the kinds; two queries.

    A number under five is held back, and so is one that all but a few have: who has not would be told by it. Of several
    at a time each counts, so that no sum of them tells another.
    """
    plans = Member.objects.filter(role="consultant", ended_at=None).exclude(person__team=None).values("plan")
    today, everybody = clock.today(), plans.count()
    runs = Outcome.objects.filter(
        Q(until=None) | Q(until__gte=today), began__lte=today, removed_at=None, plan__in=plans
    )
    found = dict(runs.order_by().values_list("kind").annotate(n=Count("plan", distinct=True)))
    return tuple(OutcomeNumber(str(kind.label), _shown(found.get(kind.value, 0), everybody)) for kind in Outcome.Kind)


def _shown(many: int, everybody: int) -> Shown:
    return many if many >= FEWEST and everybody - many >= FEWEST else None
