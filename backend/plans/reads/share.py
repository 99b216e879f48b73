"""With whom something is shared for itself, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.prepared import Prepared, a_day, a_number
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
    found: dict[UUID, tuple[ShareView, ...]] = {}
    for thing_id, who, until in _OF_KIND[kind].all(plan_id=seat.plan_id, today=clock.today()):
        found[thing_id] = (*found.get(thing_id, ()), ShareView(faces[who], until))
    return found


def _of_kind(kind: str) -> Prepared[tuple[UUID, UUID, date | None]]:
    def question() -> Any:
        there = Share.objects.filter(still_counts(a_day("today")), plan_id=a_number("plan_id"), ended_at=None)
        return there.filter(**{f"{kind}__isnull": False}).order_by("pk").values_list(f"{kind}_id", "member_id", "until")

    return Prepared(question)


_OF_KIND = {kind: _of_kind(kind) for kind in ("strength", "progress_area")}


def shares_of(seat: Seat, faces: Mapping[UUID, Face], **thing: Any) -> tuple[ShareView, ...]:
    """For citizen and consultant only; one query."""
    if not seat.is_broad:
        return ()
    there = Share.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None, **thing)
    return tuple(ShareView(faces[who], until) for who, until in there.order_by("pk").values_list("member_id", "until"))
