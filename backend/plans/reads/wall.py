"""Which board a wall was opened for, so that it finds its way there; whether it may be looked at, its seat says."""

from uuid import UUID

from backend.common import clock
from backend.plans.models import Screen


def read_wall(*, screen_id: UUID) -> int | None:
    """The plan whose board this wall shows; None when it is closed or its time is up."""
    there = Screen.objects.filter(pk=screen_id, closed_at=None, until__gt=clock.now())
    return there.values_list("plan_id", flat=True).first()
