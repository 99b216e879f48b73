"""Says `ready` once the server answers; a small process of its own, so that the server can take this one's place."""

import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable

from parts import say

PATIENCE_SECONDS = 60
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # this machine is not asked through a proxy


def tell_when_ready(address: str, server: int, beside: Callable[[], bool]) -> None:
    """Returns at once; `ready` waits for the server and for what stands beside it.

    Forked twice, so that no ended child is left on the server's hands.
    """
    first = os.fork()
    if first:
        os.waitpid(first, 0)
        return
    if os.fork() == 0:
        _watch(address, server, beside)
    os._exit(0)


def _watch(address: str, server: int, beside: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and _is_alive(server):
        if is_ready(address) and beside():
            say.line(f"ready {address}")
            return
        time.sleep(0.1)


def is_ready(address: str) -> bool:
    """Whether /healthz under this address answers 200."""
    try:
        with DIRECT.open(f"{address}healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
