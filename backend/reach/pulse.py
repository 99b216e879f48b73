"""Does the worker live? It notes each few seconds that it went round; whoever watches the server reads how long ago."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from uuid import UUID

from django.db.models import Max
from django_tasks_db.models import DBTaskResult

from backend.common import clock
from backend.reach.models import Pulse

BEAT = timedelta(seconds=5)
LATE = timedelta(seconds=60)  # a round takes moments, a job at most a minute
FORGOTTEN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkerHealth:
    """`state` is stuck when a worker was here today but not lately; `seconds` since it went round, None: never."""

    state: Literal["ok", "stuck", "absent"]
    seconds: int | None
    jobs_waiting: int


def beat(worker: UUID) -> None:
    """It has gone round. The first time its row is made, and those that ended long ago are forgotten."""
    now = clock.now()
    if not Pulse.objects.filter(pk=worker).update(beat_at=now):
        Pulse.objects.filter(beat_at__lt=now - FORGOTTEN).delete()
        Pulse.objects.create(worker=worker, began_at=now, beat_at=now)


def end(worker: UUID) -> None:
    """It goes home as it should: nobody need look for it."""
    Pulse.objects.filter(pk=worker).delete()


def read_worker_health() -> WorkerHealth:
    """Of the one that went round last; two queries."""
    last = Pulse.objects.aggregate(last=Max("beat_at"))["last"]
    waiting = DBTaskResult.objects.ready().count()
    if last is None:
        return WorkerHealth("absent", None, waiting)
    ago = clock.now() - last
    return WorkerHealth("ok" if ago < LATE else "stuck", max(0, int(ago.total_seconds())), waiting)
