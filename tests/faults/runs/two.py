"""Two processes on PostgreSQL and Redis: Redis is killed, one process is frozen, somebody holds a plan's row."""

import signal
import time
from itertools import pairwise

import psycopg

from tests.faults.stage import Stage
from tests.faults.work import Writer, while_working

SILENT_SECONDS = 7.0  # what the frozen one had begun is given up by PostgreSQL after 5


def _both(stage: Stage) -> list[Writer]:
    """Viewers on both processes, and the writers on both."""
    for process in stage.processes:
        stage.watch(url=process.url, citizen=2, consultant=1, supporter=1)
    return stage.writers(urls=tuple(process.url for process in stage.processes))


def redis_killed(stage: Stage) -> None:
    """kill -9 of Redis under writers on both processes, then for good: what it should have told comes by heartbeat."""
    writers = _both(stage)

    def faults() -> None:
        for _ in range(stage.times(3, 1)):
            time.sleep(stage.rng.uniform(1, 2))
            stage.redis.kill()
            time.sleep(stage.rng.uniform(1, 3))
            stage.redis.start()
        stage.redis.kill()
        time.sleep(1)

    while_working(writers, faults)


def one_frozen(stage: Stage) -> None:
    """One of two processes stands still for seconds while the other is written to, and wakes up again."""
    writers = _both(stage)
    frozen = stage.processes[1].running
    assert frozen

    def faults() -> None:
        for seconds in (3,) if stage.is_short else (3, 12):
            time.sleep(stage.rng.uniform(1, 2))
            frozen.send_signal(signal.SIGSTOP)
            time.sleep(seconds)
            frozen.send_signal(signal.SIGCONT)

    try:
        while_working(writers, faults)
    finally:
        frozen.send_signal(signal.SIGCONT)
    stage.measure("longest silence of the other process", _longest_silence(stage), most=SILENT_SECONDS)


def _longest_silence(stage: Stage) -> float:
    """Between two answers to those who write to the first process."""
    ours = {phone.device for phone in stage.phones if phone.person.url == stage.processes[0].url}
    moments = [event["at"] for event in stage.history.events("answered") if event["device"] in ours]
    return max(later - earlier for earlier, later in pairwise(moments))


def row_held(stage: Stage) -> None:
    """Somebody holds the plan's row in PostgreSQL for seconds: everybody waits, nobody is told otherwise."""
    writers = _both(stage)

    def faults() -> None:
        for seconds in (2, 4):
            time.sleep(1)
            with psycopg.connect(stage.env["TAVLEN_DATABASE_URL"]) as other:
                plan_id = stage.person("citizen").plan_id
                other.execute("SELECT id FROM plans_plan WHERE id = %s FOR UPDATE", (plan_id,))
                time.sleep(seconds)

    while_working(writers, faults)
