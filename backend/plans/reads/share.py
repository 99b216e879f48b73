"""With whom something is shared for itself, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.plans.access import Seat
from backend.plans.models import Share
from backend.plans.models.share import still_counts
from backend.plans.reads.faces import Face


@dataclass(frozen=True, slots=True)
class ShareView:
    """One person; `until` is empty while it stands until it is taken back."""

    face: Face
    until: date | None


def shares_by_thing(seat: Seat, faces: Mapping[UUID, Face], kind: str) -> dict[UUID, tuple[ShareView, ...]]:
    """With whom each strength, or each area of small steps, is shared, for the citizen; one query."""
    there = Share.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None)
    found: dict[UUID, tuple[ShareView, ...]] = {}
    rows = there.filter(**{f"{kind}__isnull": False}).order_by("pk").values_list(f"{kind}_id", "member_id", "until")
    for thing_id, who, until in rows:
        found[thing_id] = (*found.get(thing_id, ()), ShareView(faces[who], until))
    return found


def shares_of(seat: Seat, faces: Mapping[UUID, Face], **thing: Any) -> tuple[ShareView, ...]:
    """For citizen and consultant only; one query."""
    if not seat.is_broad:
        return ()
    there = Share.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None, **thing)
    return tuple(ShareView(faces[who], until) for who, until in there.order_by("pk").values_list("member_id", "until"))
