"""A meeting of an hour played in some minutes: 12 people and the wall, 300 changes of its kinds.

.venv/bin/python -m bench.meeting
"""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, pairwise
from typing import Any
from uuid import uuid4

from bench.sockets import Socket, close, open_many
from bench.stage import Visitor, cpu_seconds, enter, stage, told
from tests.server import Server

GUESTS, CHANGES = 10, 300
PAUSE, PATIENCE = 0.1, 15.0  # seconds between two changes; until a screen that heard nothing is given up
STAGES = 8

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


class Table:
    """Who is there, and what is said by whom, one after the other, as the meeting goes on."""

    def __init__(self, server: Server) -> None:
        self.server, self.citizen = server, enter(server, **{"as": "citizen"})
        self.plan_id = self.citizen.plan_id
        code = SEAT_THEM.format(plan_id=self.plan_id, count=GUESTS)
        people, self.steps = json.loads(server.manage("shell", "-v0", "-c", code).split("seated ")[1])
        consultant = replace(enter(server, **{"as": "consultant"}), plan_id=self.plan_id)
        guests = [replace(enter(server, person=str(person)), plan_id=self.plan_id) for person, _member in people]
        self.people = [self.citizen, consultant, *guests]
        self.meeting_id, self.said = str(uuid4()), 0
        self._begin([member for _person, member in people])

    def _begin(self, members: list[str]) -> None:
        soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        of = {"meeting_id": self.meeting_id}
        self.says(self.citizen, kind="plan_meeting", meeting_kind="network_meeting", starts_at=soon, **of)
        for member in members:
            self.says(self.citizen, kind="ask_to_meeting", member_id=member, **of)
        self.says(self.citizen, kind="start_meeting", **of)
        page = self.citizen.ask(self.citizen.connect(), f"/plans/{self.plan_id}/meetings/{self.meeting_id}/")
        found = page[1].decode().split("item_id")[1:]
        self.items = list(dict.fromkeys(part.partition("value=")[2].lstrip('"')[:36] for part in found))

    def says(self, who: Visitor, **change: Any) -> None:
        with closing(who.connect()) as line:
            reply = who.send(line, change)
        assert reply["outcomes"][0]["status"] == "accepted", reply

    def changes(self) -> Iterator[tuple[Visitor, dict[str, Any]]]:
        """By everybody in turn; of each kind as a meeting has it."""
        of, everybody = {"meeting_id": self.meeting_id}, cycle(self.people)
        consultant, in_a_week = self.people[1], (datetime.now(UTC).date() + timedelta(days=7)).isoformat()
        for part in range(STAGES):
            yield self.citizen, {"kind": "go_to_item", "item_id": self.items[part % len(self.items)], **of}
            noted: list[str] = []
            for turn in range(CHANGES // STAGES):
                who, step = next(everybody), self.steps[turn % len(self.steps)]
                if turn % 5 == 0:
                    yield self.citizen, {"kind": "light_step", "step_id": step, **of}
                elif turn % 5 == 1:
                    noted.append(str(uuid4()))
                    yield consultant, {"kind": "note_step", "step_id": noted[-1], "line": f"Ring til nr. {turn}"}
                elif turn % 5 == 2 and noted:
                    yield who, {"kind": "take_step", "step_id": noted.pop(), "due": in_a_week}
                elif turn % 5 == 3:
                    yield who, {"kind": "say_word", "words": f"Håb {part}.{turn}", **of}
                else:
                    status = ("doing", "agreed")[(turn // 5 + part) % 2]
                    yield self.citizen, {"kind": "move_step", "step_id": step, "status": status}


def main() -> None:
    with stage() as server:
        asyncio.run(hold(server))


async def hold(server: Server) -> None:
    table = await asyncio.to_thread(Table, server)
    place = f"meetings/{table.meeting_id}/"
    sockets = [await watch(server, one, table.plan_id, f"meeting:{table.meeting_id}", place) for one in table.people]
    wall = enter(server, **{"as": "screen"})
    sockets.append(await watch(server, wall, table.plan_id, "screen", "screen/"))
    await asyncio.sleep(1)
    before, began = cpu_seconds(server), time.monotonic()
    took: dict[str, list[float]] = {"step_lit": [], "other": []}
    for who, change in table.changes():
        name = "step_lit" if change["kind"] == "light_step" else "other"
        took[name].append(await one(table, who, change, sockets))
        await asyncio.sleep(PAUSE)
    made, lasted = sum(map(len, took.values())), time.monotonic() - began
    cpu = 1000 * (cpu_seconds(server) - before) / made
    print(f"{made} changes in {lasted:.0f} s on {len(sockets)} screens; a change by anyone → the last of them:")
    print(f"  a lit card {told(took['step_lit'])}; all others {told(took['other'])}")
    print(f"  {cpu:.1f} ms of CPU a change")
    weights = sorted(sum(len(body) for _at, body in socket.frames) for socket in sockets[:-1])
    print(f"  a phone's bytes in all: median {weights[6] // 1000} kB, most {weights[-1] // 1000} kB", end="; ")
    print(f"the wall's {sum(len(body) for _at, body in sockets[-1].frames) // 1000} kB")
    whole = sum(is_whole(socket) for socket in sockets)
    print(f"  {whole} of {len(sockets)} screens have every change, without a gap")
    close(sockets)


async def watch(server: Server, visitor: Visitor, plan_id: int, page: str, where: str) -> Socket:
    """A socket as a phone opens it, from the number its page stands at."""
    _status, body, _etag = await asyncio.to_thread(visitor.ask, visitor.connect(), f"/plans/{plan_id}/{where}")
    number = body.decode().partition("data-seq=")[2].lstrip('"').split('"')[0].split()[0].rstrip(">")
    path = f"/live/plans/{plan_id}/?after={number}&page={page}&packs=1"
    return (await open_many(server.url, path, visitor.cookie, 1))[0]


async def one(table: Table, who: Visitor, change: dict[str, Any], sockets: list[Socket]) -> float:
    """Milliseconds from the letter to the last screen of those that are told of it."""
    there = [len(socket.frames) for socket in sockets]
    began = time.monotonic()
    await asyncio.to_thread(table.says, who, **change)
    while not all(newest(socket, had) for socket, had in zip(sockets, there, strict=True)):
        assert time.monotonic() - began < PATIENCE, f"a screen heard nothing of {change}"
        await asyncio.sleep(0.001)
    return 1000 * (max(newest(socket, had) for socket, had in zip(sockets, there, strict=True)) - began)


def newest(socket: Socket, had: int) -> float:
    """When the first frame came since then that is more than a sign of life; 0: none yet."""
    with suppress(StopIteration):
        return next(at for at, body in socket.frames[had:] if tells(body))
    return 0.0


def tells(body: bytes) -> bool:
    return body[:1] != b"{" or b'"after"' in body[:20]


def is_whole(socket: Socket) -> bool:
    numbers = socket.numbers()
    return all(upto == after for (_, upto), (after, _) in pairwise(numbers))


if __name__ == "__main__":
    main()
