"""Others' changes arrive by themselves, once and without a gap, on every kind of seat."""

import asyncio
from typing import Any

import pytest
from asgiref.sync import sync_to_async

from backend.common.ids import new_id
from backend.plans import access, wake
from backend.plans import commands as c
from backend.plans.change import make_change
from backend.plans.open import open_plan
from citizen_app import heartbeat, hub, owed
from citizen_app.catch_up import encode
from tests.cast import DEVICE, person
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import Sockets

MOST_BYTES = 900


@pytest.fixture
async def scene(sockets: Sockets) -> Scene:
    return await sync_to_async(set_the_scene)()


async def head(scene: Scene, role: str) -> int:
    return int((await sync_to_async(scene.cast.seat)(role)).head)


async def does(scene: Scene, role: str, command: Any) -> Any:
    return await sync_to_async(scene.cast.does)(role, command)


def move(scene: Scene, status: Any = "doing", step: str = "agreement") -> c.MoveStep:
    return c.MoveStep(step_id=scene.steps[step], status=status)


async def test_a_moved_card_arrives_on_phone_desk_and_wall_in_one_small_frame(sockets: Sockets, scene: Scene) -> None:
    plan, cast = scene.cast.plan_id, scene.cast
    await does(scene, "consultant", c.GiveVoice(step_id=scene.steps["agreement"], answer="agreed"))
    places = [("citizen", "way"), ("citizen", "board"), ("consultant", "board"), ("supporter", "shared")]
    watching = []
    for role, page in places:
        watching.append(await sockets.open(getattr(cast, role), plan, after=await head(scene, role), page=page))
    wall = await sockets.open(cast.consultant, plan, after=await head(scene, "screen"), page="screen")
    await does(scene, "citizen", move(scene))
    for socket in (*watching, wall):
        frame = await socket.frame()
        assert frame["upto"] == frame["after"] + 1
        assert [f["id"] for f in frame["fragments"] if "in" in f] == [f"s-{scene.steps['agreement']}"]
        assert len(encode(frame).encode()) <= MOST_BYTES


async def test_what_was_missed_before_the_socket_opened_comes_first(sockets: Sockets, scene: Scene) -> None:
    before = await head(scene, "citizen")
    await does(scene, "citizen", move(scene))
    await does(scene, "consultant", c.SetDue(step_id=scene.steps["doing"], due=None))
    socket = await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=before)
    frame = await socket.frame()
    assert (frame["after"], frame["upto"]) == (before, before + 2)


async def test_nothing_is_sent_when_nothing_was_missed(sockets: Sockets, scene: Scene) -> None:
    socket = await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=await head(scene, "citizen"))
    assert await socket.is_silent()


@pytest.mark.parametrize("after", ["-1", "9999", "x", "", "1e3", "٣", "9" * 40, None])
async def test_a_number_that_was_never_the_plans_is_answered_with_reload(
    sockets: Sockets, scene: Scene, after: Any
) -> None:
    socket = await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=after)
    assert await socket.frame() == {"reload": True, "upto": await head(scene, "citizen")}


async def test_too_far_behind_is_answered_with_reload(sockets: Sockets, scene: Scene) -> None:
    before = await head(scene, "citizen")
    await sync_to_async(many_moves)(scene, 301)
    socket = await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=before)
    assert (await socket.frame()).get("reload")


async def test_a_burst_of_300_changes_reaches_every_socket_without_a_gap(sockets: Sockets, scene: Scene) -> None:
    cast = scene.cast
    people = [("citizen", "way"), ("citizen", "board"), ("consultant", "desk"), ("supporter", "shared")]
    starts = [await head(scene, role) for role, _page in people]
    watching = [
        await sockets.open(getattr(cast, role), cast.plan_id, after=start, page=page)
        for (role, page), start in zip(people, starts, strict=True)
    ]
    await sync_to_async(many_moves)(scene, 300)
    for (role, _page), start, socket in zip(people, starts, watching, strict=True):
        frames = await socket.up_to(await head(scene, role))
        assert [f["after"] for f in frames if f["upto"] > f["after"]] == [
            start,
            *[f["upto"] for f in frames if f["upto"] > f["after"]][:-1],
        ]


def many_moves(scene: Scene, how_many: int) -> None:
    for number in range(how_many):
        scene.cast.does("citizen", move(scene, ("doing", "agreed")[number % 2]))


async def test_a_lost_wake_is_healed_by_the_heartbeat(
    sockets: Sockets, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "SECONDS", 0.2)
    socket = await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=await head(scene, "citizen"))
    monkeypatch.setattr(wake, "listeners", [])
    await does(scene, "consultant", move(scene))
    assert (await socket.frame())["upto"] == await head(scene, "citizen")


async def test_what_is_written_while_a_look_is_drawn_is_healed_though_its_wake_is_lost(
    sockets: Sockets, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "SECONDS", 0.2)
    monkeypatch.setattr(wake, "listeners", [])
    once = iter([True])

    def written_meanwhile(plan_id: int) -> wake.Wake | None:
        if next(once, False):
            scene.cast.does("consultant", move(scene))
        return wake.where_is(plan_id)

    monkeypatch.setattr(owed, "where_is", written_meanwhile)
    before = await head(scene, "citizen")
    socket = await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=before)
    assert (await asyncio.wait_for(socket.frame(), 5))["upto"] == before + 1


async def test_a_doubled_wake_sends_nothing_twice(sockets: Sockets, scene: Scene) -> None:
    socket = await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=await head(scene, "citizen"))
    await does(scene, "consultant", move(scene))
    await socket.frame()
    for told in await sync_to_async(wake.whereabouts)([scene.cast.plan_id]):
        hub.told(told)
        hub.told(told)
    assert await socket.is_silent()


async def test_every_socket_hears_a_heartbeat(sockets: Sockets, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heartbeat, "SECONDS", 0.1)
    number = await head(scene, "supporter")
    socket = await sockets.open(scene.cast.supporter, scene.cast.plan_id, after=number, page="shared")
    assert await socket.message() == {"upto": number}
    assert await socket.message() == {"upto": number}


async def test_the_supporter_hears_nothing_of_what_is_not_shared(sockets: Sockets, scene: Scene) -> None:
    number = await head(scene, "supporter")
    socket = await sockets.open(scene.cast.supporter, scene.cast.plan_id, after=number, page="shared")
    await does(scene, "citizen", move(scene, "doing", "third"))
    await does(scene, "citizen", c.WriteLifeGoal(words="Noget helt andet", was="Et roligt sted at bo"))
    assert await socket.is_silent()
    await does(scene, "citizen", move(scene, "agreed", "second"))
    frame = await socket.frame()
    assert (frame["after"], frame["upto"]) == (number, number + 1)


async def test_what_others_did_is_said_and_what_i_did_is_not(sockets: Sockets, scene: Scene) -> None:
    number = await head(scene, "citizen")
    citizen = await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=number)
    consultant = await sockets.open(scene.cast.consultant, scene.cast.plan_id, after=number)
    await does(scene, "citizen", move(scene))
    assert (await citizen.frame())["say"] == []
    assert (await consultant.frame())["say"] == ["Amina flyttede »Ringe til lægen« til I gang."]


async def test_the_desk_hears_of_its_other_citizens(sockets: Sockets, scene: Scene) -> None:
    other = await sync_to_async(another_plan)(scene)
    number = await head(scene, "consultant")
    desk = await sockets.open(scene.cast.consultant, scene.cast.plan_id, after=number, page="desk")
    first = await desk.frame()
    assert [f["id"] for f in first["fragments"]] == ["people"]
    await asyncio.sleep(0.1)
    await sync_to_async(other)()
    frame = await desk.frame()
    assert (frame["after"], frame["upto"]) == (number, number)
    assert [f["id"] for f in frame["fragments"]] == ["people"]


def another_plan(scene: Scene) -> Any:
    """A second citizen of the same consultant; returns something for that citizen to do."""
    freja = person("freja", "Freja Ny", born=2004)
    plan_id = open_plan(citizen=freja, consultant=scene.cast.consultant)
    seat = access.seat_for(person_id=freja.pk, plan_id=plan_id)

    def writes_a_life_goal() -> None:
        make_change(seat, c.WriteLifeGoal(words="At blive kok"), device=DEVICE, change_id=new_id())

    return writes_a_life_goal
