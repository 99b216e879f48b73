"""A message sent → on the other's page; and what it costs to open a conversation of 50 and of 5,000 messages.

.venv/bin/python -m bench.conversation
"""

import asyncio
import time
import uuid
from dataclasses import replace

from bench.sockets import Socket, close, open_many
from bench.stage import Visitor, cpu_seconds, enter, stage, told
from tests.server import Server

MESSAGES, OPENED = 100, 60
LENGTHS = (50, 5_000)
PATIENCE = 15.0

LENGTHEN = """
from backend.common import clock
from backend.plans.models import Member, Message, Plan
plan = Plan.objects.get(pk={plan_id})
member = Member.objects.get(plan=plan, role="consultant", ended_at=None)
there = range(plan.message_head + 1, {length} + 1)
words = "Det lyder godt. Skal vi tale om det, når vi ses på torsdag?"
Message.objects.bulk_create(Message(plan=plan, number=n, member=member, words=words, at=clock.now()) for n in there)
Plan.objects.filter(pk=plan.pk).update(message_head={length})
"""


def main() -> None:
    with stage() as server:
        citizen = enter(server, **{"as": "citizen"})
        for length in LENGTHS:
            server.manage("shell", "-v0", "-c", LENGTHEN.format(plan_id=citizen.plan_id, length=length))
            print(f"a conversation of {length} messages: {opened(server, citizen):.1f} ms CPU to open")
        consultant = replace(enter(server, **{"as": "consultant"}), plan_id=citizen.plan_id)
        print(f"a message sent → on the other's page: {told(asyncio.run(sent(server, citizen, consultant)))}")


def opened(server: Server, visitor: Visitor) -> float:
    """Milliseconds of CPU, drawn anew each time: another address is another page."""
    connection, before = visitor.connect(), cpu_seconds(server)
    for _ in range(OPENED):
        status, _body, _etag = visitor.ask(connection, f"{talk(visitor)}?about={uuid.uuid4()}")
        assert status == 200, status
    return 1000 * (cpu_seconds(server) - before) / OPENED


async def sent(server: Server, citizen: Visitor, consultant: Visitor) -> list[float]:
    """Milliseconds from the letter to the frame."""
    _status, body, _etag = consultant.ask(consultant.connect(), talk(consultant))
    number = body.decode().partition("data-seq=")[2].lstrip('"').split('"')[0].split()[0].rstrip(">")
    path = f"/live/plans/{citizen.plan_id}/?after={number}&page=conversation"
    (socket,) = await open_many(server.url, path, consultant.cookie, 1)
    took = [await one(citizen, socket) for _ in range(MESSAGES)]
    close([socket])
    return took


async def one(citizen: Visitor, socket: Socket) -> float:
    message_id = str(uuid.uuid4())
    change = {"kind": "write_message", "message_id": message_id, "words": "Jeg er på vej"}
    began = time.monotonic()
    await asyncio.to_thread(citizen.send, citizen.connect(), change)
    while not (came := [at for at, body in socket.frames if f"m-{message_id}".encode() in body]):
        assert time.monotonic() - began < PATIENCE, "the other heard nothing"
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.02)
    return 1000 * (came[0] - began)


def talk(visitor: Visitor) -> str:
    return f"/plans/{visitor.plan_id}/conversation/"


if __name__ == "__main__":
    main()
