"""Sending: encrypted for each device, proven to be from us, as fast as the push services take it.

Whoever calls has asked *access* just before: here nothing is known of plans. What is said is chosen by each device.
"""

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from queue import SimpleQueue
from threading import Thread
from typing import Literal

import httpx
from django.db.models import QuerySet
from django.utils.functional import Promise

from backend.common import clock
from backend.reach.answers import next_try
from backend.reach.envelope import Envelope, enclose
from backend.reach.line import AT_ONCE, Line, post
from backend.reach.models import Device
from backend.reach.pushed import Push, PushResult, Urgency

log = logging.getLogger(__name__)
Fate = Literal["accepted", "gone", "refused", "again"]
TAKEN = (200, 201, 202, 204)
GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one push to one device; `wait` where it is to be tried again."""

    device: Device
    fate: Fate
    wait: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Sent:
    """One push to one device, closed; `number`: the push's place among those asked for."""

    number: int
    device: Device
    envelope: Envelope


Answer = tuple[int, Told]


def push_to(
    *, person_id: int, words: str | Promise, url: str, group: str, ttl: timedelta, urgency: Urgency = "normal"
) -> PushResult:
    """`push_all` for one."""
    return push_all([Push(person_id=person_id, words=words, url=url, group=group, ttl=ttl, urgency=urgency)])[0]


def push_all(pushes: Sequence[Push]) -> list[PushResult]:
    """What became of each, in their order, when all are answered."""
    results = {number: result for some in push_each(pushes) for number, result in some.items()}
    return [results[number] for number in range(len(pushes))]


def push_each(pushes: Sequence[Push]) -> Generator[dict[int, PushResult], None, None]:
    """Sends them all, many at a time; never raises for what a push service does.

    {place in `pushes`: what became of it}, each once, as soon as all its devices answered: those answered meanwhile
    come together, and the next are sent when more is asked for. So no more than 16 are ever on their way or not yet
    written down by the caller. Takes three seconds for each 16 at the very most. Devices gone for good are forgotten.
    """
    devices = _devices_of({push.person_id for push in pushes})
    wanted = [
        (number, device)
        for number, push in enumerate(pushes)
        for device in devices[push.person_id]
        if push.only is None or device.pk in push.only
    ]
    results: dict[int, PushResult] = defaultdict(PushResult)
    for number, device in wanted:
        if _rests(device):
            results[number] = _with(results[number], Told(device, "again", _rest_of(device)))
    sent = [Sent(number, device, enclose(pushes[number], device)) for number, device in wanted if not _rests(device)]
    left = Counter(one.number for one in sent)
    if at_once := {number: results[number] for number in range(len(pushes)) if not left[number]}:
        yield at_once
    for some in _answers(sent):
        _note([told for _, told in some])
        for number, told in some:
            results[number] = _with(results[number], told)
            left[number] -= 1
        if answered := {number: results[number] for number, _ in some if not left[number]}:
            yield answered


def _devices_of(people: set[int]) -> dict[int, list[Device]]:
    """Of those who are still signed in there."""
    found: dict[int, list[Device]] = defaultdict(list)
    open_now = {"session__expire_date__gt": clock.now(), "person__is_active": True}
    for device in Device.objects.filter(person__in=people, **open_now).order_by("pk"):
        found[device.person_id].append(device)
    return found


def _rests(device: Device) -> bool:
    return device.rests_until is not None and device.rests_until > clock.now()


def _rest_of(device: Device) -> timedelta:
    return (device.rests_until or clock.now()) - clock.now()


def _answers(sent: list[Sent]) -> Iterator[list[Answer]]:
    """As they come: whatever is there when it is asked for, at least one. Asking for more says that these are kept."""
    came: SimpleQueue[Answer | None] = SimpleQueue()
    room = asyncio.Semaphore(AT_ONCE)
    sending = asyncio.run_coroutine_threadsafe(_send(sent, room, came), _loop())
    sending.add_done_callback(lambda _: came.put(None))
    try:
        while not sending.done() or not came.empty():
            some = [came.get(), *(came.get() for _ in range(came.qsize()))]
            if answers := [one for one in some if one]:
                yield answers
            for _ in answers:
                _loop().call_soon_threadsafe(room.release)
        sending.result()
    finally:
        sending.cancel()  # whoever asked could not write it down: nothing more is sent


async def _send(sent: list[Sent], room: asyncio.Semaphore, came: "SimpleQueue[Answer | None]") -> None:
    async def send(one: Sent) -> None:
        await room.acquire()
        came.put((one.number, await _send_one(_line(), one.device, one.envelope)))

    await asyncio.gather(*map(send, sent))


async def _send_one(line: Line, device: Device, envelope: Envelope) -> Told:
    try:
        status, retry_after = await post(line, device.endpoint, headers=envelope.headers, body=envelope.body)
    except (httpx.HTTPError, TimeoutError, OSError) as trouble:
        log.warning("a push service was not reached", extra={"facts": {"error": type(trouble).__name__}})
        return Told(device, "again", next_try(""))
    if status in TAKEN:
        return Told(device, "accepted")
    if status in GONE:
        return Told(device, "gone")
    if status == 429 or status >= 500:
        return Told(device, "again", next_try(retry_after))
    log.error("a push service refused", extra={"facts": {"status": status}})
    return Told(device, "refused")


def _note(answers: list[Told]) -> None:
    """What the push services said of the devices; of one that subscribed anew meanwhile nothing is known."""
    now = clock.now()
    if accepted := [one.device.pk for one in answers if one.fate == "accepted"]:
        Device.objects.filter(pk__in=accepted).update(accepted_at=now, rests_until=None)
    for one in answers:
        if one.fate == "gone":
            _same(one.device).delete()
        elif one.fate == "again":
            _same(one.device).update(rests_until=now + one.wait)


def _same(device: Device) -> QuerySet[Device]:
    return Device.objects.filter(pk=device.pk, endpoint=device.endpoint)


def _with(result: PushResult, one: Told) -> PushResult:
    if one.fate == "accepted":
        return replace(result, accepted=result.accepted + 1)
    if one.fate == "gone":
        return replace(result, gone=result.gone + 1)
    if one.fate == "refused":
        return replace(result, refused=result.refused + 1)
    at = clock.now() + one.wait
    return replace(
        result, again=result.again | {one.device.pk}, again_at=max(at, result.again_at) if result.again_at else at
    )


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """One for the process: the lines stay open between one push and the next."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="push", daemon=True).start()
    return loop


@cache
def _line() -> Line:
    return Line()
