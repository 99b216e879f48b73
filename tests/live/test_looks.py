"""That a changed goal was seen stands on the citizen's open page at once, though a look has no number."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from backend.plans import commands as do
from backend.plans import visits
from tests.cast import Cast
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import Socket, Sockets


@pytest.fixture
async def scene(sockets: Sockets) -> Scene:
    return await sync_to_async(set_the_scene)()


async def dream_of(sockets: Sockets, cast: Cast, role: str = "citizen") -> Socket:
    seat = await sync_to_async(cast.seat)("citizen")
    return await sockets.open(getattr(cast, role), cast.plan_id, after=seat.head, page="life_goal")


async def looks(cast: Cast, role: str, what: str = "plan") -> None:
    await sync_to_async(lambda: visits.note(cast.seat(role), what=what))()


async def test_the_consultants_look_arrives_without_a_number(sockets: Sockets, scene: Scene) -> None:
    cast = scene.cast
    await sync_to_async(cast.does)("citizen", do.WriteLifeGoal(words="Et arbejde med dyr", was="Et roligt sted at bo"))
    citizen = await dream_of(sockets, cast)
    [before] = (await citizen.frame())["fragments"]
    assert before["id"] == "goal-clocks"
    assert "Ikke set endnu." in before["html"]
    assert "Set samme dag." not in before["html"]
    await looks(cast, "supporter")
    await looks(cast, "consultant", what="conversation")
    assert await citizen.is_silent()
    page = Client()
    await sync_to_async(page.force_login)(cast.consultant)
    assert (await sync_to_async(page.get)(f"/plans/{cast.plan_id}/life-goal/")).status_code == 200
    frame = await citizen.frame()
    [after] = frame["fragments"]
    assert frame["upto"] == frame["after"]
    assert "Set samme dag." in after["html"]
    await looks(cast, "consultant")
    assert await citizen.is_silent(), "what is told is told once"


async def test_no_other_page_is_due_by_a_look_and_nobody_else_is_told(sockets: Sockets, scene: Scene) -> None:
    cast = scene.cast
    await sync_to_async(cast.does)("citizen", do.WriteLifeGoal(words="Et arbejde med dyr", was="Et roligt sted at bo"))
    seat = await sync_to_async(cast.seat)("citizen")
    board = await sockets.open(cast.citizen, cast.plan_id, after=seat.head, page="board")
    other = await dream_of(sockets, cast, "supporter")
    others = [frame async for frame in _until_silent(other)]
    await looks(cast, "consultant")
    assert await board.is_silent()
    assert await other.is_silent()
    assert "goal-clocks" not in repr(others)


async def _until_silent(socket: Socket) -> AsyncIterator[dict[str, Any]]:
    while not await socket.is_silent():
        yield await socket.message()
