"""When a meeting ends, a supporter's open pages become what they may see now, and hear no more of the room."""

from asgiref.sync import sync_to_async

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
