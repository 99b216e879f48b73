"""Sending: encrypted for each device, proven to be from us, as fast as the push services take it.

Whoever calls has asked *access* just before: here nothing is known of plans. What is said is chosen by each device.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Coroutine, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from threading import Thread
from typing import Any, Literal, TypeVar

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
T = TypeVar("T")
Fate = Literal["accepted", "gone", "refused", "again"]
TAKEN = (200, 201, 202, 204)
GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one push to one device; `wait` where it is to be tried again."""

    device: Device
    fate: Fate
    wait: timedelta = timedelta()


def push_to(
    *, person_id: int, words: str | Promise, url: str, group: str, ttl: timedelta, urgency: Urgency = "normal"
) -> PushResult:
    """`push_all` for one."""
    return push_all([Push(person_id=person_id, words=words, url=url, group=group, ttl=ttl, urgency=urgency)])[0]


def push_all(pushes: Sequence[Push]) -> list[PushResult]:
    """Sends them all, many at a time, and says of each what became of it; never raises for what a push service does.

    Takes three seconds for each 32 devices at the very most. Devices that are gone are forgotten at once.
    """
    devices = _devices_of({push.person_id for push in pushes})
    wanted = [
        (number, device)
        for number, push in enumerate(pushes)
        for device in devices[push.person_id]
        if push.only is None or device.pk in push.only
    ]
    sent = [(number, device, enclose(pushes[number], device)) for number, device in wanted if not _rests(device)]
    told = [(number, Told(device, "again", _rest_of(device))) for number, device in wanted if _rests(device)]
    answers = _on_the_loop(_send([(device, envelope) for _, device, envelope in sent]))
    told += [(number, answer) for (number, _, _), answer in zip(sent, answers, strict=True)]
    _note(answers)
    results: dict[int, PushResult] = defaultdict(PushResult)
    for number, one in told:
        results[number] = _with(results[number], one)
    return [results[number] for number in range(len(pushes))]


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


async def _send(envelopes: list[tuple[Device, Envelope]]) -> list[Told]:
    line, room = _line(), asyncio.Semaphore(AT_ONCE)

    async def send(device: Device, envelope: Envelope) -> Told:
        async with room:
            return await _send_one(line, device, envelope)

    return list(await asyncio.gather(*(send(device, envelope) for device, envelope in envelopes)))


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


def _on_the_loop(work: Coroutine[Any, Any, T]) -> T:
    done: Future[T] = asyncio.run_coroutine_threadsafe(work, _loop())
    return done.result()
