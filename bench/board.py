"""A board of 60 cards: queries, server CPU, 304, boards a second with 8 readers; does the journal's length matter?

.venv/bin/python -m bench.board
"""

import http.client
import threading
import time
from collections.abc import Callable

from bench.stage import Visitor, cards, cpu_seconds, enter, stage
from tests.server import Server

READERS, SECONDS = 8, 6.0
LENGTHS = (100, 10_000, 100_000)


def main() -> None:
    with stage() as server:
        visitor = sixty_cards(server)
        path = f"/plans/{visitor.plan_id}/?view=board"
        print(f"queries of a cold board: {queries(server, visitor)}")
        status, page, etag = visitor.ask(visitor.connect(), path)
        print(f"board: {status}, {len(page)} bytes, {len(cards(page))} cards")
        measure(server, "floor (/healthz)", visitor, "/healthz")
        measure(server, "board, warm", visitor, path)
        measure(server, "board, 304", visitor, path, **{"If-None-Match": etag})
        for length in LENGTHS:
            lengthen(server, visitor, length)
            measure(server, f"board with {length} entries, warm", visitor, path)
            cold(server, f"board with {length} entries, after a change", visitor, path)


def sixty_cards(server: Server) -> Visitor:
    """The citizen whose board has most cards."""
    told = server.manage(
        "shell",
        "-v0",
        "-c",
        "from django.db.models import Count; from backend.plans.models import Plan;"
        "p = Plan.objects.annotate(n=Count('steps')).order_by('-n')[0]; print('who', p.citizen_id, p.n)",
    )
    person = told.split("who ")[1].split()[0]
    return enter(server, person=person)


def queries(server: Server, visitor: Visitor) -> str:
    """Counted by Django's own test client in a process of its own, on the same database."""
    lines = (
        "from django.conf import settings; settings.ALLOWED_HOSTS.append('testserver')",
        "from django.test import Client; from django.test.utils import CaptureQueriesContext as C",
        "from django.db import connection; from backend.plans.models import Plan",
        f"c = Client(); c.force_login(Plan.objects.get(pk={visitor.plan_id}).citizen)",
        f"with C(connection) as q: r = c.get('/plans/{visitor.plan_id}/?view=board')",
        "print('counted', len(q), r.status_code)",
    )
    return server.manage("shell", "-v0", "-c", "\n".join(lines)).split("counted ")[1].strip()


def measure(server: Server, what: str, visitor: Visitor, path: str, **headers: str) -> None:
    counts = [0] * READERS
    until = time.monotonic() + SECONDS
    before, start = cpu_seconds(server), time.monotonic()
    threads = [threading.Thread(target=_read, args=(n, counts, until, visitor, path, headers)) for n in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took, cpu, done = time.monotonic() - start, cpu_seconds(server) - before, sum(counts)
    print(f"{what}: {done / took:.0f}/s, {1000 * cpu / done:.2f} ms CPU each")


def _read(n: int, counts: list[int], until: float, visitor: Visitor, path: str, headers: dict[str, str]) -> None:
    connection = visitor.connect()
    while time.monotonic() < until:
        status, _body, _etag = visitor.ask(connection, path, **headers)
        assert status in (200, 304), status
        counts[n] += 1


def cold(server: Server, what: str, visitor: Visitor, path: str) -> None:
    """Each board read follows a change, so nothing is kept ready but the untouched cards."""
    connection = visitor.connect()
    took = [_after_a_change(connection, visitor, path) for _ in range(30)]
    print(f"{what}: {sorted(took)[15]:.1f} ms from request to last byte (median of 30)")


def _after_a_change(connection: http.client.HTTPConnection, visitor: Visitor, path: str) -> float:
    step_id = cards(visitor.ask(connection, path)[1])[0]
    visitor.send(connection, {"kind": "set_due", "step_id": step_id, "due": None})
    return _timed(lambda: visitor.ask(connection, path))


def _timed(act: Callable[[], object]) -> float:
    start = time.monotonic()
    act()
    return 1000 * (time.monotonic() - start)


def lengthen(server: Server, visitor: Visitor, length: int) -> None:
    """Entries as the door would have left them, written straight to the table, and the number that goes with them."""
    lines = (
        "from backend.plans.models import Entry, Plan; import uuid; from backend.common import clock",
        f"p = Plan.objects.get(pk={visitor.plan_id}); d = uuid.uuid4(); n = {length} - p.head_seq",
        "e = lambda s: Entry(plan=p, seq=s, kind='step_moved', at=clock.now(), device=d, change_id=uuid.uuid4())",
        "Entry.objects.bulk_create([e(p.head_seq + i + 1) for i in range(max(0, n))], batch_size=2000)",
        "p.head_seq = max(p.head_seq, p.head_seq + n); p.save()",
    )
    server.manage("shell", "-v0", "-c", "\n".join(lines))


if __name__ == "__main__":
    main()
