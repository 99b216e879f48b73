"""A share begins, or gets another last day: the one place that writes it, so that nothing is shared twice."""

from datetime import date
from typing import Any
from uuid import UUID

from backend.plans.commands.base import Change
from backend.plans.models import Share


def grant(change: Change, member_id: UUID, *, until: date | None = None, **thing: Any) -> None:
    """Let a member see a step or goal, to the end of the day `until` or until it is taken back."""
    shares = Share.objects.filter(plan=change.plan, member_id=member_id, ended_at=None, **thing)
    if not shares.update(until=until):
        Share.objects.create(plan=change.plan, member_id=member_id, at=change.now, until=until, **thing)
