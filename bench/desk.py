"""What opening the consultant's home costs with 15 and with 50 citizens, beside the smallest answer there is.

.venv/bin/python -m bench.desk
"""

import http.client

from bench.stage import Visitor, cpu_seconds, enter, stage
from tests.server import Server

SIZES = (15, 50)
TIMES, WARM = 60, 5
FILL = """
from backend.demo.cast import main_cast
from backend.people.models import Person
from backend.plans.models import Member
from backend.plans.open import open_plan
torben = Person.objects.get(pk=main_cast()["consultant"])
there = Member.objects.filter(person=torben, role="consultant", ended_at=None).count()
for number in range(there, {size}):
    citizen = Person.objects.create_person(handle=f"desk-{{number}}", name=f"Borger Nummer{{number}}")
    open_plan(citizen=citizen, consultant=torben, protected=False)
"""


def main() -> None:
    with stage() as server:
        consultant = enter(server, **{"as": "consultant"})
        floor = cost(server, consultant, "/healthz")
        print(f"the smallest answer: {floor:.1f} ms CPU")
        for size in SIZES:
            server.manage("shell", "-v0", "-c", FILL.format(size=size))
            home = cost(server, consultant, "/desk/")
            print(f"the home of {size} citizens: {home:.1f} ms CPU, {home / floor:.1f} times the smallest")


def cost(server: Server, visitor: Visitor, path: str) -> float:
    """Milliseconds of CPU for one answer, warm."""
    connection = visitor.connect()
    _ask(connection, visitor, path, WARM)
    before = cpu_seconds(server)
    _ask(connection, visitor, path, TIMES)
    return 1000 * (cpu_seconds(server) - before) / TIMES


def _ask(connection: http.client.HTTPConnection, visitor: Visitor, path: str, times: int) -> None:
    for _ in range(times):
        status, _body, _etag = visitor.ask(connection, path)
        assert status == 200, status


if __name__ == "__main__":
    main()
