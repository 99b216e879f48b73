"""A meeting of an hour played in some minutes: 12 people and the wall, 300 changes of its kinds, by everybody in turn.

.venv/bin/python -m bench.meeting
"""

import asyncio
import json
import re
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import Any
from uuid import uuid4

from bench.sockets import Socket, close, open_many
from bench.stage import Visitor, cpu_seconds, enter, stage, told
from tests.live import dom
from tests.server import Server

GUESTS, CHANGES, STAGES = 10, 300, 8
PAUSE, PATIENCE = 0.05, 15.0  # seconds between two changes; until a screen that heard nothing is given up
ALONE = 40  # messages, of which the guests and the wall are not told: the floor

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


@dataclass
class Screen:
    """A page somebody has open, and its socket."""

    visitor: Visitor
    where: str
    page: str
    number: int
    html: bytes
    socket: Socket
    is_narrow: bool

    def newest(self, had: int) -> float:
        """When the first frame came since then that is more than a sign of life; 0: none yet."""
        return next((at for at, body in self.socket.frames[had:] if tells(body)), 0.0)

    @property
    def stands_at(self) -> int:
        """The number this page has come to."""
        numbers = self.socket.numbers()
        return numbers[-1][1] if numbers else self.number

    def drift(self) -> str:
        """Empty when the old page with all its frames is the page as it is fetched now, without a gap between them."""
        frames, at = self.socket.told(), self.number
        for frame in frames:
            if "reload" in frame:
                return "told to fetch itself anew"
            if "after" in frame and frame["after"] != at:
                return f"a gap: {at} to {frame['after']}"
            at = frame.get("upto", at)
        old = dom.read(self.html.decode())
        for frame in frames:
            if "after" in frame:
                dom.apply(old, frame)
        _status, fresh, _etag = self.visitor.ask(self.visitor.connect(), self.where)
        pictures = [dom.picture(page, is_narrow=self.is_narrow) for page in (old, dom.read(fresh.decode()))]
        return "" if pictures[0] == pictures[1] else "its page is not as it is fetched"


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
        self.meeting_id = str(uuid4())
        self.of = {"meeting_id": self.meeting_id}
        self._begin([member for _person, member in people])

    def _begin(self, members: list[str]) -> None:
        soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
        self.says(self.citizen, kind="plan_meeting", meeting_kind="network_meeting", starts_at=soon, **self.of)
        for member in members:
            self.says(self.citizen, kind="ask_to_meeting", member_id=member, **self.of)
        self.says(self.citizen, kind="start_meeting", **self.of)
        _status, page, _etag = self.citizen.ask(self.citizen.connect(), self.where)
        self.items = list(dict.fromkeys(re.findall(r'name="?item_id"? value="?([0-9a-f-]{36})', page.decode())))

    @property
    def where(self) -> str:
        return f"/plans/{self.plan_id}/meetings/{self.meeting_id}/"

    def says(self, who: Visitor, *, after: int | None = None, **change: Any) -> None:
        """As their phone does it, from the number that its page stands at; without one, before anybody looks."""
        page = "board" if after is None else f"meeting:{self.meeting_id}"
        with closing(who.connect()) as line:
            reply = who.send(line, change, after=10**9 if after is None else after, page=page)
        assert reply["outcomes"][0]["status"] == "accepted", reply

    def changes(self) -> Iterator[tuple[Visitor, dict[str, Any]]]:
        """By everybody in turn; of each kind as a meeting has it."""
        everybody, consultant = cycle(self.people), self.people[1]
        in_a_week = (datetime.now(UTC).date() + timedelta(days=7)).isoformat()
        for part in range(STAGES):
            yield self.citizen, {"kind": "go_to_item", "item_id": self.items[part % len(self.items)], **self.of}
            noted: list[str] = []
            for turn in range(CHANGES // STAGES):
                who, step = next(everybody), self.steps[turn % len(self.steps)]
                if turn % 5 == 0:
                    yield self.citizen, {"kind": "light_step", "step_id": step, **self.of}
                elif turn % 5 == 1:
                    noted.append(str(uuid4()))
                    yield consultant, {"kind": "note_step", "step_id": noted[-1], "line": f"Ring til nr. {turn}"}
                elif turn % 5 == 2 and noted:
                    yield who, {"kind": "take_step", "step_id": noted.pop(), "due": in_a_week}
                elif turn % 5 == 3:
                    yield who, {"kind": "say_word", "words": f"Håb {part}.{turn}", **self.of}
                else:
                    status = ("doing", "agreed")[(turn // 5 + part) % 2]
                    yield self.citizen, {"kind": "move_step", "step_id": step, "status": status}


def main() -> None:
    with stage() as server:
        asyncio.run(hold(server))


async def hold(server: Server) -> None:
    table = await asyncio.to_thread(Table, server)
    page = f"meeting:{table.meeting_id}"
    screens = [await watch(server, one, table.where, page) for one in table.people]
    wall = replace(enter(server, **{"as": "screen"}), plan_id=table.plan_id)
    screens.append(await watch(server, wall, f"/plans/{table.plan_id}/screen/", "screen"))
    await asyncio.sleep(1)
    floor = await alone(table, screens)
    before, began = cpu_seconds(server), time.monotonic()
    took: dict[str, list[float]] = {}
    for who, change in table.changes():
        took.setdefault(change["kind"], []).append(await one(table, who, change, screens))
        await asyncio.sleep(PAUSE)
    made, lasted = sum(map(len, took.values())), time.monotonic() - began
    cpu = 1000 * (cpu_seconds(server) - before) / made
    print(f"{made} changes in {lasted:.0f} s on {len(screens)} screens; a change by anyone → the last of them:")
    print(f"  all {told([one for some in took.values() for one in some])}")
    for kind, some in sorted(took.items()):
        print(f"  {kind} {told(some)}")
    print(f"  the answer to a message, of which guests and wall are told nothing {told(floor)}")
    print(f"  {cpu:.1f} ms of CPU a change")
    weights = sorted(screen.socket.weight for screen in screens[:-1])
    print(f"  a phone's bytes in all: median {weights[6] // 1000} kB, most {weights[-1] // 1000} kB", end="; ")
    print(f"the wall's {screens[-1].socket.weight // 1000} kB")
    drifts = [f"{screen.page}: {drift}" for screen in screens if (drift := await asyncio.to_thread(screen.drift))]
    print(f"  {len(screens) - len(drifts)} of {len(screens)} screens are as they are fetched anew", *drifts, sep="\n  ")
    close([screen.socket for screen in screens])


async def watch(server: Server, visitor: Visitor, where: str, page: str) -> Screen:
    """A page as a phone opens it, and its socket from the number that the page stands at."""
    status, html, _etag = await asyncio.to_thread(visitor.ask, visitor.connect(), where)
    assert status == 200, (where, status)
    found = re.search(r'data-seq="?(\d+)', html.decode())
    assert found is not None
    path = f"/live/plans/{visitor.plan_id}/?after={found[1]}&page={page}&packs=1"
    (socket,) = await open_many(server.url, path, visitor.cookie, 1)
    is_narrow = 'name="kind" value="note_step"' not in html.decode()
    return Screen(visitor, where, page, int(found[1]), html, socket, is_narrow)


async def alone(table: Table, screens: list[Screen]) -> list[float]:
    """Milliseconds from the letter to the answer."""
    took = []
    for number in range(ALONE):
        change = {"kind": "write_message", "message_id": str(uuid4()), "words": f"Hej {number}"}
        after, began = screens[0].stands_at, time.monotonic()
        await asyncio.to_thread(table.says, table.citizen, after=after, **change)
        took.append(1000 * (time.monotonic() - began))
        await asyncio.sleep(PAUSE)
    return took


async def one(table: Table, who: Visitor, change: dict[str, Any], screens: list[Screen]) -> float:
    """Milliseconds from the letter to the last screen of all."""
    there = [len(screen.socket.frames) for screen in screens]
    after, began = screens[table.people.index(who)].stands_at, time.monotonic()
    await asyncio.to_thread(table.says, who, after=after, **change)
    while not all(screen.newest(had) for screen, had in zip(screens, there, strict=True)):
        assert time.monotonic() - began < PATIENCE, f"of {change} somebody heard nothing"
        await asyncio.sleep(0.001)
    return 1000 * (max(screen.newest(had) for screen, had in zip(screens, there, strict=True)) - began)


def tells(body: bytes) -> bool:
    """Packed, a frame, or the word that the page must be fetched: anything but a heartbeat."""
    return body[:1] != b"{" or b'"after"' in body[:20] or b'"reload"' in body[:20]


if __name__ == "__main__":
    main()
