"""What is too large for the line, and a line that fails: no page is ever left listening to nothing."""

import asyncio
from typing import Any

from asgiref.sync import sync_to_async

from citizen_app.hub import Hub
from citizen_app.passes import Pass
from citizen_app.viewer import Viewer
from citizen_app.watcher import LARGEST, TRY_LATER, Watcher
from parts.server import LIMITS
from tests.cast import gather
from tests.live.sockets import Socket, Sockets

TOO_LARGE = '{"after":1,"upto":2,"fragments":["%s"]}' % ("ø" * (LARGEST // 2))


async def test_what_no_line_carries_is_fetched_instead(sockets: Sockets) -> None:
    cast = await sync_to_async(gather)()
    seat = await sync_to_async(cast.seat)("citizen")
    socket: Socket = await sockets.open(cast.citizen, cast.plan_id, after=seat.head)
    assert Hub.present and LIMITS["--websocket-max-message-size"] == LARGEST
    (watcher,) = Hub.present.everybody()
    watcher.hand(TOO_LARGE)
    watcher.hand('{"upto":2}')
    assert await socket.message() == {"reload": True, "upto": seat.head}
    assert await socket.message() == {"upto": 2}, "and it is told on"


async def test_a_line_that_fails_is_closed_so_that_the_page_comes_back(transactional_db: None) -> None:
    cast = await sync_to_async(gather)()
    came: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "websocket.send":
            raise RuntimeError("the line does not take it")
        came.append(message)

    held = Pass("of-this-test", Viewer(person_id=cast.citizen.pk))
    seat = await sync_to_async(cast.seat)("citizen")
    watcher = Watcher(held=held, seat=seat, page="today", language="da", cursor=seat.head, send=send)
    watcher.hand('{"upto":2}')
    while not came:
        await asyncio.sleep(0)
    assert came == [{"type": "websocket.close", "code": TRY_LATER}] and watcher.closed
