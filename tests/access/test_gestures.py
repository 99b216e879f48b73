"""Signs without words: from each kind of person, at each kind of card, to each; bounded, and gone without a trace."""

import json
import re
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import sync_to_async
from django.apps import apps
from django.db import transaction
from django.test import Client

from backend.common.ids import new_id
from citizen_app.gestures import MOST
from citizen_app.live import MOST_GESTURES
from tests.access.open_meeting import begin, end
from tests.access.rich import Rich, plant
from tests.access.table import SOCKET_MESSAGES
from tests.access.test_socket_rows import PAGE, _cookie
from tests.access.visitors import browsers
from tests.live.sockets import Socket, Sockets

pytestmark = pytest.mark.django_db(transaction=True)
AT_THE_MEETING = SOCKET_MESSAGES["react"]
WHO = ("citizen", "consultant", "supporter", "professional", "friend", "screen")
US = frozenset({"citizen", "consultant"})
NAMES = {"citizen": "Amina", "consultant": "Bente", "supporter": "Carl"}


class Room:
    """An open meeting with the supporter asked and the professional not; everybody's sockets, and the cards."""

    def __init__(self, rich: Rich) -> None:
        first = len(rich.steps)
        rich.step("citizen", "supporter", "screen", room=True)
        rich.step("citizen", "supporter", "professional")
        rich.step("citizen")
        self.rich, (self.shown, self.shared, self.ours) = rich, rich.steps[first:]
        for who in ("supporter", "professional"):
            rich.share("step", self.shared, who)
        self.meeting = begin(rich.cast, "supporter")
        self.browsers: dict[str, Client] = browsers(rich)
        self.sockets: dict[str, Socket] = {}
        self.told: dict[str, list[dict[str, Any]]] = {who: [] for who in WHO}

    def sees(self, step: UUID) -> frozenset[str]:
        """The second opinion: who of those at the meeting sees this card, the wall included."""
        return {self.shown: US | {"supporter", "screen"}, self.shared: US | {"supporter"}, self.ours: US}.get(
            step, frozenset()
        )

    async def says(self, who: str, **message: Any) -> None:
        await self.sockets[who].say(json.dumps(message))

    async def heard(self, who: str) -> list[dict[str, Any]]:
        """Every gesture that has reached them. Each socket's messages are answered in order, so a pong comes last."""
        await self.says(who, ping=True)
        while (message := await self.sockets[who].message()) != {"pong": True}:
            self.told[who] += [message["gesture"]] if "gesture" in message else []
        return self.told[who]

    async def is_still(self) -> bool:
        """Says each of those who may a heart, and nobody is told?"""
        for who in AT_THE_MEETING:
            await self.says(who, react="heart")
            await self.heard(who)
        return not any([await self.heard(who) for who in WHO])


async def enter(sockets: Sockets, *, protected: bool = False) -> Room:
    def opened() -> Room:
        with transaction.atomic():
            return Room(plant(protected=protected))

    room = await sync_to_async(opened)()
    for who in WHO:
        seat, cookie = await sync_to_async(room.rich.cast.seat)(who), _cookie(room.browsers[who])
        page = PAGE.get(who, "shared")
        room.sockets[who] = await sockets.open(None, room.rich.cast.plan_id, page=page, after=seat.head, cookie=cookie)
    return room


@pytest.mark.parametrize("protected", [False, True])
async def test_each_is_told_of_whom_and_of_which_card_they_see_anyway(sockets: Sockets, protected: bool) -> None:
    room = await enter(sockets, protected=protected)
    expected: dict[str, set[tuple[str, str]]] = {who: set() for who in WHO}
    for sender in WHO:
        await room.says(sender, react="heart")
        for who in (*AT_THE_MEETING, "screen") if sender in AT_THE_MEETING else ():
            expected[who].add((NAMES[sender], "heart"))
        for step in (room.shown, room.shared, room.ours, new_id()):
            await room.says(sender, point=str(step))
            if sender in SOCKET_MESSAGES["point"] & room.sees(step):
                for who in room.sees(step):
                    expected[who].add((NAMES[sender], str(step)))
        await room.heard(sender)
    allowed = {**room.rich.at_most, **room.rich.exactly}
    for who in WHO:
        told = await room.heard(who)
        assert {(one["who"], one.get("step", "heart")) for one in told} == expected[who], who
        text = json.dumps(told, ensure_ascii=False)
        assert not [one for one in re.findall(r"kanarie\d+x", text) if who not in allowed[one]], who
        assert all(one["mine"] is (NAMES.get(who) == one["who"]) for one in told), who


async def test_before_and_after_a_meeting_and_on_a_blank_wall_there_is_none(sockets: Sockets) -> None:
    room = await enter(sockets)
    await sync_to_async(room.rich.does)("citizen", "blank_room")
    await room.says("citizen", react="cheer")
    await room.heard("citizen")
    assert [bool(await room.heard(who)) for who in ("consultant", "supporter", "screen")] == [True, True, False]
    await sync_to_async(end)(room.rich.cast, room.meeting)
    room.told = {who: [] for who in WHO}
    assert await room.is_still()


async def test_who_is_not_asked_any_more_is_told_nothing_more(sockets: Sockets) -> None:
    room = await enter(sockets)
    cast = room.rich.cast
    member = cast.members["supporter"]
    await sync_to_async(room.rich.does)("citizen", "unask_from_meeting", meeting_id=room.meeting, member_id=member)
    await room.says("supporter", react="heart")
    await room.heard("supporter")
    await room.says("citizen", point=str(room.shared))
    await room.heard("citizen")
    assert [one["who"] for one in await room.heard("consultant")] == ["Amina"]
    assert not await room.heard("supporter"), "they see the card all the same"


async def test_of_too_many_the_first_are_told_and_a_flood_ends_the_socket(sockets: Sockets) -> None:
    room = await enter(sockets)
    for _ in range(3 * MOST):
        await room.says("citizen", react="heart")
    assert len(await room.heard("citizen")) == MOST == len(await room.heard("consultant"))
    for _ in range(MOST_GESTURES):
        await room.says("citizen", react="heart")
    while (output := await room.sockets["citizen"].line.receive_output(timeout=5))["type"] == "websocket.send":
        pass
    assert output["code"] == 4008


async def test_nothing_is_left_of_it(sockets: Sockets, caplog: pytest.LogCaptureFixture) -> None:
    room = await enter(sockets)
    await room.heard("citizen")
    before, heads = await sync_to_async(rows)(), await sync_to_async(numbers)(room.rich)
    caplog.clear()
    await room.says("citizen", react="heart")
    await room.says("supporter", point=str(room.shown))
    await room.heard("supporter")
    assert len(await room.heard("citizen")) == 2
    assert (await sync_to_async(rows)(), await sync_to_async(numbers)(room.rich)) == (before, heads)
    assert not caplog.text


def rows() -> list[Any]:
    return [list(model._default_manager.order_by("pk").values_list()) for model in apps.get_models()]


def numbers(rich: Rich) -> list[int]:
    return [rich.cast.seat(who).head for who in WHO]
