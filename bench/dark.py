"""From the answer that ends a place, or that signs somebody out, to that person's dark socket, under 60 changes a
second: 100 supporters of one plan, and 100 of 25 plans.

.venv/bin/python -m bench.dark
"""

import asyncio
import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.sockets import Socket, close, open_many
from bench.stage import STATUSES, Visitor, enter, stage
from bench.writes import citizens
from tests.server import Server

SUPPORTERS, WRITERS, EACH_SECOND = 100, 8, 7.5
PAUSE = 0.1  # between two who go

SEAT_THEM = """
import json
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import access, commands as c
from backend.plans.change import make_change
from backend.plans.models import Plan, Step
for citizen_id in {citizens}:
    plan = Plan.objects.get(citizen=citizen_id)
    citizen = access.seat_for(person_id=citizen_id, plan_id=plan.pk)
    def does(command): make_change(citizen, command, device=new_id(), change_id=new_id())
    steps = [step.pk for step in Step.objects.filter(plan=plan, removed_at=None)[:8]]
    seated = []
    for number in range({each}):
        person = Person.objects.create_person(handle=f"bench-{{plan.pk}}-{{number}}", name=f"Støtte {{number}}")
        member = new_id()
        does(c.AddMember(member_id=member, person_id=person.pk, role="supporter"))
        for step in steps: does(c.ShareStep(step_id=step, member_id=member))
        seated.append([person.pk, str(member)])
    print("seated", json.dumps([citizen_id, [str(step) for step in steps], seated]))
"""


@dataclass(frozen=True)
class Table:
    """A plan: its citizen, some of its steps, and the supporters who watch it, as (person, member)."""

    citizen: Visitor
    steps: list[str]
    seated: list[tuple[int, str]]


@dataclass(frozen=True)
class Watching:
    """A supporter with an open page."""

    table: Table
    visitor: Visitor
    member: str
    socket: Socket


def main() -> None:
    for plans in (1, 25):
        with stage() as server:
            tables = seat_them(server, citizens(server)[:plans])
            changes, ended, signed_out = asyncio.run(watch_them_go(server, tables))
        print(f"{SUPPORTERS} supporters of {plans} plans, {changes:.0f} changes a second meanwhile")
        print(f"   dark after the answer: place ended {_told(ended)}; signed out {_told(signed_out)}")


def _told(took: Sequence[float]) -> str:
    ordered = sorted(1000 * one for one in took)
    return f"p95 {ordered[int(len(ordered) * 0.95)]:.0f} ms, slowest of {len(ordered)} {ordered[-1]:.0f} ms"


def seat_them(server: Server, whose: list[int]) -> list[Table]:
    told = server.manage("shell", "-v0", "-c", SEAT_THEM.format(citizens=whose, each=SUPPORTERS // len(whose)))
    rows = [json.loads(line.removeprefix("seated ")) for line in told.splitlines() if line.startswith("seated ")]
    return [Table(enter(server, person=str(citizen)), steps, seated) for citizen, steps, seated in rows]


async def watch_them_go(server: Server, tables: list[Table]) -> tuple[float, list[float], list[float]]:
    """Changes a second, and the seconds from each answer to the end of that socket: places ended, people signed out."""
    watching = [await _watch(server, table, *one) for table in tables for one in table.seated]
    stop = threading.Event()
    made: list[float] = []
    of_each = [[(table.citizen, step) for table in tables for step in table.steps][n::WRITERS] for n in range(WRITERS)]
    writers = [threading.Thread(target=write, args=(steps, stop, made)) for steps in of_each]
    for writer in writers:
        writer.start()
    await asyncio.sleep(1)
    begin, before = time.monotonic(), len(made)
    took = [await _goes(one, is_signed_out=bool(turn % 2)) for turn, one in enumerate(watching)]
    changes = (len(made) - before) / (time.monotonic() - begin)
    stop.set()
    for writer in writers:
        await asyncio.to_thread(writer.join)
    close([one.socket for one in watching])
    return changes, took[::2], took[1::2]


async def _watch(server: Server, table: Table, person: int, member: str) -> Watching:
    visitor = enter(server, person=str(person))
    path = f"/live/plans/{table.citizen.plan_id}/?after=0&page=board"
    [socket] = await open_many(server.url, path, visitor.cookie, 1)
    return Watching(table, visitor, member, socket)


async def _goes(one: Watching, *, is_signed_out: bool) -> float:
    await asyncio.sleep(PAUSE)
    await asyncio.to_thread(_sign_out if is_signed_out else _end, one)
    answered = time.monotonic()
    return max(0.0, await asyncio.wait_for(one.socket.ended, 15) - answered)


def _end(one: Watching) -> None:
    citizen = one.table.citizen
    reply = citizen.send(citizen.connect(), {"kind": "end_member", "member_id": one.member})
    assert reply["outcomes"][0]["status"] == "accepted", reply


def _sign_out(one: Watching) -> None:
    connection = one.visitor.connect()
    headers = {"Cookie": one.visitor.cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/sign-out/", "", headers)
    assert connection.getresponse().status == 303


def write(steps: list[tuple[Visitor, str]], stop: threading.Event, made: list[float]) -> None:
    """One after the other goes on to its next column, so often each second as this machine can, at most EACH_SECOND."""
    connection = steps[0][0].connect()
    turn = 0
    while not stop.is_set():
        began = time.monotonic()
        citizen, step = steps[turn % len(steps)]
        status = STATUSES[turn // len(steps) % 4]
        citizen.send(connection, {"kind": "move_step", "step_id": step, "status": status})
        made.append(began)
        turn += 1
        time.sleep(max(0.0, 1 / EACH_SECOND - (time.monotonic() - began)))


if __name__ == "__main__":
    main()
