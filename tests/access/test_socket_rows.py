"""The socket's row of the access table: whoever may listen hears what is theirs, everybody else is closed out."""

import json
import re

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import transaction
from django.test import Client

from citizen_app.live import MESSAGES as KNOWN
from tests.access.kinds import JUDGED_AS, Town, build
from tests.access.rich import Rich, plant
from tests.access.table import SOCKET, SOCKET_MESSAGES
from tests.access.visitors import browsers
from tests.live.sockets import Socket, Sockets

PAGE = {"citizen": "way", "consultant": "desk", "screen": "screen"}
MESSAGES = (
    '{"ping": true}',
    '{"kind": "move_step"}',
    "[]",
    "\x00",
    '{"ping": 1}',
)  # known, and not


@pytest.fixture
def rich(transactional_db: None) -> Rich:
    with transaction.atomic():
        return plant()


@pytest.fixture
def town(transactional_db: None) -> Town:
    with transaction.atomic():
        return build()


async def test_whoever_may_listens_and_nobody_else(rich: Rich, sockets: Sockets) -> None:
    for who, browser in (await sync_to_async(browsers)(rich)).items():
        page = PAGE.get(who, "shared")
        socket = await sockets.open(None, rich.cast.plan_id, after=0, page=page, cookie=_cookie(browser))
        if who in SOCKET.open_to:
            wrong = [canary for canary in await _told(socket) if who not in {**rich.at_most, **rich.exactly}[canary]]
            assert not wrong, who
        else:
            assert await socket.close_code() == (SOCKET.nobody if who == "nobody" else SOCKET.others), who


def test_every_message_has_a_row() -> None:
    assert set(KNOWN) == set(SOCKET_MESSAGES)


async def test_every_kind_of_person_at_every_plan(town: Town, sockets: Sockets) -> None:
    for state, plan_id in town.things["plan"].items():
        for who, browser in town.browsers.items():
            judged = "ended" if who == "closed screen" else JUDGED_AS[who]
            page = PAGE.get(judged, "shared")
            socket = await sockets.open(None, plan_id, after=0, page=page, cookie=_cookie(browser))
            if state == "there" and judged in SOCKET.open_to:
                assert "upto" in await socket.frame(), who
            else:
                code = SOCKET.nobody if judged == "nobody" else SOCKET.others
                assert await socket.close_code() == code, (who, state)


def _cookie(browser: Client) -> str:
    name = settings.SESSION_COOKIE_NAME
    return browser.cookies[name].value if name in browser.cookies else "none"


async def _told(socket: Socket) -> set[str]:
    """The canaries in all that comes over it, whatever is said to it."""
    told = json.dumps(await socket.frame(), ensure_ascii=False)
    for message in MESSAGES:
        await socket.say(message)
        told += json.dumps(await socket.message(), ensure_ascii=False)
    return set(re.findall(r"kanarie\d+x", told))
