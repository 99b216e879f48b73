"""Many light sockets in one process: each notes when a frame's last byte came, and nothing else."""

import asyncio
import base64
import json
import os
import time
import zlib
from typing import Any
from urllib.parse import urlsplit


class Socket(asyncio.Protocol):
    """One WebSocket, read by hand: a thousand of them must cost less than what they measure."""

    def __init__(self, host: str, path: str, cookie: str) -> None:
        self.host, self.path, self.cookie = host, path, cookie
        self.buffer = b""
        self.is_open = asyncio.get_running_loop().create_future()
        self.ended: asyncio.Future[float] = asyncio.get_running_loop().create_future()  # when it was closed
        self.frames: list[tuple[float, bytes]] = []
        self.wants = 0
        self.has_all: asyncio.Future[None] | None = None

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (
            f"GET {self.path} HTTP/1.1",
            f"Host: {self.host}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Origin: http://{self.host}",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
            f"Cookie: {self.cookie}",
        )
        transport.write(("\r\n".join(lines) + "\r\n\r\n").encode())

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if not self.is_open.done():
            head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head.split(b"\r\n")[0]:
                self.is_open.set_exception(ConnectionError(head.decode(errors="replace")))
                return
            self.is_open.set_result(None)
            self.buffer = rest
        self._take_frames()

    def _take_frames(self) -> None:
        while len(self.buffer) >= 2:
            length, start = self.buffer[1] & 127, 2
            if length == 126:
                length, start = int.from_bytes(self.buffer[2:4], "big"), 4
            elif length == 127:
                length, start = int.from_bytes(self.buffer[2:10], "big"), 10
            if len(self.buffer) < start + length:
                return
            kind, body = self.buffer[0] & 15, self.buffer[start : start + length]
            self.buffer = self.buffer[start + length :]
            if kind == 8:
                self._note_end()
            if kind == 9:
                self._send(10, body)
            elif kind in (1, 2):
                self.frames.append((time.monotonic(), body))
                if self.has_all and not self.has_all.done() and len(self.frames) >= self.wants:
                    self.has_all.set_result(None)

    def _send(self, kind: int, body: bytes) -> None:
        mask = os.urandom(4)
        masked = bytes(b ^ mask[i % 4] for i, b in enumerate(body))
        self.transport.write(bytes([128 | kind, 128 | len(body)]) + mask + masked)

    def _note_end(self) -> None:
        if not self.ended.done():
            self.ended.set_result(time.monotonic())

    def connection_lost(self, error: Exception | None) -> None:
        self._note_end()
        if not self.is_open.done():
            self.is_open.set_exception(error or ConnectionError("closed"))
        if self.has_all and not self.has_all.done():
            self.has_all.set_exception(error or ConnectionError("closed"))

    def expect(self, more: int) -> asyncio.Future[None]:
        """Done when this many more frames have come."""
        self.wants = len(self.frames) + more
        self.has_all = asyncio.get_running_loop().create_future()
        return self.has_all

    def numbers(self) -> list[tuple[int, int]]:
        """(after, upto) of every frame, in the order they came."""
        return [(frame["after"], frame["upto"]) for frame in self.told() if "after" in frame]

    def told(self) -> list[dict[str, Any]]:
        """What the frames say, in the order they came."""
        return [json.loads(body if body[:1] == b"{" else zlib.decompress(body)) for _at, body in self.frames]

    @property
    def weight(self) -> int:
        """Bytes of all frames."""
        return sum(len(body) for _at, body in self.frames)


async def open_many(url: str, path: str, cookie: str, count: int, *, at_once: int = 50) -> list[Socket]:
    """Sockets that are open."""
    address = urlsplit(url)
    loop = asyncio.get_running_loop()
    sockets: list[Socket] = []
    while len(sockets) < count:
        made = [
            loop.create_connection(lambda: Socket(address.netloc, path, cookie), address.hostname, address.port)
            for _ in range(min(at_once, count - len(sockets)))
        ]
        batch = [protocol for _transport, protocol in await asyncio.gather(*made)]
        await asyncio.gather(*(socket.is_open for socket in batch))
        sockets += batch
    return sockets


def close(sockets: list[Socket]) -> None:
    for socket in sockets:
        socket.transport.abort()
