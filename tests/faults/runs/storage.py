"""Where the truth is kept fails: the disk is full, the database is busy with somebody else, a copy is put back."""

import os
import resource
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import httpx

from tests.faults import checkers
from tests.faults.stage import Stage
from tests.faults.tables import read_copy
from tests.faults.work import while_working

FULL_AT_BYTES = 256 * 1024
SMALL_DISK = "48m"
DATABASE = "tavlen.sqlite3"


def disk_full(stage: Stage) -> None:
    """No byte more can be written, then there is room again: refused with 5xx meanwhile, and nothing is lost."""
    with _on_a_small_disk(stage) as (fill, free):
        stage.watch(citizen=1, consultant=1)

        def faults() -> None:
            for _ in range(stage.times(3, 1)):
                time.sleep(1)
                fill()
                stage.history.note("full")
                _wait_for(lambda: bool(stage.history.events("failed")), "a write that failed")
                time.sleep(stage.rng.uniform(0.5, 2))
                free()
                stage.history.note("room again")

        while_working(stage.writers(), faults)


@contextmanager
def _on_a_small_disk(stage: Stage) -> Iterator[tuple[Callable[[], None], Callable[[], None]]]:
    """(fill, free). A small disk of its own where we may mount one; otherwise the kernel bounds the server's files."""
    disk = stage.folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(disk)]
    if stage.is_short or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        yield _bound(stage, FULL_AT_BYTES), _bound(stage, resource.RLIM_INFINITY)
        return
    try:
        stage.moves_to(disk)
        ballast = disk / "ballast"
        yield lambda: _fill(ballast), ballast.unlink
        stage.moves_to(stage.folder / "moved-back")
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _bound(stage: Stage, most: int) -> Callable[[], None]:
    def bound() -> None:
        assert stage.process.running
        resource.prlimit(stage.process.running.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    return bound


def _fill(ballast: Path) -> None:
    with suppress(OSError), ballast.open("wb") as bytes_:
        for size in (1024 * 1024, 4096, 1):
            with suppress(OSError):
                while True:
                    bytes_.write(b"\0" * size)
                    bytes_.flush()


def database_slow(stage: Stage) -> None:
    """Somebody else holds SQLite's write lock for seconds, and once for longer than the server waits.

    Citizens read on. Others' looks must be written down first, so they are asked to come again; nobody waits long.
    """
    stage.watch(citizen=1, consultant=1, supporter=1)
    slowest = [0.0]

    def faults() -> None:
        for seconds in (2,) if stage.is_short else (2, 4, 22):
            time.sleep(1)
            with closing(sqlite3.connect(stage.folder / "data" / DATABASE, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                slowest[0] = max(slowest[0], _reads_for(stage, seconds))
                other.execute("ROLLBACK")

    while_working(stage.writers(patience=60), faults)
    stage.measure("a board opened meanwhile (slowest)", slowest[0])


def _reads_for(stage: Stage, seconds: float) -> float:
    """Citizen and consultant open boards all the while; the slowest."""
    slowest, until = 0.0, time.monotonic() + seconds
    with httpx.Client(base_url=stage.url, timeout=60) as http:
        while time.monotonic() < until:
            for role, answers in (("citizen", {200}), ("consultant", {200, 503})):
                person, began = stage.person(role), time.monotonic()
                answer = http.get(f"/plans/{person.plan_id}/", headers=person.headers)
                slowest = max(slowest, time.monotonic() - began)
                assert answer.status_code in answers, (role, answer.status_code)
                assert answer.status_code == 200 or answer.headers["Retry-After"]
            time.sleep(0.2)
    return slowest


def backed_up(stage: Stage) -> None:
    """Copies taken while everybody writes are whole; one is put back, and work goes on from there."""
    backup = stage.folder / "backup" / DATABASE
    backup.parent.mkdir()

    def faults() -> None:
        for _ in range(stage.times(5, 2)):
            time.sleep(stage.rng.uniform(0.5, 1.5))
            before = stage.history.events("answered")
            _back_up(stage.folder / "data" / DATABASE, backup)
            copy = read_copy(backup)
            found = [*checkers.lost(before, copy), *checkers.doubled(copy), *checkers.gaps(copy)]
            assert not found, found

    stage.watch(citizen=1, consultant=1)
    while_working(stage.writers(), faults)
    troubles = stage.troubles()
    assert not troubles, troubles
    stage.begins_anew()  # what came after the copy is gone, and known to be
    _restore(stage, backup)
    stage.audience.compare()  # those pages were ahead of their plan
    while_working(stage.writers(), lambda: time.sleep(1))


def _back_up(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as living, closing(sqlite3.connect(target)) as copy:
        living.backup(copy, pages=100, sleep=0)


def _restore(stage: Stage, backup: Path) -> None:
    """As docs/operating.md says."""
    stage.process.stop()
    home = stage.folder / "data"
    (home / DATABASE).write_bytes(backup.read_bytes())
    for rest in ("-wal", "-shm"):
        (home / f"{DATABASE}{rest}").unlink(missing_ok=True)
    stage.server.manage("migrate", "--verbosity=0")
    stage.process.start()


def _wait_for(is_so: Callable[[], bool], what: str, within: float = 20) -> None:
    deadline = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < deadline, f"{what} did not come"
        time.sleep(0.05)
