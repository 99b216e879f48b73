"""What it costs to open each page of small steps with 50 and with 2,000 of them, and how large the drawn lines are.

.venv/bin/python -m bench.progress
"""

import re

from bench.stage import Visitor, cpu_seconds, enter, stage
from tests.server import Server

OPENED = 100
LENGTHS = (50, 2_000)
PAGES = ("progress/", "progress/over-time/", "progress/areas/", "progress/used/")

LENGTHEN = """
from datetime import timedelta
from backend.common import clock
from backend.plans.models import Member, Plan, ProgressArea, ProgressEntry
plan = Plan.objects.get(pk={plan_id})
by = Member.objects.get(plan=plan, role="citizen")
areas = list(ProgressArea.objects.filter(plan=plan, indicator_set=None))
ProgressEntry.objects.filter(plan=plan).delete()
ProgressEntry.objects.bulk_create(
    ProgressEntry(
        plan=plan, area=areas[n % len(areas)], by=by, words="Stod op, og gik ud" if n % 2 else "",
        score=n % 11 if n % 3 else None, day=clock.today() - timedelta(days=n * 729 // {length}), at=clock.now(),
    )
    for n in range({length})
)
Plan.objects.filter(pk=plan.pk).update(head_seq=plan.head_seq + 1)
"""


def main() -> None:
    with stage() as server:
        citizen = enter(server, **{"as": "citizen"})
        floor = opened(server, citizen, "/healthz")
        print(f"the smallest answer: {floor:.1f} ms CPU")
        for length in LENGTHS:
            server.manage("shell", "-v0", "-c", LENGTHEN.format(plan_id=citizen.plan_id, length=length))
            for page in PAGES:
                cost = opened(server, citizen, f"/plans/{citizen.plan_id}/{page}")
                print(f"{length} small steps, {page}: {cost:.1f} ms CPU, {cost / floor:.1f} times the smallest")
            print(drawn(citizen))


def opened(server: Server, visitor: Visitor, address: str) -> float:
    """Milliseconds of CPU, drawn anew each time: another question in the address is another page."""
    connection = visitor.connect()
    visitor.ask(connection, address)
    before = cpu_seconds(server)
    for turn in range(OPENED):
        status, _body, _etag = visitor.ask(connection, f"{address}?{turn}")
        assert status == 200, status
    return 1000 * (cpu_seconds(server) - before) / OPENED


def drawn(visitor: Visitor) -> str:
    """The sizes of the lines, each an SVG."""
    _status, body, _etag = visitor.ask(visitor.connect(), f"/plans/{visitor.plan_id}/progress/over-time/")
    sizes = [len(one) for one in re.findall(r"<svg viewBox.*?</svg>", body.decode(), re.DOTALL)]
    return f"{len(sizes)} lines of at most {max(sizes)} bytes"


if __name__ == "__main__":
    main()
