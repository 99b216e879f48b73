"""The sender killed again and again over many notices: each is on its phone once.

    .venv/bin/python -m tests.reach.killed 10000     half an hour's news in some minutes; a short form is in bin/test

What leaves is counted by a push service of ours. One that the killed sender had handed over and not yet written down
comes again: under the same group, so that it takes the first one's place. There are no more of these than one sender
has in its hands at a time, for each time it was killed.
"""

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from base64 import urlsafe_b64encode
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from parts.places import PYTHON, ROOT
from tests.server import Prepared, manage, prepare

IN_HAND = 16
PLANT = """
from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Person, Session
from backend.plans.models import Member, Plan
from backend.reach.models import Device, Notice, Wishes
now, many = clock.now(), range({many})
people = Person.objects.bulk_create(Person(handle=f"p{{n}}", name=f"P {{n}}", first_name="P") for n in many)
plans = Plan.objects.bulk_create(Plan(citizen=one, opened_at=now) for one in people)
Member.objects.bulk_create(Member(plan=plan, person=plan.citizen, role="citizen", joined_at=now) for plan in plans)
Wishes.objects.bulk_create(Wishes(person=one, quiet_from="00:00", quiet_to="00:00") for one in people)
late = now.replace(year=now.year + 1)
sessions = [Session(session_key=f"s{{n}}", expire_date=late, used_at=now, person=people[n]) for n in many]
Session.objects.bulk_create(sessions)
Device.objects.bulk_create(
    Device(person=people[n], session=sessions[n], endpoint=f"{origin}/{{n}}", p256dh="{p256dh}", auth="{auth}",
           language="da", made_at=now)
    for n in many
)
Notice.objects.bulk_create(
    Notice(person=people[n], plan=plans[n], kind="message", seq=1, page="conversation", at=now, due_at=now)
    for n in many
)
"""
SEND = """
import time
from datetime import timedelta
from backend.reach import deliver
deliver.LEASE = timedelta(seconds={lease})
while True:
    deliver.deliver_due()
    time.sleep(0.05)
"""
COUNT = """
import json
from django.db.models import Count
from backend.reach.models import Notice
print(json.dumps(dict(Notice.objects.order_by().values_list("state").annotate(Count("pk")))))
"""


class Counting(ThreadingHTTPServer):
    """A push service that takes everything; `taken`: phone → the groups it was sent."""

    daemon_threads = True
    request_queue_size = 128
    taken: dict[str, list[str]]

    def handle_error(self, *_: Any) -> None:
        """A sender that is killed hangs up."""

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.server_port}"


class Take(BaseHTTPRequestHandler):
    server: Counting
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken[self.path].append(self.headers["Topic"])
        self.send_response(201)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@contextmanager
def counting() -> Iterator[Counting]:
    with Counting(("127.0.0.1", 0), Take) as service:
        service.taken = defaultdict(list)
        threading.Thread(target=service.serve_forever, args=(0.02,), daemon=True).start()
        yield service
        service.shutdown()


@dataclass
class Killed:
    """What came of it."""

    many: int
    kills: int
    states: dict[str, int]
    taken: dict[str, list[str]] = field(repr=False)
    seconds: float = 0.0

    @property
    def doubled(self) -> int:
        """How often a phone was sent the same once more."""
        return sum(len(groups) - 1 for groups in self.taken.values())

    def troubles(self) -> list[str]:
        groups = Counter(len(set(groups)) for groups in self.taken.values())
        found = [] if self.states == {"sent": self.many} else [f"not all are written down as sent: {self.states}"]
        found += [] if groups == {1: self.many} else [f"phones by how many different nudges they show: {groups}"]
        too_many = self.doubled > self.kills * IN_HAND
        return [*found, *([f"{self.doubled} were sent again after {self.kills} kills"] if too_many else [])]


def keys_of_a_phone() -> dict[str, str]:
    """A good public key, and a secret of 16 bytes."""
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    point = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return {"p256dh": urlsafe_b64encode(point).decode().rstrip("="), "auth": urlsafe_b64encode(bytes(16)).decode()[:22]}


def kill_over(prepared: Prepared, folder: Path, *, many: int, kills: int, seed: int = 1, lease: float = 2.0) -> Killed:
    """Plant so many notices, and kill the sender so many times while it sends them."""
    chance = random.Random(seed)
    with counting() as service:
        env = {**prepared.copy(folder), "TAVLEN_PUSH_TRIAL": service.origin}
        planted = PLANT.format(many=many, origin=service.origin, **keys_of_a_phone())
        manage(env, "shell", "-v0", "-c", planted)
        began, killed = time.monotonic(), 0
        while killed < kills:
            target = min(many - 1, len(service.taken) + chance.randrange(many // (kills + 1) // 2, many // (kills + 1)))
            with _sender(env, folder, lease) as sender:
                _until(lambda aim=target: len(service.taken) > aim, sender)
            killed += 1
        with _sender(env, folder, lease) as sender:
            _until(lambda: len(service.taken) == many, sender)
            _until(lambda: _states(env) == {"sent": many}, sender, pause=1.0)
        return Killed(many, killed, _states(env), dict(service.taken), time.monotonic() - began)


@contextmanager
def _sender(env: dict[str, str], folder: Path, lease: float) -> Iterator[subprocess.Popen[bytes]]:
    """A sender that is ended by kill -9."""
    with (folder / "sender.log").open("ab") as words:
        program = [str(PYTHON), "manage.py", "shell", "-v0", "-c", SEND.format(lease=lease)]
        running = subprocess.Popen(program, cwd=ROOT, env=env, stdout=words, stderr=words)
        try:
            yield running
        finally:
            running.kill()
            running.wait()


def _until(is_so: Any, sender: subprocess.Popen[bytes], *, pause: float = 0.01, patience: float = 900.0) -> None:
    late = time.monotonic() + patience
    while not is_so():
        assert sender.poll() is None, "the sender ended by itself"
        assert time.monotonic() < late, "it does not get on"
        time.sleep(pause)


def _states(env: dict[str, str]) -> dict[str, int]:
    told: dict[str, int] = json.loads(manage(env, "shell", "-v0", "-c", COUNT))
    return told


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="tavlen-killed-") as folder:
        prepared = prepare(Path(folder) / "prepared", planted=False)
        came = kill_over(prepared, Path(folder) / "run", many=many, kills=8)
    rate = came.many / came.seconds
    print(f"{came.many} notices, {came.kills} kills: {came.doubled} sent again in their own place; {rate:.0f}/s in all")
    sys.exit("\n".join(came.troubles()) or None)


if __name__ == "__main__":
    main()
