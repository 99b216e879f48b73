"""What every measure stands on: a real server with the demo people, somebody signed in, and its CPU read off."""

import http.client
import json
import os
import re
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.server import Server, prepare, serving

TICKS = os.sysconf("SC_CLK_TCK")
STATUSES = ("wish", "agreed", "doing", "done")


@dataclass(frozen=True)
class Visitor:
    """Somebody signed in: the cookie, and the plan they came to (0: their desk)."""

    host: str
    cookie: str
    plan_id: int

    def ask(self, connection: http.client.HTTPConnection, path: str, **headers: str) -> tuple[int, bytes, str]:
        """GET; (status, body, ETag)."""
        connection.request("GET", path, headers={"Cookie": self.cookie, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers.get("ETag", "")

    def send(
        self, connection: http.client.HTTPConnection, change: dict[str, Any], *, after: int = 0, page: str = "board"
    ) -> dict[str, Any]:
        """POST one change; the reply's JSON."""
        body = json.dumps({"device": DEVICE, "changes": [{"change_id": str(uuid.uuid4()), **change}]})
        path = f"/api/plans/{self.plan_id}/changes?after={after}&page={page}"
        connection.request("POST", path, body, {"Cookie": self.cookie, "Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        assert answer.status == 200, (answer.status, text[:300])
        return dict(json.loads(text))

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, timeout=60)


DEVICE = str(uuid.uuid4())


@contextmanager
def stage(**extra: str) -> Iterator[Server]:
    """A server with the demo people on a fresh database; `extra` are variables of its environment."""
    with tempfile.TemporaryDirectory(prefix="tavlen-bench-") as folder:
        prepared = prepare(Path(folder) / "prepared", planted=True)
        where = Path(folder) / "served"
        with serving(prepared.copy(where), where, **extra) as server:
            yield server


def enter(server: Server, **who: str) -> Visitor:
    """Sign in as somebody of the demo: enter(server, **{"as": "citizen"}) or person="12"."""
    host = urlsplit(server.url).netloc
    connection = http.client.HTTPConnection(host, timeout=30)
    connection.request("POST", "/demo/enter", urlencode(who), {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    answer.read()
    cookie = "; ".join(part.split(";")[0] for part in answer.headers.get_all("Set-Cookie") or ())
    found = re.search(r"/plans/(\d+)/", answer.headers["Location"])
    return Visitor(host, cookie, int(found[1]) if found else 0)


def main_plan(server: Server) -> Visitor:
    """The consultant at the plan that the demo's main cast share."""
    return replace(enter(server, **{"as": "consultant"}), plan_id=enter(server, **{"as": "citizen"}).plan_id)


def cards(page: bytes) -> list[str]:
    """The step ids on a board."""
    return re.findall(r'data-step-id="?([0-9a-f-]{36})', page.decode())


def cpu_seconds(server: Server) -> float:
    """CPU the server's processes have used."""
    return sum(_cpu(process.running.pid) for process in server.processes if process.running)


def resident_kib(server: Server) -> float:
    """Memory the server's processes hold, KiB."""
    return sum(_resident(process.running.pid) for process in server.processes if process.running)


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _resident(pid: int) -> float:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return float(found[1]) if found else 0.0


def told(values: list[float]) -> str:
    """p50 and p95 of some milliseconds."""
    ordered = sorted(values)
    return f"p50 {ordered[len(ordered) // 2]:.1f} · p95 {ordered[int(len(ordered) * 0.95)]:.1f} ms (n={len(ordered)})"
