"""A meeting replayed: 12 people and the wall, 300 changes; from the letter sent to the last screen, bytes, CPU, gaps.

.venv/bin/python -m bench.meeting
"""

import asyncio
import json
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4

from bench.sockets import Socket, close, open_many
from bench.stage import STATUSES, Visitor, cpu_seconds, enter, stage, told
from tests.server import Server

GUESTS, CHANGES, LIT = 10, 240, 60  # 300 in all
PATIENCE = 15.0

SEAT_THEM = """
import json
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import access, commands as c
from backend.plans.change import make_change
from backend.plans.models import Plan, Step
plan = Plan.objects.get(pk={plan_id})
citizen = access.seat_for(person_id=plan.citizen_id, plan_id=plan.pk)
def does(command): make_change(citizen, command, device=new_id(), change_id=new_id())
people = []
for number in range({count}):
    person = Person.objects.create_person(handle=f"guest-{{number}}", name=f"Gæst {{number}}")
    member = new_id()
    does(c.AddMember(member_id=member, person_id=person.pk, role="supporter"))
    people.append([person.pk, str(member)])
steps = Step.objects.filter(plan=plan, removed_at=None, status__in=["wish", "agreed", "doing"])[:4]
for step in steps: does(c.ShowInRoom(subject="step", subject_id=step.pk))
print("seated", json.dumps([people, [str(step.pk) for step in steps]]))
"""


def main() -> None:
    with stage() as server:
        asyncio.run(hold(server))


async def hold(server: Server) -> None:
    citizen = enter(server, **{"as": "citizen"})
    code = SEAT_THEM.format(plan_id=citizen.plan_id, count=GUESTS)
    people, steps = json.loads(server.manage("shell", "-v0", "-c", code).split("seated ")[1])
    meeting_id = begin(citizen, [member for _person, member in people])
    consultant = replace(enter(server, **{"as": "consultant"}), plan_id=citizen.plan_id)
    visitors = [citizen, consultant, *(enter(server, person=str(person)) for person, _member in people)]
    sockets = [await watch(server, one, citizen.plan_id, f"meeting:{meeting_id}") for one in visitors]
    sockets.append(await watch(server, enter(server, **{"as": "screen"}), citizen.plan_id, "screen"))
    before = cpu_seconds(server)
    moved = [await one(citizen, sockets, move(steps, turn)) for turn in range(CHANGES)]
    lit = [await one(citizen, sockets, light(meeting_id, steps, turn)) for turn in range(LIT)]
    cpu = 1000 * (cpu_seconds(server) - before) / (CHANGES + LIT)
    print(f"a change → 12 devices and the wall: {told(moved)}; a lit card: {told(lit)}; {cpu:.1f} ms CPU each")
    weights = sorted(sum(len(body) for _at, body in socket.frames) / (CHANGES + LIT) for socket in sockets)
    print(f"bytes a change to a device: median {weights[len(weights) // 2]:.0f}, most {weights[-1]:.0f}")
    print(f"{sum(is_whole(socket) for socket in sockets)} of {len(sockets)} screens have every change, without a gap")
    close(sockets)


def begin(citizen: Visitor, members: list[str]) -> str:
    """A meeting to which all are asked, begun now."""
    meeting_id, soon = str(uuid4()), (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    say(citizen, kind="plan_meeting", meeting_id=meeting_id, meeting_kind="network_meeting", starts_at=soon)
    for member in members:
        say(citizen, kind="ask_to_meeting", meeting_id=meeting_id, member_id=member)
    say(citizen, kind="start_meeting", meeting_id=meeting_id)
    return meeting_id


def say(citizen: Visitor, **change: Any) -> None:
    reply = citizen.send(citizen.connect(), change)
    assert reply["outcomes"][0]["status"] == "accepted", reply


async def watch(server: Server, visitor: Visitor, plan_id: int, page: str) -> Socket:
    """A socket that stands at the present."""
    connection = visitor.connect()
    where = "screen/" if page == "screen" else f"meetings/{page.partition(':')[2]}/"
    _status, body, _etag = visitor.ask(connection, f"/plans/{plan_id}/{where}")
    number = body.decode().partition("data-seq=")[2].lstrip('"').split('"')[0].split()[0].rstrip(">")
    path = f"/live/plans/{plan_id}/?after={number}&page={page}"
    return (await open_many(server.url, path, visitor.cookie, 1))[0]


def move(steps: list[str], turn: int) -> dict[str, Any]:
    return {"kind": "move_step", "step_id": steps[turn % len(steps)], "status": STATUSES[(turn // len(steps) + 1) % 4]}


def light(meeting_id: str, steps: list[str], turn: int) -> dict[str, Any]:
    return {"kind": "light_step", "meeting_id": meeting_id, "step_id": steps[turn % len(steps)]}


async def one(citizen: Visitor, sockets: list[Socket], change: dict[str, Any]) -> float:
    """Milliseconds from the letter to the last screen that has its frame."""
    there = [len(news(socket)) for socket in sockets]
    began = time.monotonic()
    await asyncio.to_thread(say, citizen, **change)
    while any(len(news(socket)) <= had for socket, had in zip(sockets, there, strict=True)):
        assert time.monotonic() - began < PATIENCE, "a screen heard nothing"
        await asyncio.sleep(0.001)
    last = max(news(socket)[had] for socket, had in zip(sockets, there, strict=True))
    await asyncio.sleep(0.02)
    return 1000 * (last - began)


def news(socket: Socket) -> list[float]:
    """When each frame came that is more than a sign of life."""
    return [at for at, body in socket.frames if b'"after"' in body]


def is_whole(socket: Socket) -> bool:
    numbers = socket.numbers()
    return all(upto == after for (_, upto), (after, _) in pairwise(numbers))


if __name__ == "__main__":
    main()
