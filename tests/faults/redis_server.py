"""The Redis between two processes of a run: it can be killed, and comes back on the same port with nothing in it."""

import subprocess

from parts import services
from tests.services import free_port


class RedisServer:
    """Writes nothing to disk."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--loglevel", "warning"]
        self.running = subprocess.Popen([services.redis_program(), *options], stdout=subprocess.DEVNULL)

    def kill(self) -> None:
        if self.running:
            self.running.kill()
            self.running.wait()
            self.running = None
