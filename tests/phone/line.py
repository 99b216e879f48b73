"""A line that can be cut: a browser's offline switch does not cut a socket that is open, so bytes go through here."""

import re
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 65536
AT_ONCE_AND_RUDELY = struct.pack("ii", 1, 0)  # closing sends a reset instead of a goodbye


class Line:
    """A TCP proxy before a server.

    `cut`, `reset`: everything ends and nothing gets through. `mute`: no answer comes back. `hold`: nothing gets
    through either way, and nobody is told (a half-open line). `strand`: what is open stays like that for good, while
    new calls get through. `delay`: seconds that every piece takes. `copies`: how many times each POST arrives; the
    answers to the further ones are lost.
    """

    def __init__(self, server: str) -> None:
        address = urlsplit(server)
        self._to = (str(address.hostname), address.port or 80)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._stranded: set[socket.socket] = set()
        self._is_cut = self._is_rude = self._is_mute = self._is_held = False
        self.delay = 0.0
        self.copies = 1
        self.on_their_way = 0  # copies that are not answered yet
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._let_in, daemon=True).start()

    def cut(self) -> None:
        self._is_cut = True
        self._end_all()

    def reset(self) -> None:
        """Cut without a goodbye: both sides get a reset."""
        self._is_rude = True
        self.cut()

    def mute(self) -> None:
        """What is said arrives; the answers are lost on the way."""
        self._is_mute = True

    def hold(self) -> None:
        self._is_held = True

    def strand(self) -> None:
        self._stranded |= self._open
        self._is_held = False

    def mend(self) -> None:
        if self._is_mute or self._is_held:
            self._end_all()
        self._is_cut = self._is_rude = self._is_mute = self._is_held = False

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
            elif self._is_held:
                self._open.add(caller)
            else:
                self._connect(caller)

    def _connect(self, caller: socket.socket) -> None:
        try:
            called = socket.create_connection(self._to, timeout=5)
        except OSError:
            caller.close()
            return
        called.settimeout(None)
        self._open |= {caller, called}
        for way in ((caller, called, False), (called, caller, True)):
            threading.Thread(target=self._carry, args=way, daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, is_back: bool) -> None:
        letter = _Letter()
        with suppress(OSError):
            while data := source.recv(CHUNK):
                time.sleep(self.delay)
                if self._is_held or source in self._stranded or (is_back and self._is_mute):
                    continue
                target.sendall(data)
                if self.copies > 1 and not is_back and (whole := letter.and_then(data)):
                    for _ in range(self.copies - 1):
                        threading.Thread(target=self._send_again, args=(whole,), daemon=True).start()
        is_told = not (self._is_held or source in self._stranded)
        for end in (source, target) if is_told else (source,):
            with suppress(OSError):
                end.shutdown(self._goodbye)
            end.close()
            self._open.discard(end)
            self._stranded.discard(end)

    def _send_again(self, letter: bytes) -> None:
        self.on_their_way += 1
        with suppress(OSError), socket.create_connection(self._to, timeout=20) as called:
            called.sendall(letter)
            called.recv(CHUNK)
        self.on_their_way -= 1

    def _end_all(self) -> None:
        for end in list(self._open):
            with suppress(OSError):
                if self._is_rude:
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE_AND_RUDELY)
                end.shutdown(self._goodbye)

    @property
    def _goodbye(self) -> int:
        """Rudely: our own threads stop reading, and nothing is said to the other sides."""
        return socket.SHUT_RD if self._is_rude else socket.SHUT_RDWR


class _Letter:
    """Puts a POST together from the pieces it comes in."""

    def __init__(self) -> None:
        self._pieces = b""

    def and_then(self, data: bytes) -> bytes:
        """The whole letter once its last piece is there; until then nothing."""
        if not self._pieces and not data.startswith(b"POST "):
            return b""
        self._pieces += data
        head, found, body = self._pieces.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        if not found or len(body) < int(length[1] if length else 0):
            return b""
        whole, self._pieces = self._pieces, b""
        return whole


@contextmanager
def line_to(server: str) -> Iterator[Line]:
    line = Line(server)
    try:
        yield line
    finally:
        line.close()
