"""What waits to be sent later: for the consultant who wrote it, and for nobody else."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from backend.plans.access import Seat
from backend.plans.commands.base import UNDO
from backend.plans.later import removed_of, waiting_of
from backend.plans.models import ScheduledMessage


@dataclass(frozen=True, slots=True)
class ScheduledView:
    """A message that waits; with `until`, one that is taken off and can be put back until then.

    `former`: the name of the consultant before, who laid it aside: it is not sent until this one says so.
    """

    id: UUID
    words: str
    due_at: datetime
    until: datetime | None
    former: str = ""


def read_scheduled(seat: Seat) -> tuple[ScheduledView, ...]:
    """What another laid aside, what waits, what was taken off; two queries; none for the citizen."""
    if seat.role != "consultant":
        return ()
    waiting = (
        waiting_of(seat).select_related("former__person").order_by(F("former").asc(nulls_last=True), "due_at", "pk")
    )
    return tuple(_view(one) for one in (*waiting, *removed_of(seat)))


def _view(one: ScheduledMessage) -> ScheduledView:
    former = one.former.person.first_name if one.former and not one.removed_at else ""
    return ScheduledView(one.pk, one.words, one.due_at, one.removed_at + UNDO if one.removed_at else None, former)
