"""The socket's row of the access table: whoever may listen hears what is theirs, everybody else is closed out."""

import json
import re

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import transaction

from tests.access.rich import Rich, plant
from tests.access.table import SOCKET
from tests.access.visitors import browsers
from tests.live.sockets import Socket, Sockets

PAGE = {"citizen": "way", "consultant": "desk", "screen": "screen"}
MESSAGES = (
    '{"ping": true}',
    '{"kind": "move_step"}',
    "[]",
    "\x00",
    '{"ping": 1}',
)  # the only one that is known, and not


@pytest.fixture
def rich(transactional_db: None) -> Rich:
    with transaction.atomic():
        return plant()


async def test_whoever_may_listens_and_nobody_else(rich: Rich, sockets: Sockets) -> None:
    cookies = {who: browser.cookies for who, browser in (await sync_to_async(browsers)(rich)).items()}
    for who, jar in cookies.items():
        cookie = jar[settings.SESSION_COOKIE_NAME].value if settings.SESSION_COOKIE_NAME in jar else "none"
        page = PAGE.get(who, "shared")
        socket = await sockets.open(None, rich.cast.plan_id, after=0, page=page, cookie=cookie)
        if who in SOCKET.open_to:
            wrong = [canary for canary in await _told(socket) if who not in {**rich.at_most, **rich.exactly}[canary]]
            assert not wrong, who
        else:
            assert await socket.close_code() == (SOCKET.nobody if who == "nobody" else SOCKET.others), who


async def _told(socket: Socket) -> set[str]:
    """The canaries in all that comes over it, whatever is said to it."""
    told = json.dumps(await socket.frame(), ensure_ascii=False)
    for message in MESSAGES:
        await socket.say(message)
        told += json.dumps(await socket.message(), ensure_ascii=False)
    return set(re.findall(r"kanarie\d+x", told))
