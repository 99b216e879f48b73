"""The same question at a socket's handshake, where the browser shows the cookie but runs no middleware of ours."""

from collections.abc import Awaitable, Callable
from typing import Any

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from backend.config.origin import is_same_origin, own_origin

Application = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


class OurPagesOnly:
    """Lets a handshake in if its host is ours and its `Origin` too. A browser always sends one; a program need not."""

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if _is_ours(scope):
            await self.application(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 4403})


def _is_ours(scope: dict[str, Any]) -> bool:
    hosts = _values(scope, b"host")
    origins = _values(scope, b"origin")
    if len(hosts) != 1 or len(origins) > 1:
        return False
    domain, _ = split_domain_port(hosts[0])
    if not domain or not validate_host(domain, settings.ALLOWED_HOSTS):
        return False
    return is_same_origin(origin=origins[0] if origins else None, own=own_origin(hosts[0]))


def _values(scope: dict[str, Any], name: bytes) -> list[str]:
    return [value.decode("latin-1") for header, value in scope["headers"] if header == name]
