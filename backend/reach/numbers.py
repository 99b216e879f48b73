"""How nudging goes, for administrators: numbers alone, of nobody and no plan."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from backend.common import clock
from backend.reach.forget import KEPT
from backend.reach.models import Notice

State = Notice.State
LATE = timedelta(minutes=10)
LETTERS = (Notice.Way.EMAIL, Notice.Way.PHONE)


@dataclass(frozen=True, slots=True)
class Reach:
    """`waiting`: due and not sent for ten minutes, since `waiting_since`. The rest of the last 30 days: sent, not sent
    after all tries, and letters of which it is not known whether they left.
    """

    sent: int
    failed: int
    unsure: int
    waiting: int
    waiting_since: datetime | None


def read_reach() -> Reach:
    """One query."""
    now = clock.now()
    is_late, lately = Q(state=State.WAITING, due_at__lt=now - LATE), Q(at__gte=now - KEPT)
    was_posted = Q(posted_at__lt=now - LATE) & ~Q(way__in=LETTERS)
    told = Notice.objects.aggregate(
        sent=Count("pk", filter=lately & Q(state__in=[State.SENT, State.SEEN], sent_at__isnull=False)),
        failed=Count("pk", filter=lately & Q(state=State.FAILED)),
        unsure=Count("pk", filter=lately & was_posted),
        waiting=Count("pk", filter=is_late),
        waiting_since=Min("due_at", filter=is_late),
    )
    return Reach(**told)
