"""Others see a card before anybody's whole sheet is drawn, and before its mover's own page is drawn again."""

import time
from typing import Any

import pytest
from asgiref.sync import sync_to_async

from backend.common.errors import Refused
from backend.plans import commands as c
from citizen_app.gathering import GIVE_WAY
from citizen_app.hub import give_way
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import Sockets


@pytest.fixture
async def scene(sockets: Sockets) -> Scene:
    return await sync_to_async(set_the_scene)()


async def test_a_reply_gives_way_until_the_others_have_their_card(
    sockets: Sockets, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citizen_app.gathering.GIVE_WAY", 10)  # which comes first is asked here, however busy it is
    seat = await sync_to_async(scene.cast.seat)("citizen")
    plan, step = scene.cast.plan_id, scene.steps["third"]
    board = await sockets.open(scene.cast.citizen, plan, after=seat.head, page="board")
    sheet = await sockets.open(scene.cast.citizen, plan, after=seat.head, page=f"step:{step}")

    def change_and_give_way(status: Any) -> None:
        scene.cast.does("consultant", c.MoveStep(step_id=step, status=status))
        give_way(plan)

    await sync_to_async(change_and_give_way)("doing")  # the first of all reads templates from the disk
    await board.frame(), await sheet.frame()
    await sync_to_async(change_and_give_way)("done")
    assert board.line.output_queue.qsize() == 1
    assert sheet.line.output_queue.qsize() == 0
    assert (await sheet.frame())["fragments"][0]["id"] == "room"


async def test_nobody_is_waited_for_when_nobody_looks_or_nothing_happened(sockets: Sockets, scene: Scene) -> None:
    await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=0, page="board")

    def refused() -> float:
        with pytest.raises(Refused):
            scene.cast.does("consultant", c.WriteLifeGoal(words="Mit", was=""))
        return _seconds(scene.cast.plan_id)

    assert await sync_to_async(refused)() < GIVE_WAY / 2
    assert _seconds(scene.cast.plan_id + 1) < GIVE_WAY / 2


def _seconds(plan_id: int) -> float:
    start = time.perf_counter()
    give_way(plan_id)
    return time.perf_counter() - start
