"""A few long-lived threads that each do one thing at a time, so that database connections live as long as they do."""

import asyncio
import contextvars
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar

T = TypeVar("T")


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
    """Lends its threads in turn; the thread used last is lent first, so that a quiet server keeps few connections."""

    def __init__(self, count: int) -> None:
        self._free = [Worker(f"request-{number}") for number in reversed(range(count))]
        self._waiting: deque[asyncio.Future[Worker]] = deque()

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[Worker]:
        worker = await self._take()
        worker.begin()
        try:
            yield worker
        finally:
            worker.when_free(lambda: self._give_back(worker))

    async def _take(self) -> Worker:
        if self._free:
            return self._free.pop()
        turn: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give_back(turn.result())
            raise

    def _give_back(self, worker: Worker) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(worker)
                return
        self._free.append(worker)
