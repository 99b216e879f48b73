"""A colleague's open page goes dark when the citizen ends the look, and by itself when the hour is over."""

import pytest
from asgiref.sync import sync_to_async

from backend.common import clock
from backend.plans import commands as do
from backend.plans.models import LookIn
from citizen_app.heartbeat import Heartbeat
from citizen_app.hub import present
from citizen_app.watcher import NOT_HERE
from tests.cast import gather
from tests.live.sockets import Sockets


@pytest.mark.parametrize("how", ["by the citizen", "by the clock"])
async def test_the_open_socket_goes_dark(sockets: Sockets, how: str) -> None:
    cast = await sync_to_async(gather)()
    colleague = await sync_to_async(cast.colleague)()
    await sync_to_async(cast.looks_in)()
    seat = await sync_to_async(cast.seat)("looking_in")
    elsewhere = await sockets.open(colleague, cast.plan_id, after=seat.head)
    assert await elsewhere.close_code() == NOT_HERE, "to every other page there is nothing"
    socket = await sockets.open(colleague, cast.plan_id, after=seat.head, page="look_in")
    assert await socket.is_silent()
    await sync_to_async(cast.does)("citizen", do.PauseMember(member_id=cast.members["supporter"]))
    assert (await socket.frame())["reload"], "another's access changed, not theirs"
    if how == "by the citizen":
        look = await sync_to_async(LookIn.objects.get)()
        await sync_to_async(cast.does)("citizen", do.EndLookIn(look_id=look.pk))
    else:
        heartbeat = Heartbeat(present())
        await heartbeat.beat()
        assert await socket.message() == {"upto": seat.head + 1}
        await sync_to_async(LookIn.objects.update)(until=clock.now())
        await heartbeat.beat()
    assert await socket.close_code() == NOT_HERE
