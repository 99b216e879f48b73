"""python manage.py work: does what waits in the background, and reaches those who are not looking."""

import gc
import sys
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from backend.config.checks import refuse_to_work_unsafely
from backend.reach import jobs
from backend.reach.deliver import deliver_due
from backend.reach.follow import follow
from backend.reach.worker import Round, Worker

A_MINUTE = 60.0


class Command(BaseCommand):
    help = "The worker. Beside the server, once or several times; ends when it is told to."
    requires_system_checks = ()  # only what concerns it, without all of the pages

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--with-parent", action="store_true", help="end when standard input closes")

    def handle(self, *args: Any, **options: Any) -> None:
        refuse_to_work_unsafely()
        worker = Worker(rounds=[], parent=sys.stdin.fileno() if options["with_parent"] else None)
        worker.rounds = [
            Round(follow),
            Round(deliver_due),
            Round(partial(jobs.do_jobs, worker.name)),
            Round(jobs.tidy, every=A_MINUTE),
        ]
        gc.collect()
        gc.freeze()
        worker.run()
