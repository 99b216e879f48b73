"""Jobs that django-tasks keeps in the database, done by our worker: each once, and again if who did it was killed.

django-tasks-db's own worker takes the whole database for itself (`BEGIN EXCLUSIVE`) four times a second to look for
work, and leaves what a killed worker had begun at RUNNING for ever. Ours looks by reading, claims by one conditional
update, and takes over after a lease. A job must so be one that may be begun twice, and takes at most a minute.
"""

import logging
import traceback
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import DatabaseError
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks.base import TaskContext
from django_tasks_db.models import DBTaskResult

from backend.common import clock

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=3)
TRIES = 3
AT_ONCE = 20  # jobs in one round; the next round is moments later
KEPT = timedelta(days=1)

READY, RUNNING = TaskResultStatus.READY, TaskResultStatus.RUNNING
DONE, FAILED = TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED
Job = DBTaskResult[Any, Any]


def do_jobs(worker: UUID) -> None:
    """Those that are due, the most pressing first. One that fails is told in the log and keeps nobody waiting."""
    for _ in range(AT_ONCE):
        job = _claim(worker)
        if job is None:
            return
        _do(job)


def tidy() -> None:
    """What a killed worker had begun waits anew, or has failed when it killed three; what is long done goes."""
    now = clock.now()
    for job in DBTaskResult.objects.running().filter(started_at__lt=now - LEASE):
        given_up = len(job.worker_ids) >= TRIES
        told = (
            {"status": FAILED, "finished_at": now, "exception_class_path": "killed"} if given_up else {"status": READY}
        )
        if _mine(job).update(**told) and given_up:
            log.error("a job was given up", extra={"facts": {"job": job.task_path, "tries": len(job.worker_ids)}})
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()


def _claim(worker: UUID) -> Job | None:
    """The next that is ready, ours by an update that finds it ready still: of two who see it one gets it."""
    while (job := DBTaskResult.objects.ready().first()) is not None:
        mine = {"status": RUNNING, "started_at": clock.now(), "worker_ids": [*job.worker_ids, str(worker)]}
        if DBTaskResult.objects.filter(Q(pk=job.pk, status=READY)).update(**mine):
            job.refresh_from_db()
            return job
    return None


def _do(job: Job) -> None:
    try:
        task = job.task
        result: Any = job.task_result
        context = [TaskContext(task_result=result)] if task.takes_context else []
        given = task.call(*context, *result.args, **result.kwargs)
        _mine(job).update(status=DONE, finished_at=clock.now(), return_value=given)
    except DatabaseError:
        raise  # nothing is known of it: its lease runs out
    except Exception as trouble:
        log.exception("a job failed", extra={"facts": {"job": job.task_path}})
        # The lines it passed, without its words: they may quote somebody.
        passed = "".join(traceback.format_tb(trouble.__traceback__))
        kind = f"{type(trouble).__module__}.{type(trouble).__qualname__}"
        _mine(job).update(status=FAILED, finished_at=clock.now(), exception_class_path=kind, traceback=passed)


def _mine(job: Job) -> Any:
    """The row, unless somebody has taken it over meanwhile."""
    return DBTaskResult.objects.filter(pk=job.pk, status=RUNNING, started_at=job.started_at)
