"""After a commit: "plan 7 is at 42". No content: whoever hears it reads under their own seat."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backend.common.prepared import Prepared, a_number
from backend.plans.models import Plan

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wake:
    """A plan has changed. `seq` is the plan's newest number, `epoch` its policy's.

    `is_look`: nothing has changed, but somebody was shown something of it, on which some of what is told hangs.
    """

    plan_id: int
    seq: int
    epoch: int
    is_look: bool = False


listeners: list[Callable[[Wake], None]] = []


def wake(plan_id: int, *, seq: int, epoch: int) -> None:
    """Tell every listener, from the writing thread. One that fails disturbs nobody."""
    _tell(Wake(plan_id, seq, epoch))


def looked_at(plan_id: int) -> None:
    """Tell every listener that a look was noted, which has no number."""
    _tell(Wake(plan_id, 0, 0, is_look=True))


def _tell(told: Wake) -> None:
    for listener in listeners:
        try:
            listener(told)
        except Exception:
            log.exception("a listener to wakes failed")


def where_is(plan_id: int) -> Wake | None:
    """Where a plan is now; None when there is no such plan."""
    row = _WHERE.one(plan_id=plan_id)
    return Wake(*row) if row else None


_WHERE = Prepared(lambda: Plan.objects.filter(pk=a_number("plan_id")).values_list("pk", "head_seq", "policy_epoch"))


def whereabouts(plan_ids: Iterable[int]) -> list[Wake]:
    """Where these plans are now, in one query: what heals a wake that was lost."""
    rows = Plan.objects.filter(pk__in=plan_ids).values_list("pk", "head_seq", "policy_epoch")
    return [Wake(*row) for row in rows]
