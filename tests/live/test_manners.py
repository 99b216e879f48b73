"""A socket takes a ping and gestures: whatever else is sent gets a sentence, changes nothing, and soon an end."""

import pytest
from asgiref.sync import sync_to_async

from backend.reach import presence
from citizen_app.live import MOST_MESSAGES, MOST_MISTAKES
from tests.access.visitors import signed_in
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import Socket, Sockets

POLICY = 4008


@pytest.fixture
async def scene(sockets: Sockets) -> Scene:
    return await sync_to_async(set_the_scene)()


@pytest.fixture
async def socket(sockets: Sockets, scene: Scene) -> Socket:
    seat = await sync_to_async(scene.cast.seat)("citizen")
    return await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=seat.head)


async def test_a_ping_is_answered(socket: Socket) -> None:
    await socket.say('{"ping": true}')
    assert await socket.message() == {"pong": True}


async def test_that_somebody_looks_is_marked_and_answered_with_nothing(socket: Socket, scene: Scene) -> None:
    await sync_to_async(presence.write_down)()
    await socket.say('{"here": true}')
    await socket.say('{"ping": true}')
    assert await socket.message() == {"pong": True}
    assert await sync_to_async(presence.write_down)() == 1
    here = await sync_to_async(presence.those_here)({scene.cast.citizen.pk})
    assert set(here) == {(scene.cast.citizen.pk, scene.cast.plan_id)}


@pytest.mark.parametrize("listens", ["supporter", "professional"])
async def test_who_comes_looks_and_goes_is_told_to_no_guest(sockets: Sockets, scene: Scene, listens: str) -> None:
    """Neither a frame, nor a page that is opened meanwhile."""
    everybody = ("citizen", "consultant", "supporter", "professional")
    plan_id, heads = scene.cast.plan_id, {who: (await sync_to_async(scene.cast.seat)(who)).head for who in everybody}
    guest = await sockets.open(scene.cast.person_of(listens), plan_id, after=heads[listens])
    plain = await sync_to_async(_page)(scene, listens)
    for who in {*everybody} - {listens}:
        other = await sockets.open(scene.cast.person_of(who), plan_id, after=heads[who])
        await other.say('{"here": true}')
        await sync_to_async(presence.write_down)()
        assert await sync_to_async(_page)(scene, listens) == plain
        await other.line.disconnect()
    await guest.say('{"ping": true}')
    assert await guest.message() == {"pong": True}, "the first thing they hear"


def _page(scene: Scene, who: str) -> bytes:
    return bytes(signed_in(scene.cast.person_of(who)).get(f"/plans/{scene.cast.plan_id}/").content)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "null",
        "[]",
        "{}",
        '{"ping": 2}',
        '{"ping": 1}',
        '{"here": false}',
        '{"ping": true, "react": "heart"}',
        '{"kind": "move_step"}',
        '{"react": "love"}',
        '{"react": ["heart"]}',
        '{"react": "heart", "to": "all"}',
        '{"point": "7"}',
        '{"point": null}',
        '{"point": "{00000000-0000-4000-8000-000000000000}"}',
        "[" * 1000,
        "{" * 60_000,
        '"\\ud800"',
        "\0",
    ],
)
async def test_anything_else_gets_a_sentence_and_changes_nothing(socket: Socket, scene: Scene, text: str) -> None:
    before = await sync_to_async(scene.cast.seat)("citizen")
    await socket.say(text)
    assert "lytte" in (await socket.message())["why"]
    assert await sync_to_async(scene.cast.seat)("citizen") == before


async def test_bytes_get_a_sentence(socket: Socket) -> None:
    await socket.say(raw=b"\xff\xfe")
    assert "why" in await socket.message()


async def test_who_goes_on_is_closed(socket: Socket) -> None:
    for _ in range(MOST_MISTAKES + 1):
        await socket.say("x")
    for _ in range(MOST_MISTAKES):
        output = await socket.line.receive_output(timeout=5)
        if output["type"] == "websocket.close":
            break
    else:
        output = await socket.line.receive_output(timeout=5)
    assert output == {"type": "websocket.close", "code": POLICY}


async def test_too_many_pings_are_closed(socket: Socket) -> None:
    for _ in range(MOST_MESSAGES + 1):
        await socket.say('{"ping": true}')
    while (output := await socket.line.receive_output(timeout=5))["type"] == "websocket.send":
        pass
    assert output["code"] == POLICY
