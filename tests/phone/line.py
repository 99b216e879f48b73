"""A line that can be cut: a browser's offline switch does not cut a socket that is open, so bytes go through here."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 65536


class Line:
    """A TCP proxy before a server. `cut`: everything ends and nothing gets through. `mute`: no answer comes back."""

    def __init__(self, server: str) -> None:
        address = urlsplit(server)
        self._to = (str(address.hostname), address.port or 80)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._is_cut = self._is_mute = False
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._let_in, daemon=True).start()

    def cut(self) -> None:
        self._is_cut = True
        self._end_all()

    def mute(self) -> None:
        """What is said arrives; the answers are lost on the way."""
        self._is_mute = True

    def mend(self) -> None:
        if self._is_mute:
            self._end_all()
        self._is_cut = self._is_mute = False

    def close(self) -> None:
        self._door.close()
        self._end_all()

    def _let_in(self) -> None:
        while True:
            try:
                caller, _ = self._door.accept()
            except OSError:
                return
            if self._is_cut:
                caller.close()
                continue
            with suppress(OSError):
                called = socket.create_connection(self._to, timeout=5)
                called.settimeout(None)
                self._open |= {caller, called}
                for way in ((caller, called, False), (called, caller, True)):
                    threading.Thread(target=self._carry, args=way, daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, is_back: bool) -> None:
        with suppress(OSError):
            while data := source.recv(CHUNK):
                if not (is_back and self._is_mute):
                    target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
            self._open.discard(end)

    def _end_all(self) -> None:
        for end in list(self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(server: str) -> Iterator[Line]:
    line = Line(server)
    try:
        yield line
    finally:
        line.close()
