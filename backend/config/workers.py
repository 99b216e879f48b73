"""A few long-lived threads that each do one thing at a time, so that database connections live as long as they do."""

import asyncio
import contextvars
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar

T = TypeVar("T")

PATIENCE = 0.05  # seconds that a request has the interpreter to itself


class Worker:
    """One thread, lent to one request at a time. Only the event loop's thread may call it."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._job: Future[Any] | None = None
        self._context = contextvars.Context()

    def begin(self) -> None:
        """A new request: nothing that the last one said (language, clock) is heard."""
        self._context = contextvars.copy_context()

    async def run(self, job: Callable[..., T], *args: Any) -> T:
        self._job = self._thread.submit(self._context.run, job, *args)
        return await asyncio.wrap_future(self._job)

    def when_free(self, then: Callable[[], None]) -> None:
        """Call `then` on the loop: now, or when a job ends that was left behind by a cancelled request."""
        if self._job is None or self._job.done():
            then()
        else:
            loop = asyncio.get_running_loop()
            self._job.add_done_callback(lambda _: loop.call_soon_threadsafe(then))


class Workers:
    """Lends its threads in turn; the thread used last is lent first, so that a quiet server keeps few connections.

    One request is at work at a time, for threads of Python only take the interpreter from each other
    (docs/decisions/0164-one-request-at-a-time.md). Whoever is at it for longer than `PATIENCE` holds nobody back.
    """

    def __init__(self, count: int) -> None:
        self._free = [Worker(f"request-{number}") for number in reversed(range(count))]
        self._waiting: deque[asyncio.Future[Worker]] = deque()
        self._at_work: Worker | None = None
        self._clock: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[Worker]:
        worker = await self._take()
        worker.begin()
        try:
            yield worker
        finally:
            worker.when_free(lambda: self._give_back(worker))

    async def _take(self) -> Worker:
        turn: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._next()
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give_back(turn.result())
            raise

    def _next(self) -> None:
        while self._waiting and self._free and self._at_work is None:
            turn = self._waiting.popleft()
            if not turn.done():
                self._at_work = self._free.pop()
                self._clock = asyncio.get_running_loop().call_later(PATIENCE, self._make_way)
                turn.set_result(self._at_work)

    def _make_way(self) -> None:
        self._at_work = None
        self._next()

    def _give_back(self, worker: Worker) -> None:
        self._free.append(worker)
        if worker is self._at_work and self._clock is not None:
            self._clock.cancel()
            self._at_work = None
        self._next()
