"""What is large comes packed to whoever can unpack it, and is the same; a card is sent as it is."""

import json
import zlib
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from backend.common.ids import new_id
from backend.plans import commands as c
from citizen_app.watcher import WORTH_PACKING
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import Socket, Sockets


@pytest.fixture
async def scene(sockets: Sockets) -> Scene:
    return await sync_to_async(set_the_scene)()


async def watches(sockets: Sockets, scene: Scene, page: str) -> Socket:
    seat = await sync_to_async(scene.cast.seat)("citizen")
    return await sockets.open(scene.cast.citizen, scene.cast.plan_id, after=seat.head, page=page)


async def moves(scene: Scene, status: Any) -> None:
    await sync_to_async(scene.cast.does)("consultant", c.MoveStep(step_id=scene.steps["third"], status=status))


async def test_a_sheet_comes_packed_to_who_asked_for_it_and_says_the_same(sockets: Sockets, scene: Scene) -> None:
    sheet = f"step:{scene.steps['third']}"
    plain, packing = await watches(sockets, scene, sheet), await watches(sockets, scene, f"{sheet}&packs=1")
    await moves(scene, "doing")
    told = await plain.line.receive_output(timeout=5)
    packed = await packing.line.receive_output(timeout=5)
    assert len(told["text"]) > WORTH_PACKING
    assert zlib.decompress(packed["bytes"]).decode() == told["text"]
    assert len(packed["bytes"]) < len(told["text"]) / 2


async def test_a_card_is_not_packed(sockets: Sockets, scene: Scene) -> None:
    board = await watches(sockets, scene, "board&packs=1")
    await moves(scene, "doing")
    assert (await board.frame())["fragments"]


def test_the_answer_to_a_change_comes_compressed(db: None) -> None:
    scene = set_the_scene()
    client = Client(headers={"Accept-Encoding": "gzip"})
    client.force_login(scene.cast.citizen)
    step_id = str(scene.steps["third"])
    change = {"change_id": str(new_id()), "kind": "move_step", "step_id": step_id, "status": "doing"}
    sent = json.dumps({"device": str(new_id()), "changes": [change]})
    address = f"/api/plans/{scene.cast.plan_id}/changes?after=0&page=step:{step_id}"
    answer = client.post(address, sent, content_type="application/json")
    told = zlib.decompress(answer.content, wbits=31)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert json.loads(told)["outcomes"][0]["status"] == "accepted"
    assert len(answer.content) < len(told) / 2


def test_no_page_repeats_what_another_site_put_into_the_address(db: None) -> None:
    """A compressed page that repeats a guess is shorter when the guess is right."""
    scene = set_the_scene()
    client = Client()
    client.force_login(scene.cast.citizen)
    for path in ("", "today/", "me/", f"steps/{scene.steps['third']}/", "steps/new/"):
        page = client.get(f"/plans/{scene.cast.plan_id}/{path}?guess=Sesam")
        board = client.get(f"/plans/{scene.cast.plan_id}/{path}?view=board&guess=Sesam")
        assert (page.status_code, board.status_code) == (200, 200)
        assert b"Sesam" not in page.content + board.content
