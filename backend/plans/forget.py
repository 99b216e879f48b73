"""After fifteen minutes what was removed is really gone: rows, remarks, shares, the journal's facts. Numbers stay."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from backend.common import clock
from backend.plans.commands.base import UNDO
from backend.plans.models import Entry, Goal, Remark, Step, Strength


def forget_removed() -> int:
    """Delete everything removed more than 15 minutes ago, in every plan; returns how many things went."""
    too_late = clock.now() - UNDO
    gone = 0
    for model, subject in ((Remark, None), (Step, "step_id"), (Goal, "goal_id"), (Strength, "strength_id")):
        ids = list(model._default_manager.filter(removed_at__lt=too_late).values_list("pk", flat=True)[:500])
        if ids:
            with transaction.atomic():
                model._default_manager.filter(pk__in=ids).delete()
                if subject:
                    _forget_facts(subject, ids)
            gone += len(ids)
    return gone


def _forget_facts(subject: str, ids: Iterable[UUID]) -> None:
    Entry.objects.filter(**{f"{subject}__in": ids}).update(
        step_id=None, goal_id=None, strength_id=None, member_id=None, facts={}, digest="", said_at=None
    )
