"""A wire between browser and server on which every byte is counted, and which can be cut as in a tunnel."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit


class Wire:
    """A TCP proxy before the server."""

    def __init__(self, url: str) -> None:
        address = urlsplit(url)
        self._to = (str(address.hostname), address.port or 80)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._is_cut = False
        self.up = self.down = self.calls = 0
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._let_in, daemon=True).start()

    def cut(self) -> None:
        self._is_cut = True
        for end in list(self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._is_cut = False

    def _let_in(self) -> None:
        while True:
            near, _ = self._door.accept()
            if self._is_cut:
                near.close()
                continue
            self.calls += 1
            far = socket.create_connection(self._to)
            self._open |= {near, far}
            threading.Thread(target=self._pass, args=(near, far, "up"), daemon=True).start()
            threading.Thread(target=self._pass, args=(far, near, "down"), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, way: str) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                setattr(self, way, getattr(self, way) + len(data))
                target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)
        self._open -= {source}


class Day:
    """Adds up what each part of the day took."""

    def __init__(self, wire: Wire) -> None:
        self.wire, self.parts = wire, list[tuple[str, int, int]]()

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        up, down, calls = self.wire.up, self.wire.down, self.wire.calls
        yield
        time.sleep(1.5)  # until what was begun has been sent
        took = (self.wire.up - up, self.wire.down - down)
        self.parts.append((name, *took))
        print(f"{name:<46} {took[0] / 1000:7.1f} up {took[1] / 1000:7.1f} down kB, {self.wire.calls - calls} calls")

    def total(self) -> float:
        return sum(up + down for _name, up, down in self.parts) / 1000
