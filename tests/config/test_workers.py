"""Threads are lent to one request at a time, also when requests are given up."""

import asyncio
import threading
import time
from contextvars import ContextVar

import pytest

from backend.config import workers as workers_module
from backend.config.workers import Workers

said: ContextVar[str] = ContextVar("said", default="nothing")


async def borrow(workers: Workers, job: object) -> object:
    async with workers.lend() as worker:
        return await worker.run(job)  # type: ignore[arg-type]


async def test_a_thread_whose_request_was_given_up_is_not_lent_before_its_job_is_done() -> None:
    """It was lent last, so it would be lent first; a free one must be taken instead."""
    workers, begun, go_on = Workers(2), threading.Event(), threading.Event()

    def long_job() -> None:
        begun.set()
        go_on.wait(5)

    given_up = asyncio.create_task(borrow(workers, long_job))
    await asyncio.to_thread(begun.wait, 5)
    given_up.cancel()
    await asyncio.wait([given_up])
    assert await asyncio.wait_for(borrow(workers, threading.get_ident), 2)
    go_on.set()
    together = threading.Barrier(2)

    def meet() -> int:
        together.wait(5)
        return threading.get_ident()

    both = asyncio.gather(*(borrow(workers, meet) for _ in range(2)))
    assert len(set(await asyncio.wait_for(both, 5))) == 2


async def test_one_request_is_at_work_at_a_time() -> None:
    workers, at_work, most = Workers(8), [0], [0]

    def job() -> None:
        at_work[0] += 1
        most[0] = max(most[0], at_work[0])
        time.sleep(0.002)
        at_work[0] -= 1

    await asyncio.gather(*(borrow(workers, job) for _ in range(24)))
    assert most == [1]


async def test_whoever_is_long_at_it_holds_nobody_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that do not end: the rest pass them, each after a moment's patience and one at a time."""
    patience = 10 * workers_module.PATIENCE  # a busy machine has none to spare
    monkeypatch.setattr(workers_module, "PATIENCE", patience)
    workers, go_on = Workers(3), threading.Event()
    began = time.monotonic()
    long = [asyncio.create_task(borrow(workers, lambda: go_on.wait(20))) for _ in range(2)]
    await asyncio.sleep(0)
    assert await asyncio.wait_for(borrow(workers, threading.get_ident), 10 * patience)
    assert 2 * patience <= time.monotonic() - began
    assert await asyncio.wait_for(borrow(workers, threading.get_ident), patience)
    go_on.set()
    await asyncio.gather(*long)


async def test_who_gives_up_while_waiting_does_not_take_a_turn() -> None:
    workers, go_on = Workers(1), threading.Event()
    first = asyncio.create_task(borrow(workers, lambda: go_on.wait(5)))
    await asyncio.sleep(0.05)
    impatient = asyncio.create_task(borrow(workers, time.monotonic))
    patient = asyncio.create_task(borrow(workers, time.monotonic))
    await asyncio.sleep(0.05)
    impatient.cancel()
    go_on.set()
    assert await asyncio.wait_for(patient, 5)
    await first
    assert impatient.cancelled()


async def test_a_turn_that_is_given_up_as_it_comes_is_passed_on() -> None:
    workers = Workers(1)
    async with workers.lend():
        impatient = asyncio.create_task(borrow(workers, time.monotonic))
        await asyncio.sleep(0)
    impatient.cancel()
    await asyncio.wait([impatient])
    assert impatient.cancelled()
    assert await asyncio.wait_for(borrow(workers, time.monotonic), 2)


async def test_a_quiet_server_uses_one_thread() -> None:
    workers = Workers(8)
    assert len({await borrow(workers, threading.get_ident) for _ in range(20)}) == 1


async def test_what_one_request_says_the_next_does_not_hear() -> None:
    workers = Workers(1)
    await borrow(workers, lambda: said.set("a secret"))
    assert await borrow(workers, said.get) == "nothing"


async def test_jobs_of_one_request_hear_each_other() -> None:
    async with Workers(1).lend() as worker:
        await worker.run(said.set, "a language")
        assert await worker.run(said.get) == "a language"


async def test_an_exception_reaches_the_request_and_frees_the_thread() -> None:
    workers = Workers(1)
    for _ in range(3):
        try:
            await borrow(workers, lambda: 1 / 0)
        except ZeroDivisionError:
            continue
        raise AssertionError("the exception was swallowed")
