"""A notice that is done with is not kept: after a month it goes, and with it what the office counts of it."""

from datetime import timedelta

from backend.common import clock
from backend.common.in_line import in_line
from backend.reach.models import Notice

KEPT = timedelta(days=30)


def forget_notices() -> None:
    """Old ones, unless they still wait."""
    with in_line():
        Notice.objects.filter(at__lt=clock.now() - KEPT).exclude(state=Notice.State.WAITING).delete()
