"""From a change's POST to the last socket that has it: 10, 100 and 1,000 sockets, beside bare Daphne in the same run.

.venv/bin/python -m bench.fan_out            also: a burst of 300 changes, and bytes a change to a watcher
.venv/bin/python -m bench.fan_out idle 5000  KiB an idle socket
"""

import asyncio
import itertools
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from bench.sockets import Socket, close, open_many
from bench.stage import STATUSES, Visitor, cards, main_plan, resident_kib, stage, told
from tests.server import Server
from tests.services import free_port, wait_until

COUNTS = (10, 100, 1000)
ROUNDS = 40
BURST = 300


def main() -> None:
    if sys.argv[1:2] == ["idle"]:
        asyncio.run(idle(int(sys.argv[2])))
        return
    with stage(TAVLEN_SOCKETS_PER_PERSON="20000") as server, bare() as floor_url:
        visitor = main_plan(server)
        asyncio.run(compare(server, visitor, floor_url))
        asyncio.run(burst(server, visitor))


@contextmanager
def bare() -> Iterator[str]:
    port = free_port()
    running = subprocess.Popen([sys.executable, "-m", "bench.floor", str(port)])
    try:
        import http.client

        def is_up() -> bool:
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=1).request("POST", "/")
            except OSError:
                return False
            return True

        wait_until(is_up, "bare Daphne")
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait()


class Mover:
    """Moves one card to and fro."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.connection, self.turn, self.number = visitor, visitor.connect(), 0, 0
        _status, page, _etag = visitor.ask(self.connection, f"/plans/{visitor.plan_id}/")
        self.step_id = cards(page)[0]

    def move(self) -> None:
        self.turn += 1
        change = {"kind": "move_step", "step_id": self.step_id, "status": STATUSES[self.turn % 4]}
        reply = self.visitor.send(self.connection, change, after=self.number)
        assert reply["outcomes"][0]["status"] == "accepted", reply
        self.number = reply["upto"]

    def path(self) -> str:
        return f"/live/plans/{self.visitor.plan_id}/?after={self.number}&page=board"


async def compare(server: Server, visitor: Visitor, floor_url: str) -> None:
    mover = Mover(visitor)
    mover.move()
    alone = [await _timed(mover.move) for _ in range(ROUNDS)]
    print(f"the write alone: {told(alone)}")
    write = sorted(alone)[ROUNDS // 2]
    for count in COUNTS:
        bare_sockets = await open_many(floor_url, "/", "", count)
        low = await measure(bare_sockets, lambda: _post(floor_url))
        close(bare_sockets)
        sockets = await open_many(server.url, mover.path(), visitor.cookie, count)
        await asyncio.sleep(1)
        ours = await measure(sockets, mover.move)
        sizes = sorted(len(body) for socket in sockets[:5] for _at, body in socket.frames)
        close(sockets)
        await asyncio.sleep(1)
        ratio = sorted(ours)[ROUNDS // 2] / (sorted(low)[ROUNDS // 2] + write)
        print(f"{count} sockets: floor {told(low)} | ours {told(ours)} | ours / (floor + write) = {ratio:.2f}")
        print(f"   bytes a change to a watcher: median {sizes[len(sizes) // 2]}, most {sizes[-1]}")


async def measure(sockets: list[Socket], act: Callable[[], None]) -> list[float]:
    took = []
    for _ in range(ROUNDS):
        waits = [socket.expect(1) for socket in sockets]
        start = time.monotonic()
        acting = asyncio.get_running_loop().run_in_executor(None, act)
        await asyncio.wait_for(asyncio.gather(*waits), 30)
        took.append(1000 * (max(socket.frames[-1][0] for socket in sockets) - start))
        await acting
        await asyncio.sleep(0.02)
    return took


async def burst(server: Server, visitor: Visitor) -> None:
    """Everybody ends at the last number, each frame beginning where the one before ended."""
    mover = Mover(visitor)
    mover.move()
    sockets = await open_many(server.url, mover.path(), visitor.cookie, 100)
    begin = mover.number
    await asyncio.get_running_loop().run_in_executor(None, lambda: [mover.move() for _ in range(BURST)])
    await asyncio.sleep(3)
    whole = sum(_is_whole(socket.numbers(), begin, mover.number) for socket in sockets)
    print(f"burst of {BURST}: {whole} of {len(sockets)} sockets have every change, without a gap")
    close(sockets)


def _is_whole(numbers: list[tuple[int, int]], begin: int, end: int) -> bool:
    joined = all(one[1] == two[0] for one, two in itertools.pairwise(numbers))
    return bool(numbers) and numbers[0][0] <= begin and numbers[-1][1] == end and joined


async def idle(count: int) -> None:
    with stage(TAVLEN_SOCKETS_PER_PERSON="20000") as server:
        visitor = main_plan(server)
        path = Mover(visitor).path()
        few = await open_many(server.url, path, visitor.cookie, 50)
        await asyncio.sleep(1)
        before, start = resident_kib(server), time.monotonic()
        print(f"the server with 50 sockets: {before / 1024:.0f} MiB")
        many = await open_many(server.url, path, visitor.cookie, count)
        took = time.monotonic() - start
        await asyncio.sleep(12)
        each = (resident_kib(server) - before) / count
        print(f"{count} idle sockets: {each:.1f} KiB each, all open after {took:.0f} s")
        close(few + many)


async def _timed(act: Callable[[], Any]) -> float:
    start = time.monotonic()
    await asyncio.get_running_loop().run_in_executor(None, act)
    return 1000 * (time.monotonic() - start)


def _post(url: str) -> None:
    import urllib.request

    urllib.request.urlopen(urllib.request.Request(url, data=b"{}", method="POST")).read()


if __name__ == "__main__":
    main()
