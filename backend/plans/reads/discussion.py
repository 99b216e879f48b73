"""When professionals talked about the plan without its citizen. For citizen and consultant, nobody else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.models import Discussion


@dataclass(frozen=True, slots=True)
class DiscussionView:
    """Once: on which day, with which professions, and who noted it."""

    id: UUID
    day: date
    professions: str
    noted_by: str


def read_discussions(seat: Seat) -> tuple[DiscussionView, ...]:
    """The newest first. Raises NotHere for everybody but the two."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    rows = Discussion.objects.filter(plan_id=seat.plan_id)
    return tuple(DiscussionView(*row) for row in rows.values_list("pk", "day", "professions", "noted_by__person__name"))
