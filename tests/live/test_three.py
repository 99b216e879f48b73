"""A meeting that somebody comes to as the third stands on their open list as it is now, moved or called off."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import sync_to_async

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import MeetingKind
from backend.plans import commands as do
from backend.plans.access import seat_for
from backend.plans.change import make_change
from backend.plans.open import open_plan
from tests.cast import DEVICE, person
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import Sockets


@pytest.fixture
async def scene(sockets: Sockets) -> Scene:
    return await sync_to_async(set_the_scene)()


def elsewhere(third: Any) -> tuple[int, Any, UUID]:
    """Another citizen's plan with another consultant, who has asked this one to come as the third."""
    lone, ida = person("lone", "Lone Sivkær", staff_role="consultant"), person("ida", "Ida Bro")
    plan_id = open_plan(citizen=ida, consultant=lone)
    kind, _made = MeetingKind.objects.get_or_create(code="follow_up", defaults={"name": "Opfølgning"})
    meeting_id = new_id()
    soon = clock.now() + timedelta(days=2)
    does(plan_id, lone, do.PlanMeeting(meeting_id=meeting_id, meeting_kind=kind.code, starts_at=soon, third=third.pk))
    return plan_id, lone, meeting_id


def does(plan_id: int, who: Any, command: Any) -> None:
    make_change(seat_for(person_id=who.pk, plan_id=plan_id), command, device=DEVICE, change_id=new_id())


async def test_what_becomes_of_it_is_told_at_once(sockets: Sockets, scene: Scene) -> None:
    cast = scene.cast
    plan_id, lone, meeting_id = await sync_to_async(elsewhere)(cast.consultant)
    home = await sockets.open(cast.consultant, cast.plan_id, after=(await head(scene)), page="home")
    [people] = (await home.frame())["fragments"]
    assert people["id"] == "people"
    assert "Ida Bro" in people["html"]
    assert await home.is_silent()
    await sync_to_async(does)(plan_id, lone, do.CancelMeeting(meeting_id=meeting_id))
    [people] = (await home.frame())["fragments"]
    assert "Mødet er aflyst" in people["html"]
    assert await home.is_silent()


async def head(scene: Scene) -> int:
    return int((await sync_to_async(scene.cast.seat)("consultant")).head)
