"""Clocks are wrong: the phones' by days and years, then the server's own, under libfaketime."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from parts import machine, say
from tests.faults.stage import Stage
from tests.faults.work import drain

OFF = [timedelta(days=days) for days in (1, -1, 3652, -3652)]
SHIFTS = ("+1d", "-1d", "+3652d", "-3652d", "+0d")


def clocks_of_phones(stage: Stage) -> None:
    """What a device says of the time is testimony: it orders nothing, and a mad clock loses nothing."""
    stage.watch(citizen=1, consultant=1, supporter=1)
    phone = stage.phone("citizen")
    step_id = phone.new_id()
    phone.says("add_step", step_id=step_id, title="nr. 0 kanarie-us")
    statuses = ("doing", "agreed", "wish", "paused", "doing")
    moments = [(datetime.now(UTC) + off).isoformat() for off in OFF] + ["1901-01-01T00:00:00Z"]
    for status, moment in zip(statuses, moments, strict=True):
        phone.says("move_step", step_id=step_id, status=status, said_at=moment)
    drain([phone])
    assert stage.answered("accepted") == 1 + len(OFF) + 1, stage.history.events("answered")


def clock_of_the_server(stage: Stage) -> None:
    """The server starts again and again on another day, forward and back: numbers go on as if nothing were."""
    library = _libfaketime()
    for shift in SHIFTS:
        stage.process.stop()
        with _clock_off_by(stage, shift, library):
            stage.process.start()
            stage.sign_in_anew()
            stage.watch(citizen=2, consultant=1, supporter=1)
            writers = stage.writers(("citizen", "consultant", "supporter"))
            for writer in writers:
                for _ in range(10):
                    writer.says_something()
            drain([writer.phone for writer in writers])
            stage.audience.compare()
            stage.audience.leaves()


@contextmanager
def _clock_off_by(stage: Stage, shift: str, library: Path) -> Iterator[None]:
    """Only what tells the date is off; what measures how long something takes stays true, as on a real machine."""
    usual = stage.process.env
    shifted = {"LD_PRELOAD": str(library), "FAKETIME": shift, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    stage.process.env = {**usual, **shifted, "DONT_FAKE_MONOTONIC": "1"}
    try:
        yield
    finally:
        stage.process.env = usual


def _libfaketime() -> Path:
    if shutil.which("faketime") is None and machine.may_apt():
        machine.apt_install("faketime")
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    if not found:
        raise say.Missing("A server with a wrong clock needs libfaketime (Debian: apt-get install faketime).")
    return found[0]
