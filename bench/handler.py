"""What our ASGI handler costs beside Django's own: one tiny response through Daphne, both measured in one run.

.venv/bin/python -m bench.handler [seconds per round, default 4]
"""

import http.client
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median

import uvloop

from tests.services import free_port

ROOT = Path(__file__).resolve().parent.parent
CLIENTS = 8
ROUNDS = 3
HANDLERS = ("stock", "ours")
TICKS = os.sysconf("SC_CLK_TCK")


def application(kind: str) -> object:
    """The measured server's application: the same middlewares and view under either handler."""
    from django.conf import settings
    from django.http import HttpResponse
    from django.urls import path

    import backend.config.settings as ours

    chosen = {name: getattr(ours, name) for name in dir(ours) if name.isupper()}
    settings.configure(**chosen | {"ROOT_URLCONF": __name__})
    import django

    django.setup(set_prefix=False)
    globals()["urlpatterns"] = [path("", lambda request: HttpResponse(b"ok", content_type="text/plain"))]
    from django.core.handlers.asgi import ASGIHandler

    from backend.config.handler import Handler

    return {"stock": ASGIHandler, "ours": Handler}[kind]()


def serve(kind: str, port: int) -> None:
    uvloop.install()
    from daphne.server import Server

    Server(application(kind), endpoints=[f"tcp:port={port}:interface=127.0.0.1"], verbosity=0).run()


def measure(kind: str, port: int, seconds: float) -> tuple[float, float]:
    """(requests a second with 8 clients, CPU milliseconds of the server for each)."""
    command = [sys.executable, "-m", "bench.handler", "serve", kind, str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        _wait_until_it_answers(port)
        _ask(port, 1.0)
        before = _cpu_seconds(server.pid)
        count = _ask(port, seconds)
        return count / seconds, (_cpu_seconds(server.pid) - before) / count * 1000
    finally:
        server.terminate()
        server.wait()


def _ask(port: int, seconds: float) -> int:
    counts = [0] * CLIENTS
    until = time.monotonic() + seconds

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while time.monotonic() < until:
            connection.request("GET", "/")
            assert connection.getresponse().read() == b"ok"
            counts[number] += 1

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts)


def _wait_until_it_answers(port: int) -> None:
    for _ in range(300):
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=1).request("GET", "/")
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def main(seconds: float) -> None:
    results: dict[str, list[tuple[float, float]]] = {kind: [] for kind in HANDLERS}
    for _ in range(ROUNDS):
        for kind in HANDLERS:
            results[kind].append(measure(kind, free_port(), seconds))
    for kind in HANDLERS:
        rate, cost = (median(values) for values in zip(*results[kind], strict=True))
        print(f"{kind:6} {rate:7.0f} requests/s  {cost:5.2f} ms of CPU each")
    ratio = median(cost for _, cost in results["stock"]) / median(cost for _, cost in results["ours"])
    print(f"stock costs {ratio:.1f} times ours")


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(sys.argv[2], int(sys.argv[3]))
    else:
        main(float(sys.argv[1]) if len(sys.argv) > 1 else 4)
