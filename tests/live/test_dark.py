"""Whoever may no longer look gets not one more byte: revoked, signed out, closed, replaced, or never let in."""

from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.test import Client

from backend.common.ids import new_id
from backend.people.models import Session
from backend.plans import commands as c
from citizen_app import heartbeat
from citizen_app.viewer import SCREEN_ID
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import Socket, Sockets, cookie_of

NOT_HERE, SIGNED_OUT, TRY_LATER = 4404, 4401, 4013


@pytest.fixture
async def scene(sockets: Sockets) -> Scene:
    return await sync_to_async(set_the_scene)()


async def does(scene: Scene, role: str, command: Any) -> None:
    await sync_to_async(scene.cast.does)(role, command)


async def watches(sockets: Sockets, scene: Scene, role: str, page: str = "board", **rest: Any) -> Socket:
    seat = await sync_to_async(scene.cast.seat)(role)
    return await sockets.open(getattr(scene.cast, role), scene.cast.plan_id, after=seat.head, page=page, **rest)


async def test_an_ended_member_hears_nothing_more(sockets: Sockets, scene: Scene) -> None:
    supporter = await watches(sockets, scene, "supporter", "shared")
    await does(scene, "citizen", c.EndMember(member_id=scene.member["supporter"]))
    assert await supporter.close_code() == NOT_HERE


async def test_a_replaced_consultant_hears_nothing_more(sockets: Sockets, scene: Scene) -> None:
    consultant = await watches(sockets, scene, "consultant", "desk")
    assert (await consultant.frame())["fragments"][0]["id"] == "people"
    await sync_to_async(scene.cast.stranger.__class__.objects.filter(pk=scene.cast.stranger.pk).update)(
        staff_role="consultant"
    )
    await does(scene, "consultant", c.ReplaceConsultant(member_id=new_id(), person_id=scene.cast.stranger.pk))
    assert await consultant.close_code() == NOT_HERE


async def test_what_is_no_longer_shared_goes_and_what_happens_to_it_stays_untold(
    sockets: Sockets, scene: Scene
) -> None:
    supporter = await watches(sockets, scene, "supporter", "shared")
    step = scene.steps["second"]
    await does(scene, "citizen", c.UnshareStep(step_id=step, member_id=scene.member["supporter"]))
    frame = await supporter.frame()
    assert {"id": f"s-{step}", "gone": True} in frame["fragments"]
    await does(scene, "citizen", c.RewordStep(step_id=step, field="title", text="Hemmeligt", was="Skrive til Ida"))
    assert await supporter.is_silent()


async def test_signing_out_closes_the_sockets_of_that_session_alone(sockets: Sockets, scene: Scene) -> None:
    cookie = await sync_to_async(cookie_of)(scene.cast.citizen)
    here = await watches(sockets, scene, "citizen", cookie=cookie)
    elsewhere = await watches(sockets, scene, "citizen")
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert (await sync_to_async(client.post)("/sign-out/")).status_code in (302, 303)
    assert await here.close_code() == SIGNED_OUT
    assert await elsewhere.is_silent()


async def test_signing_out_another_device_closes_its_sockets_alone(sockets: Sockets, scene: Scene) -> None:
    cookie = await sync_to_async(cookie_of)(scene.cast.citizen)
    here = await watches(sockets, scene, "citizen", cookie=cookie)
    lost = await watches(sockets, scene, "citizen")
    consultant = await watches(sockets, scene, "consultant", "board")
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert (await sync_to_async(client.post)("/devices/end/")).status_code == 303
    assert await lost.close_code() == SIGNED_OUT
    assert await here.is_silent()
    assert await consultant.is_silent()


@pytest.mark.parametrize("how", ["session", "password", "account"])
async def test_a_session_that_no_longer_stands_is_closed_before_anything_is_sent(
    sockets: Sockets, scene: Scene, how: str
) -> None:
    citizen = await watches(sockets, scene, "citizen")
    await sync_to_async(_end)(scene, how)
    await does(scene, "consultant", c.SetDue(step_id=scene.steps["third"]))
    # A look that was under way when the account was closed finds no seat for it any more.
    assert await citizen.close_code() in {"account": (SIGNED_OUT, NOT_HERE)}.get(how, (SIGNED_OUT,))


async def test_the_heartbeat_finds_who_is_signed_out(
    sockets: Sockets, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "SECONDS", 0.2)
    citizen = await watches(sockets, scene, "citizen")
    await sync_to_async(_end)(scene, "session")
    while (output := await citizen.line.receive_output(timeout=5))["type"] == "websocket.send":
        assert output["text"].startswith('{"upto":')
    assert output["code"] == SIGNED_OUT


def _end(scene: Scene, how: str) -> None:
    person = scene.cast.citizen
    if how == "session":
        Session.objects.all().delete()
    elif how == "password":
        person.set_password("a new one")
        person.save()
    else:
        person.is_active = False
        person.save()


async def test_a_closed_wall_goes_dark(sockets: Sockets, scene: Scene) -> None:
    screen_id = new_id()
    await does(scene, "consultant", c.OpenScreen(screen_id=screen_id, room_name="Mødelokale 2"))
    seat = await sync_to_async(scene.cast.seat)("screen")
    cookie = await sync_to_async(_wall)(screen_id)
    wall = await sockets.open(None, scene.cast.plan_id, after=seat.head, page="screen", cookie=cookie)
    assert await wall.is_silent()
    await does(scene, "consultant", c.CloseScreen(screen_id=screen_id))
    assert await wall.close_code() == NOT_HERE


def _wall(screen_id: Any) -> str:
    client = Client()
    session = client.session
    session[SCREEN_ID] = str(screen_id)
    session.save()
    return str(session.session_key)


async def test_a_stranger_and_a_plan_that_does_not_exist_look_the_same(sockets: Sockets, scene: Scene) -> None:
    stranger = await sockets.open(scene.cast.stranger, scene.cast.plan_id, after=0)
    nowhere = await sockets.open(scene.cast.citizen, 999_999, after=0)
    far = await sockets.open(scene.cast.citizen, 2**63, after=0)
    wall_of_a_supporter = await sockets.open(scene.cast.supporter, scene.cast.plan_id, after=0, page="screen")
    for socket in (stranger, nowhere, far, wall_of_a_supporter):
        assert await socket.line.receive_output(timeout=5) == {"type": "websocket.close", "code": NOT_HERE}


async def test_nobody_is_told_to_sign_in(sockets: Sockets, scene: Scene) -> None:
    for cookie in ("", "not-a-session"):
        socket = await sockets.open(None, scene.cast.plan_id, after=0, cookie=cookie or "x")
        assert await socket.close_code() == SIGNED_OUT


async def test_a_person_has_at_most_twelve_sockets(sockets: Sockets, scene: Scene) -> None:
    cookie = await sync_to_async(cookie_of)(scene.cast.citizen)
    many = [await watches(sockets, scene, "citizen", cookie=cookie) for _ in range(13)]
    assert await many[-1].close_code() == TRY_LATER
    await many[0].line.disconnect()
    sockets.opened.remove(many[0])
    again = await watches(sockets, scene, "citizen", cookie=cookie)
    assert await again.is_silent()
