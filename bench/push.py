"""A change → its nudge at the push service, with an idle worker; and how many nudges a second, encrypted and signed.

.venv/bin/python -m bench.push
"""

import asyncio
import json
import random
import subprocess
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from bench.stage import _cpu, _resident, enter, stage, told
from parts.places import PYTHON, ROOT
from tests.reach.killed import PLANT, keys_of_a_phone
from tests.server import Server
from tests.services import free_port, wait_until

CHANGES, NUDGES = 60, 2_000
PATIENCE = 20.0
ANSWER = b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"

SUBSCRIBE = """
import json, uuid
from datetime import time, timedelta
from backend.common import clock
from backend.people.models import Session
from backend.plans.models import Member
from backend.reach.models import Device, Wishes
from backend.reach.keys import keys
from backend.reach.subscribe import Subscription, subscribe
given = dict(p256dh=keys().public, auth="tBHItJI5svbpez7KI4CCXg")
later, pairs = clock.now() + timedelta(days=1), []
for citizen in Member.objects.filter(role="citizen", ended_at=None).select_related("person"):
    consultant = Member.objects.filter(plan=citizen.plan_id, role="consultant", ended_at=None).first()
    if not consultant: continue
    key, who = uuid.uuid4().hex, citizen.person
    Session.objects.create(session_key=key, session_data="", expire_date=later, person=who, used_at=clock.now())
    Wishes.objects.update_or_create(person=who, defaults=dict(quiet_from=time(0), quiet_to=time(0)))
    phone = Subscription(endpoint="{origin}/%s" % who.pk, **given)
    subscribe(person_id=who.pk, session_key=key, subscription=phone, language="da")
    pairs.append([citizen.plan_id, citizen.person_id, consultant.person_id])
print(json.dumps(pairs))
"""
SEND = """
import time
from backend.reach.deliver import deliver_due
began, before = time.monotonic(), time.process_time()
deliver_due()
print(time.monotonic() - began, time.process_time() - before)
"""


class Sink(asyncio.Protocol):
    """A push service that takes everything at once, and notes when it came for whom."""

    heard: dict[str, list[float]] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport, self.buffer = transport, b""

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:end].decode()
            length = int(head.lower().partition("content-length: ")[2].split("\r\n")[0])
            if len(self.buffer) < end + 4 + length:
                return
            self.buffer = self.buffer[end + 4 + length :]
            self.heard.setdefault(head.split(" ")[1].strip("/"), []).append(time.monotonic())
            self.transport.write(ANSWER)  # type: ignore[attr-defined]


@contextmanager
def sink() -> Iterator[str]:
    port, loop = free_port(), asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(Sink, "localhost", port))
    threading.Thread(target=loop.run_forever, daemon=True).start()
    yield f"http://localhost:{port}"
    loop.call_soon_threadsafe(server.close)


def main() -> None:
    with sink() as origin, stage(TAVLEN_PUSH_TRIAL=origin) as server:
        print(f"nudges a second: {many(server, origin)}")
        pairs = json.loads(server.manage("shell", "-v0", "-c", SUBSCRIBE.replace("{origin}", origin)).splitlines()[-1])
        with working(server) as worker:
            wait_until(lambda: ready(server), "the worker")
            time.sleep(3)
            before, began = _cpu(worker.pid), time.monotonic()
            time.sleep(10)
            idle = 100 * (_cpu(worker.pid) - before) / (time.monotonic() - began)
            took = [one(server, *random.choice(pairs)) for _ in range(CHANGES)]
            print(f"a change → its nudge at the push service: {told(took)}")
            print(f"the worker: {_resident(worker.pid) / 1024:.0f} MB, {idle:.1f} % of a core when idle")


@contextmanager
def working(server: Server) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([PYTHON, "manage.py", "work"], cwd=ROOT, env=server.processes[0].env) as worker:
        yield worker
        worker.terminate()


def ready(server: Server) -> bool:
    health = enter(server, **{"as": "citizen"})
    _status, body, _etag = health.ask(health.connect(), "/healthz")
    return bool(json.loads(body)["worker"]["state"] == "ok")


def one(server: Server, plan_id: int, citizen: int, consultant: int) -> float:
    """Milliseconds from the consultant's letter to the push service."""
    writer = replace(enter(server, person=str(consultant)), plan_id=plan_id)
    connection, before = writer.connect(), len(Sink.heard.get(str(citizen), []))
    time.sleep(random.random() / 2)
    began = time.monotonic()
    writer.send(connection, {"kind": "write_message", "message_id": str(uuid.uuid4()), "words": "Vi ses"})
    while len(there := Sink.heard.get(str(citizen), [])) == before:
        assert time.monotonic() - began < PATIENCE, "nothing came"
        time.sleep(0.002)
    return 1000 * (there[before] - began)


def many(server: Server, origin: str) -> str:
    """By one sender, as the worker sends: claimed, decided, closed, sent, and written down as each answer comes."""
    server.manage("shell", "-v0", "-c", PLANT.format(many=NUDGES, origin=origin, **keys_of_a_phone()))
    seconds, cpu = server.manage("shell", "-v0", "-c", SEND).splitlines()[-1].split()
    assert sum(map(len, Sink.heard.values())) == NUDGES, Sink.heard
    Sink.heard.clear()
    return f"{NUDGES / float(seconds):.0f} ({1000 * float(cpu) / NUDGES:.2f} ms of CPU each)"


if __name__ == "__main__":
    main()
