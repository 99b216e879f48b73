"""The worker goes its rounds whatever one of them does, ends when it is told, and shows when it hangs."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.test import Client

from backend.common import clock
from backend.common.ids import new_id
from backend.reach import pulse
from backend.reach.models import Pulse
from backend.reach.worker import Round, Worker
from parts.places import PYTHON, ROOT
from tests.server import Prepared
from tests.services import wait_until


class Counted:
    """A round that counts itself, fails when it is told to, and ends the worker after so many."""

    def __init__(self, worker: Worker, *, ends_after: int) -> None:
        self.worker, self.ends_after, self.times, self.fails = worker, ends_after, 0, False

    def __call__(self) -> None:
        self.times += 1
        if self.times == self.ends_after:
            os.kill(os.getpid(), signal.SIGTERM)
        if self.fails:
            raise DatabaseError("gone")


@pytest.mark.django_db(transaction=True)
def test_a_round_that_fails_rests_and_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    worker = Worker(rounds=[])
    good, bad = Counted(worker, ends_after=4), Counted(worker, ends_after=99)
    bad.fails = True
    worker.rounds = [Round(bad), Round(good)]
    began = time.monotonic()
    worker.run()
    assert (good.times, bad.times) == (4, 1)
    assert 0.7 < time.monotonic() - began < 5
    assert "tried again" in caplog.text
    assert not Pulse.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_it_ends_with_whoever_started_it() -> None:
    reading, writing = os.pipe()
    worker = Worker(rounds=[], parent=reading)
    threading.Timer(0.1, os.close, [writing]).start()
    worker.run()
    os.close(reading)
    assert worker.is_over


def test_healthz_tells_an_absent_and_a_stuck_worker_and_takes_no_server_away(client: Client, db: None) -> None:
    def told() -> tuple[str, int | None, int]:
        answer = client.get("/healthz")
        assert answer.status_code == 200
        return answer.json()["worker"]["state"], answer.json()["worker"]["seconds"], of_worker()

    def of_worker() -> int:
        return client.get("/healthz?of=worker").status_code

    assert told() == ("absent", None, 503)
    worker = new_id()
    pulse.beat(worker)
    assert told() == ("ok", 0, 200)
    Pulse.objects.update(beat_at=clock.now() - timedelta(seconds=75))
    assert told() == ("stuck", 75, 503)
    pulse.beat(worker)
    assert told()[0] == "ok"
    pulse.end(worker)
    assert told()[0] == "absent"


@pytest.fixture
def working(migrated: Prepared, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """`manage.py work` on a database of its own, with its log."""
    env, log = migrated.copy(tmp_path / "data"), tmp_path / "work.log"
    with log.open("wb") as words:
        process = subprocess.Popen([PYTHON, "manage.py", "work"], cwd=ROOT, env=env, stdout=words, stderr=words)
    yield process, log
    process.kill()
    process.wait()


def test_as_a_process_it_starts_and_ends_cleanly(working: tuple[subprocess.Popen[bytes], Path]) -> None:
    process, log = working
    wait_until(lambda: _catches(process.pid, signal.SIGTERM) or process.poll() is not None, "the worker's rounds")
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0, log.read_text()
    assert "Traceback" not in log.read_text()


def _catches(process: int, number: int) -> bool:
    """Whether it has said what it does at this signal (proc(5), SigCgt)."""
    told = Path(f"/proc/{process}/status").read_text()
    caught = int(next(row.split()[1] for row in told.splitlines() if row.startswith("SigCgt")), 16)
    return bool(caught >> (number - 1) & 1)
