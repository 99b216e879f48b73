"""Who looked in from outside, and why: what the citizen is told, and, without their words, the citizen's consultant."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.models.person import initials_of
from backend.plans.access import Seat
from backend.plans.models import LookIn
from backend.plans.reads.faces import Face

SHOWN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class LookInView:
    """One hour, or less. `is_open`: it goes on until `until`."""

    id: UUID
    face: Face
    organisation: str
    reason: str
    words: str
    at: datetime
    until: datetime
    is_open: bool
    is_seen: bool


def read_looks_in(seat: Seat) -> tuple[LookInView, ...]:
    """Those of the last ninety days, newest first. Raises NotHere for all but citizen and consultant."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    rows = LookIn.objects.filter(plan_id=seat.plan_id, at__gt=clock.now() - SHOWN).select_related("person")
    return tuple(_view(seat, row) for row in rows.order_by("-at", "pk"))


def _view(seat: Seat, row: LookIn) -> LookInView:
    name = row.person.name
    return LookInView(
        id=row.pk,
        face=Face(None, name, initials_of(name), "consultant"),
        organisation=row.organisation,
        reason=row.reason,
        words=row.words if seat.role == "citizen" else "",
        at=row.at,
        until=min(row.until, row.ended_at or row.until),
        is_open=row.ended_at is None and row.until > clock.now(),
        is_seen=row.seen_at is not None,
    )
