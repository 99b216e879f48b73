"""Steps not reached: each day that passed over one, and each time it was given up, read back by the journal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from backend.common import clock
from backend.plans.commands.base import UNDO
from backend.plans.models import Entry, Step

DROPPED, OVERDUE = "step_dropped", "step_overdue"
TO_DO = ("agreed", "doing")
_TOLD = ("step_moved", "step_due_set", "step_taken")  # what changes a step's status or its day


@dataclass(frozen=True, slots=True)
class Unreached:
    """`at`: when it began, `on` the day that is told. `over`: when its day was moved or it was finished or laid aside;
    None while it still waits. `is_done`: it was over because it was done."""

    what: str
    step_id: UUID
    title: str
    at: datetime
    on: date
    over: datetime | None = None
    is_done: bool = False


def passed_at(due: date) -> datetime:
    """When a day is over: the midnight that ends it where the citizens live."""
    return datetime.combine(due + timedelta(days=1), time(), tzinfo=clock.COPENHAGEN)


def read_unreached(plan_id: int, shown: timedelta) -> list[Unreached]:
    """Of the steps of one plan that are not removed, begun within `shown`; two queries.

    An entry from before the day was written into it tells of no day, and nothing older is read for that step's days.
    """
    since, today = clock.now() - shown, clock.today()
    changes: dict[UUID | None, list[_Told]] = {}
    entries = Entry.objects.filter(plan_id=plan_id, kind__in=_TOLD, at__gt=since).order_by("-seq")
    for step_id, *told in entries.values_list("step_id", "kind", "at", "facts"):
        changes.setdefault(step_id, []).append(_Told(*told))
    late = Q(status__in=TO_DO, due__lt=today, due__gt=today - shown)
    steps = Step.objects.filter(Q(pk__in=list(changes)) | late, plan_id=plan_id, removed_at=None)
    rows = steps.order_by("due", "position").values_list("pk", "title", "status", "due")
    found = (one for row in rows for one in _back(*row, changes.get(row[0], [])))
    return [one for one in found if one.on > today - shown]


@dataclass(frozen=True, slots=True)
class _Told:
    kind: str
    at: datetime
    facts: dict[str, Any]


def _back(step_id: UUID, title: str, status: str, due: date | None, changes: Iterable[_Told]) -> Iterator[Unreached]:
    """From how the step stands now, newest change first; of one day the newest end counts."""
    days: set[date] = set()
    if status in TO_DO and due and due < clock.today():
        days.add(due)
        yield Unreached(OVERDUE, step_id, title, passed_at(due), due)
    left_at = clock.now() + UNDO  # when it left the status that it had after the change at hand
    for told in changes:
        was_status, was_due = _before(told, status, due)
        is_over = status not in TO_DO or due != was_due
        if is_over and was_status in TO_DO and was_due and passed_at(was_due) <= told.at and was_due not in days:
            days.add(was_due)
            yield Unreached(OVERDUE, step_id, title, passed_at(was_due), was_due, told.at, is_done=status == "done")
        if status != was_status:
            if status == "dropped" and left_at - told.at > UNDO:  # what was soon undone was a slip of the hand
                yield Unreached(DROPPED, step_id, title, told.at, clock.day_of(told.at))
            left_at = told.at
        status, due = was_status, was_due


def _before(told: _Told, status: str, due: date | None) -> tuple[str, date | None]:
    """The status and the day of a step just before this change."""
    if told.kind == "step_moved":
        return str(told.facts["from"]), due
    was = told.facts.get("was")
    return status, date.fromisoformat(was) if was else None
