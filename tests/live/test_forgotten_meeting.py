"""A meeting that nobody ends is over after six hours: for requests at once, on open pages by the next heartbeat."""

from asgiref.sync import sync_to_async

from backend.common import clock
from backend.plans.models import Entry, Meeting, Plan
from backend.plans.models.meeting import LONGEST
from citizen_app.heartbeat import Heartbeat
from citizen_app.hub import present
from tests.access.test_after_the_meeting import Room
from tests.access.visitors import signed_in
from tests.cast import gather
from tests.live.sockets import Sockets


async def test_a_guests_open_pages_go_dark_of_the_room_with_the_next_heartbeat(sockets: Sockets) -> None:
    cast = await sync_to_async(gather)()
    room = await sync_to_async(Room)(cast)
    head = (await sync_to_async(cast.seat)("supporter")).head
    board = await sockets.open(cast.supporter, cast.plan_id, after=head, page="shared")
    page = await sockets.open(cast.supporter, cast.plan_id, after=head, page=f"meeting:{room.meeting}")
    phone = await sockets.open(cast.citizen, cast.plan_id, after=0, page=f"meeting:{room.meeting}")
    assert (await phone.frame())["fragments"]
    heartbeat, client = Heartbeat(present()), await sync_to_async(signed_in)(cast.supporter)
    address = f"/plans/{cast.plan_id}/"
    await heartbeat.beat()
    assert await board.message() == await page.message() == {"upto": head}, "it is open"
    assert "kanarie1x" in (await sync_to_async(client.get)(address)).content.decode()
    begun = clock.now() - LONGEST
    await sync_to_async(Meeting.objects.filter(pk=room.meeting).update)(started_at=begun)
    await sync_to_async(Plan.objects.update)(meets_since=begun)
    assert "kanarie1x" not in (await sync_to_async(client.get)(address)).content.decode(), "by a request at once"
    await heartbeat.beat()
    assert (await board.frame())["reload"]
    for one in (page, phone):
        assert 'data-state="over"' in (await one.frame())["fragments"][0]["html"]
    meeting = await sync_to_async(Meeting.objects.get)(pk=room.meeting)
    assert meeting.ended_at == begun + LONGEST
    before = await sync_to_async(Entry.objects.count)()
    await heartbeat.beat()
    assert await sync_to_async(Entry.objects.count)() == before, "told once"
