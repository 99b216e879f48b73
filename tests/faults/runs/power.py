"""The power goes: what is acknowledged is on the disk, and whatever the disk kept of the log can be opened."""

import re
import shutil
import signal
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parts import machine, say
from tests.faults import checkers
from tests.faults.stage import Stage
from tests.faults.tables import Tables, read_copy
from tests.faults.work import while_working

DATABASE = "tavlen.sqlite3"
HEADER, FRAME_HEADER = 32, 24


def power_lost(stage: Stage) -> None:
    """At random moments the server stands still and the disk is copied; then the log's tail is torn off anywhere."""

    def faults() -> None:
        for number in range(stage.times(6, 2)):
            time.sleep(stage.rng.uniform(0.5, 1.5))
            disk, answered = _as_it_is(stage, stage.folder / f"disk-{number}")
            whole = read_copy(_opened(disk, None))
            found = [*checkers.lost(answered, whole), *checkers.doubled(whole), *checkers.gaps(whole)]
            assert not found, found
            _tear(stage, disk, whole)

    while_working(stage.writers(), faults)


def _as_it_is(stage: Stage, disk: Path) -> tuple[Path, list[dict[str, object]]]:
    """The files as they stand in one moment, and everything that had been answered before it."""
    assert stage.process.running
    disk.mkdir()
    stage.process.running.send_signal(signal.SIGSTOP)
    try:
        answered = stage.history.events("answered")
        for end in ("", "-wal"):
            shutil.copy(stage.folder / "data" / f"{DATABASE}{end}", disk)
    finally:
        stage.process.running.send_signal(signal.SIGCONT)
    return disk, answered


def _opened(disk: Path, length: int | None, *, torn: bytes = b"") -> Path:
    """A copy of the copy, its log ending after so many bytes and perhaps in rubbish."""
    place = Path(shutil.copytree(disk, disk.parent / f"{disk.name}-opened", dirs_exist_ok=True))
    for left in place.glob("*-shm"):
        left.unlink()
    if length is not None:
        log = place / f"{DATABASE}-wal"
        log.write_bytes(log.read_bytes()[:length] + torn)
    return place / DATABASE


def _tear(stage: Stage, disk: Path, whole: Tables) -> None:
    """However much is left, it is a beginning of the journal that fits; each commit that is left whole is there."""
    ends = _commits(disk / f"{DATABASE}-wal")
    assert ends, "nothing was in the log"
    kept = {(row["plan_id"], row["seq"], row["change_id"]) for row in whole.entries}
    least, length = len(read_copy(_opened(disk, 0)).entries), 0
    for length in sorted(stage.rng.randint(0, ends[-1] + 4096) for _ in range(stage.times(12, 6))):
        left = read_copy(_opened(disk, length, torn=stage.rng.randbytes(stage.rng.choice((0, 700, 9000)))))
        assert not checkers.gaps(left), (length, checkers.gaps(left))
        assert {(row["plan_id"], row["seq"], row["change_id"]) for row in left.entries} <= kept
        assert len(left.entries) >= least, (length, len(left.entries), least)
        least = len(left.entries)
    assert length < ends[-1] or least == len(whole.entries), "a commit that was whole is not there"


def _commits(log: Path) -> list[int]:
    """Where in a write-ahead log each commit ends (https://www.sqlite.org/fileformat2.html#walformat)."""
    data = log.read_bytes()
    page, salts = struct.unpack(">I", data[8:12])[0], data[16:24]
    ends = []
    for start in range(HEADER, len(data) - FRAME_HEADER - page + 1, FRAME_HEADER + page):
        if data[start + 8 : start + 16] != salts:
            break
        if struct.unpack(">I", data[start + 4 : start + 8])[0]:
            ends.append(start + FRAME_HEADER + page)
    return ends


def synced_first(stage: Stage) -> None:
    """One after the other: for each acknowledgement the log was synced to the disk at least once."""
    phone = stage.phone("citizen")
    trace = stage.folder / "trace"
    with _traced(stage, trace):
        for number in range(stage.times(60, 10)):
            phone.says("add_step", step_id=phone.new_id(), title=f"nr. {-number} kanarie-us")
            assert phone.send()
    synced = len(re.findall(rf"f(?:data)?sync\(\d+<[^>]*{re.escape(DATABASE)}-wal>", trace.read_text()))
    acknowledged = stage.answered("accepted")
    assert synced >= acknowledged, f"{acknowledged} acknowledged, {synced} synced"
    stage.measure("acknowledgements for one sync of the log", acknowledged / synced, unit="", most=1)


@contextmanager
def _traced(stage: Stage, file: Path) -> Iterator[None]:
    if shutil.which("strace") is None and machine.may_apt():
        machine.apt_install("strace")
    if shutil.which("strace") is None:
        raise say.Missing("Counting what is synced needs strace (Debian: apt-get install strace).")
    assert stage.process.running
    asked = ["strace", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", str(file), "-p", str(stage.process.running.pid)]
    with subprocess.Popen(asked, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr and "attached" in strace.stderr.readline()
        try:
            yield
        finally:
            strace.terminate()
            strace.wait(timeout=10)
