"""When professionals talked about the plan without its citizen. For citizen and consultant, nobody else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands.base import UNDO
from backend.plans.models import Discussion


@dataclass(frozen=True, slots=True)
class DiscussionView:
    """Once: on which day, with which professions, and who noted it; `may_remove`: by this seat, as a mistake."""

    id: UUID
    day: date
    professions: str
    noted_by: str
    may_remove: bool


def read_discussions(seat: Seat) -> tuple[DiscussionView, ...]:
    """The newest first. Raises NotHere for everybody but the two."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    rows = Discussion.objects.filter(plan_id=seat.plan_id, removed_at=None).select_related("noted_by__person")
    return tuple(
        DiscussionView(row.pk, row.day, row.professions, row.noted_by.person.name, _may_remove(seat, row))
        for row in rows
    )


def _may_remove(seat: Seat, row: Discussion) -> bool:
    return seat.role == "consultant" and row.noted_at + UNDO > clock.now()
