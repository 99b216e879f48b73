"""From the answer that ends a place to that person's dark socket: 100 supporters of one plan, 60 changes a second.

.venv/bin/python -m bench.dark
"""

import asyncio
import json
import threading
import time
from dataclasses import replace

from bench.sockets import Socket, close, open_many
from bench.stage import STATUSES, Visitor, enter, stage, told
from tests.server import Server

SUPPORTERS, WRITERS, EACH_SECOND = 100, 4, 15
PAUSE = 0.1  # between two whose places end

SEAT_THEM = """
import json
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import access, commands as c
from backend.plans.change import make_change
from backend.plans.models import Step
citizen = access.seat_for(person_id=Person.objects.get(handle="{handle}").pk, plan_id={plan_id})
def does(command): make_change(citizen, command, device=new_id(), change_id=new_id())
steps = [step.pk for step in Step.objects.filter(plan_id={plan_id}, removed_at=None)[:{writers}]]
seated = []
for number in range({count}):
    person = Person.objects.create_person(handle=f"bench-{{number}}", name=f"Støtte {{number}}")
    member = new_id()
    does(c.AddMember(member_id=member, person_id=person.pk, role="supporter"))
    for step in steps: does(c.ShareStep(step_id=step, member_id=member))
    seated.append([person.pk, str(member)])
print("seated", json.dumps([[str(step) for step in steps], seated]))
"""


def main() -> None:
    with stage() as server:
        citizen = enter(server, **{"as": "citizen"})
        steps, seated = seat_them(server, citizen.plan_id)
        sockets = asyncio.run(watch_them_go(server, citizen, steps, seated))
        print(f"dark after the answer: {told([1000 * took for took in sockets])}, slowest {1000 * max(sockets):.0f} ms")


def seat_them(server: Server, plan_id: int) -> tuple[list[str], list[tuple[int, str]]]:
    handle = (
        server.manage(
            "shell",
            "-v0",
            "-c",
            f"from backend.plans.models import Plan; print('who', Plan.objects.get(pk={plan_id}).citizen.handle)",
        )
        .split("who ")[1]
        .strip()
    )
    told_them = server.manage(
        "shell", "-v0", "-c", SEAT_THEM.format(handle=handle, plan_id=plan_id, writers=WRITERS, count=SUPPORTERS)
    )
    steps, seated = json.loads(told_them.split("seated ")[1])
    return steps, [(person, member) for person, member in seated]


async def watch_them_go(
    server: Server, citizen: Visitor, steps: list[str], seated: list[tuple[int, str]]
) -> list[float]:
    """Seconds from each answer to the end of that person's socket."""
    path = f"/live/plans/{citizen.plan_id}/?after=0&page=board"
    sockets: list[Socket] = []
    for person, _member in seated:
        sockets += await open_many(server.url, path, enter(server, person=str(person)).cookie, 1)
    stop = threading.Event()
    made: list[int] = []
    writers = [threading.Thread(target=write, args=(replace(citizen), step, stop, made)) for step in steps]
    for writer in writers:
        writer.start()
    await asyncio.sleep(1)
    begin, before = time.monotonic(), len(made)
    took = [await end(citizen, member, socket) for (_person, member), socket in zip(seated, sockets, strict=True)]
    print(f"{(len(made) - before) / (time.monotonic() - begin):.0f} changes a second meanwhile")
    stop.set()
    await asyncio.to_thread(lambda: [writer.join() for writer in writers])
    close(sockets)
    return took


async def end(citizen: Visitor, member: str, socket: Socket) -> float:
    await asyncio.sleep(PAUSE)
    change = {"kind": "end_member", "member_id": member}
    reply = await asyncio.to_thread(lambda: citizen.send(citizen.connect(), change))
    answered = time.monotonic()
    assert reply["outcomes"][0]["status"] == "accepted", reply
    return max(0.0, await asyncio.wait_for(socket.ended, 15) - answered)


def write(citizen: Visitor, step: str, stop: threading.Event, made: list[int]) -> None:
    connection = citizen.connect()
    turn = 0
    while not stop.is_set():
        began, turn = time.monotonic(), turn + 1
        citizen.send(connection, {"kind": "move_step", "step_id": step, "status": STATUSES[turn % 4]})
        made.append(turn)
        time.sleep(max(0.0, 1 / EACH_SECOND - (time.monotonic() - began)))


if __name__ == "__main__":
    main()
