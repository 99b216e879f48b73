"""The line to push services: kept open, three seconds' patience, and only to addresses that lie outside."""

import asyncio
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import Any

import httpcore
import httpx
from django.conf import settings

from backend.reach.endpoints import is_public

# httpcore looks for it several times with each request; where it is not installed, each is a walk through all folders.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]

PATIENCE_SECONDS = 3
AT_ONCE = 16  # as many as a sender that dies can leave in doubt
KEPT_SECONDS = 60
MOST_READ = 16 * 1024  # bytes of an answer; none of it is used


class NotOutside(httpcore.ConnectError):
    """The name leads into our own network."""


class OutsideOnly(httpcore.AsyncNetworkBackend):
    """Looks a name up and connects to the very address it has judged: asking twice could get two answers.

    TLS still proves the name: only where the connection leads is decided here. One address inside spoils all.
    """

    def __init__(self) -> None:
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        address = await self._address_of(host, port)
        return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)

    async def _address_of(self, host: str, port: int) -> str:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as trouble:
            raise httpcore.ConnectError(type(trouble).__name__) from None
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not (is_trial(host, port) or all(map(is_public, addresses))):
            raise NotOutside("no address outside")
        return addresses[0]

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


def is_trial(host: str, port: int) -> bool:
    """The one place inside that may be reached: the push service of the tests."""
    if not settings.TAVLEN_PUSH_TRIAL:
        return False
    trial = httpx.URL(settings.TAVLEN_PUSH_TRIAL)
    return (trial.host, trial.port) == (host, port)


class Pinned(httpx.AsyncHTTPTransport):
    """httpx's own, over OutsideOnly, and with one connection."""

    def __init__(self) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_tls(), max_connections=1, keepalive_expiry=KEPT_SECONDS, network_backend=OutsideOnly()
        )


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


@dataclass
class Line:
    """Connections kept open, each with one push on it at a time; those used last are used first.

    Not one pool of many: with every request httpcore asks each of a pool's connections whether it still stands, which
    at 32 of them took four times as long as sending (decision 0137). No more lie idle than there are at once.
    """

    idle: list[tuple[str, httpx.AsyncClient]] = field(default_factory=list)

    @asynccontextmanager
    async def to(self, url: str) -> AsyncIterator[httpx.AsyncClient]:
        """One that leads to this push service, to nobody else's use until it is given back."""
        service = url.partition("://")[2].partition("/")[0]
        at = next((at for at in reversed(range(len(self.idle))) if self.idle[at][0] == service), None)
        one = _open() if at is None else self.idle.pop(at)[1]
        try:
            yield one
        finally:
            self.idle.append((service, one))
        if len(self.idle) > AT_ONCE:
            await self.idle.pop(0)[1].aclose()


def _open() -> httpx.AsyncClient:
    """It is not led elsewhere, and sends nothing of the environment's."""
    return httpx.AsyncClient(transport=Pinned(), timeout=PATIENCE_SECONDS, follow_redirects=False, trust_env=False)


async def post(line: Line, url: str, *, headers: dict[str, str], body: bytes) -> tuple[int, str]:
    """(status, Retry-After); raises httpx.HTTPError or TimeoutError."""
    async with (
        asyncio.timeout(PATIENCE_SECONDS),
        line.to(url) as one,
        one.stream("POST", url, headers=headers, content=body) as answer,
    ):
        read = 0
        async for part in answer.aiter_raw():
            read += len(part)
            if read > MOST_READ:
                break
        return answer.status_code, answer.headers.get("retry-after", "")
