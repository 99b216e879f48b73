"""Changes a second with 8 writers: acknowledged, refused, p50 and p99; the floor is one synced row a transaction.

.venv/bin/python -m bench.writes
"""

import sqlite3
import tempfile
import threading
import time
from pathlib import Path

from bench.stage import STATUSES, Visitor, cards, cpu_seconds, enter, stage

WRITERS, SECONDS = 8, 10.0


def main() -> None:
    print(f"floor: {floor():.0f} rows/s by {WRITERS} threads, each row synced (SQLite, WAL, FULL)")
    with stage() as server:
        plans = [enter(server, person=str(person)) for person in citizens(server)[:WRITERS]]
        took: list[float] = []
        refused: list[object] = []
        until = time.monotonic() + SECONDS
        before, start = cpu_seconds(server), time.monotonic()
        threads = [threading.Thread(target=write, args=(plan, until, took, refused)) for plan in plans]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        passed, cpu = time.monotonic() - start, cpu_seconds(server) - before
        ordered = sorted(took)
        print(
            f"changes: {len(took) / passed:.0f}/s, refused {len(refused)}, p50 {ordered[len(took) // 2]:.0f} ms, "
            f"p99 {ordered[int(len(took) * 0.99)]:.0f} ms, {1000 * cpu / len(took):.2f} ms CPU each"
        )


def citizens(server: object) -> list[int]:
    told = server.manage(  # type: ignore[attr-defined]
        "shell",
        "-v0",
        "-c",
        "from backend.plans.models import Plan; print('who', *Plan.objects.values_list('citizen_id', flat=True))",
    )
    return [int(word) for word in told.split("who ")[1].split()]


def write(plan: Visitor, until: float, took: list[float], refused: list[object]) -> None:
    """Move one card of one's own plan round the columns, each move after the last is acknowledged."""
    connection = plan.connect()
    _status, page, _etag = plan.ask(connection, f"/plans/{plan.plan_id}/?view=board")
    step_id, turn, number = cards(page)[0], 0, 0
    while time.monotonic() < until:
        turn += 1
        start = time.monotonic()
        reply = plan.send(
            connection, {"kind": "move_step", "step_id": step_id, "status": STATUSES[turn % 4]}, after=number
        )
        took.append(1000 * (time.monotonic() - start))
        number = reply["upto"]
        refused += [outcome for outcome in reply["outcomes"] if outcome["status"] != "accepted"]


def floor() -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "floor.sqlite3"
        with sqlite3.connect(file) as first:
            first.executescript("PRAGMA journal_mode=WAL; CREATE TABLE rows (id INTEGER PRIMARY KEY, words TEXT)")
        counts = [0] * WRITERS
        in_line = threading.Lock()
        until = time.monotonic() + 3
        threads = [threading.Thread(target=_rows, args=(file, n, counts, until, in_line)) for n in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sum(counts) / 3


def _rows(file: Path, n: int, counts: list[int], until: float, in_line: threading.Lock) -> None:
    connection = sqlite3.connect(file, isolation_level=None, timeout=20)
    connection.execute("PRAGMA synchronous=FULL")
    while time.monotonic() < until:
        with in_line:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO rows (words) VALUES ('et skridt')")
            connection.execute("COMMIT")
        counts[n] += 1


if __name__ == "__main__":
    main()
