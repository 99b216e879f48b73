"""With whom one step or goal is shared for itself, and until when."""

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


def shares_of_strengths(seat: Seat, faces: Mapping[UUID, Face]) -> dict[UUID, tuple[ShareView, ...]]:
    """With whom each strength is shared, for the citizen; one query."""
    there = Share.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None)
    found: dict[UUID, tuple[ShareView, ...]] = {}
    rows = there.filter(strength__isnull=False).order_by("pk").values_list("strength_id", "member_id", "until")
    for strength_id, who, until in rows:
        found[strength_id] = (*found.get(strength_id, ()), ShareView(faces[who], until))
    return found


def shares_of(seat: Seat, faces: Mapping[UUID, Face], **thing: Any) -> tuple[ShareView, ...]:
    """For citizen and consultant only; one query."""
    if not seat.is_broad:
        return ()
    there = Share.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None, **thing)
    return tuple(ShareView(faces[who], until) for who, until in there.order_by("pk").values_list("member_id", "until"))
