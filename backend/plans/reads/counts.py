"""How many cards each column has. What the citizen has not said yes to is not counted as agreed; it is told beside."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, JSONField, Q, QuerySet, Value, When

from backend.common.prepared import Prepared, a_number
from backend.plans.models import Step
from backend.plans.reads.card import AGREED_OR_DOING, Card, citizen_at, has_own_yes
from backend.plans.reads.faces import Table


@dataclass(frozen=True, slots=True)
class InColumn:
    """The cards of one status; `open` ones stand there without being agreed."""

    counted: int = 0
    open: int = 0


def count_cards(cards: Iterable[Card]) -> dict[str, InColumn]:
    """Of cards that were read anyway."""
    return _tally((card.status, card.is_open, 1) for card in cards)


def count_steps(plan_id: int, table: Table) -> dict[str, InColumn]:
    """The same of every card of a plan, in one query; citizen and consultant alone see them all."""
    citizen = citizen_at(table)
    rows = _ROWS.all(plan_id=plan_id)
    return _tally((status, voices is not None and not has_own_yes(voices, citizen), n) for status, voices, n in rows)


def _tally(rows: Iterable[tuple[str, bool, int]]) -> dict[str, InColumn]:
    found: Counter[tuple[str, bool]] = Counter()
    for status, is_open, many in rows:
        found[status, is_open] += many
    return {status: InColumn(found[status, False], found[status, True]) for status, _ in found}


def _voices() -> Case:
    """The voices that decide whether a step is counted; none where it is counted anyhow, empty where it never is."""
    agreement = Q(responsible__isnull=False, due__isnull=False)
    return Case(
        When(agreement & Q(status__in=AGREED_OR_DOING, accepted_at__isnull=False), then=F("voices")),
        When(Q(status="agreed") | (agreement & Q(status="doing")), then=Value({}, JSONField())),
        default=Value(None, JSONField()),
        output_field=JSONField(),
    )


def _rows() -> QuerySet[Step, tuple[str, Any, int]]:
    steps = Step.objects.filter(plan_id=a_number("plan_id"), removed_at=None).order_by().annotate(asked=_voices())
    return steps.values_list("status", "asked").annotate(count=Count("pk"))


_ROWS = Prepared(_rows)
