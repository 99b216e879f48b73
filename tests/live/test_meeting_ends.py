"""When a meeting ends, the minutes are on every phone at once; a supporter's open pages hear no more of the room."""

import asyncio
import time

from asgiref.sync import sync_to_async

from backend.common import clock
from backend.plans import commands as do
from tests.access.test_after_the_meeting import Room
from tests.cast import gather
from tests.live.sockets import Sockets


async def test_the_open_page_becomes_the_minutes_and_no_frame_tells_of_the_room(sockets: Sockets) -> None:
    cast = await sync_to_async(gather)()
    room = await sync_to_async(Room)(cast)
    seat = await sync_to_async(cast.seat)("supporter")
    page = await sockets.open(cast.supporter, cast.plan_id, after=seat.head, page=f"meeting:{room.meeting}")
    board = await sockets.open(cast.supporter, cast.plan_id, after=seat.head, page="shared")
    await sync_to_async(cast.does)(
        "citizen", do.RewordStep(step_id=room.step, field="title", text="Ny kanarie5x", was="Kort kanarie1x")
    )
    assert "kanarie5x" in str(await page.frame()) and "kanarie5x" in str(await board.frame())
    await sync_to_async(cast.does)("citizen", do.EndMeeting(meeting_id=room.meeting))
    over, reload = await page.frame(), await board.frame()
    assert 'data-state="over"' in over["fragments"][0]["html"] and "kanarie" not in str(over).replace("kanarie4x", "")
    assert reload["reload"]
    await sync_to_async(cast.does)(
        "citizen", do.RewordStep(step_id=room.step, field="title", text="Sidst kanarie6x", was="Ny kanarie5x")
    )
    assert await page.is_silent() and await board.is_silent()


async def test_the_minutes_are_on_twelve_phones_within_two_seconds(sockets: Sockets) -> None:
    cast = await sync_to_async(gather)()
    guests = [f"guest {number}" for number in range(9)]
    for name in guests:
        await sync_to_async(cast.sits_down)(name, name.title())
    meeting = await sync_to_async(cast.meets)("supporter", *guests)
    for number in range(5):
        step = await sync_to_async(cast.adds_step)(title=f"Skridt {number}")
        await sync_to_async(cast.does)("citizen", do.TakeStep(step_id=step, due=clock.today()))
    phones = []
    for who in ("citizen", "consultant", "supporter", *guests):
        head = (await sync_to_async(cast.seat)(who)).head
        person = cast.person_of(who)
        phones.append(await sockets.open(person, cast.plan_id, after=head, page=f"meeting:{meeting}"))
    began = time.monotonic()
    await sync_to_async(cast.does)("citizen", do.EndMeeting(meeting_id=meeting))
    frames = await asyncio.gather(*(phone.frame() for phone in phones))
    took = time.monotonic() - began
    assert all('class="minutes"' in str(frame["fragments"]) for frame in frames)
    assert took < 2, f"{took:.2f} s"
