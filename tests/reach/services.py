"""Push services: a real one that decrypts what it is sent, and one that answers as it is told to."""

import json
import subprocess
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from backend.reach.keys import keys
from backend.reach.subscribe import Subscription
from parts import node_env
from parts.places import NODE_MODULES
from parts.ready import DIRECT
from tests.services import free_port, wait_until

PROGRAM = NODE_MODULES / "web-push-testing" / "src" / "bin" / "server.js"


@dataclass
class PushService:
    """web-push-testing: it checks who sends (VAPID) and decrypts for those who have subscribed with it."""

    origin: str
    hashes: dict[str, str] = field(default_factory=dict)

    def subscribe(self, key: str = "") -> Subscription:
        """As a browser does with our public key."""
        told = self._ask("subscribe", userVisibleOnly="true", applicationServerKey=key or keys().public)["data"]
        self.hashes[told["endpoint"]] = told["clientHash"]
        return Subscription(endpoint=told["endpoint"], p256dh=told["keys"]["p256dh"], auth=told["keys"]["auth"])

    def told(self, subscription: Subscription) -> list[dict[str, Any]]:
        """What has come for this one, decrypted."""
        answer = self._ask("get-notifications", clientHash=self.hashes[subscription.endpoint])
        return [json.loads(message) for message in answer["data"]["messages"]]

    def expire(self, subscription: Subscription) -> None:
        self._post(f"expire-subscription/{self.hashes[subscription.endpoint]}")

    def is_up(self) -> bool:
        try:
            return self._post("status") == b"OK"
        except OSError:
            return False

    def _ask(self, what: str, **fields: str) -> Any:
        return json.loads(self._post(what, **fields))

    def _post(self, what: str, **fields: str) -> bytes:
        with DIRECT.open(f"{self.origin}/{what}", urllib.parse.urlencode(fields).encode(), timeout=10) as answer:
            return bytes(answer.read())


@contextmanager
def push_service() -> Iterator[PushService]:
    port = free_port()
    program = [str(node_env.find_node()), str(PROGRAM), str(port)]
    with subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        service = PushService(f"http://localhost:{port}")
        try:
            wait_until(lambda: service.is_up() or running.poll() is not None, "the push service")
            yield service
        finally:
            running.terminate()


class Moody(ThreadingHTTPServer):
    """Answers every push with `status` and `headers`; `heard` are the headers it was sent."""

    daemon_threads = True
    request_queue_size = 64  # as many may come at once
    status = 201
    headers: dict[str, str]
    heard: list[dict[str, str]]
    holds_back: threading.Event

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    server: Moody
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append({name.lower(): value for name, value in self.headers.items()})
        self.server.holds_back.wait(10)
        self.send_response(self.server.status)
        for name, value in {"Content-Length": "0", **self.server.headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@contextmanager
def moody() -> Iterator[Moody]:
    with Moody(("127.0.0.1", 0), Answer) as server:
        server.headers, server.heard, server.holds_back = {}, [], threading.Event()
        server.holds_back.set()
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.holds_back.set()
        server.shutdown()
