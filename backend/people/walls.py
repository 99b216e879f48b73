"""Walls that wait: each has its room's name, and a code that changes by itself. Nothing of any plan stands here.

A code is made of the wall's id, its round and the minute, with the server's key: it is kept nowhere, looking at it
changes nothing, and the wall shows a new one each minute. Each is good for two minutes from when it was first shown.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from backend.common import clock, spoken
from backend.common.ids import new_id
from backend.people.limits import may_try
from backend.people.models import Wall

STEP = timedelta(minutes=1)
STEPS = 2  # how many of them a code is good for
LIFE = timedelta(days=180)  # then a wall is asked for its name again
PLACE, LENGTH = 4, 8  # letters: by the first half a wall is found, and each tells 5 bits


@dataclass(frozen=True, slots=True)
class WallThere:
    """A wall with the code that it shows now."""

    id: UUID
    room_name: str
    round: int
    screen_id: UUID | None
    code: str


def name_wall(room_name: str) -> UUID:
    """A browser says which room it hangs in; returns its id, for its own session alone."""
    wall = Wall.objects.create(pk=new_id(), room_name=room_name, named_at=clock.now())
    return wall.pk


def wall_there(wall_id: UUID) -> WallThere | None:
    """A wall that was named; None when that is too long ago."""
    wall = _named().filter(pk=wall_id).first()
    return _there(wall, clock.now()) if wall else None


def walls_with(told: str) -> list[WallThere]:
    """The walls whose code this is, as somebody typed it. Each code may be tried five times; every try is counted."""
    code, now, found = spoken.read(told), clock.now(), list[WallThere]()
    for wall in _named():
        for step in range(STEPS):
            there = _there(wall, now - step * STEP)
            is_near = hmac.compare_digest(there.code[:PLACE], code[:PLACE])
            if is_near and may_try("wall_code", f"{wall.pk} {there.code}") and hmac.compare_digest(there.code, code):
                found.append(there)
    return found


def take_wall(wall_id: UUID, *, round: int, screen_id: UUID) -> str | None:
    """From now on it shows this screen, and the round's codes are used up. Its room's name; None when they were."""
    waiting = _named().filter(pk=wall_id, round=round)
    if not waiting.update(round=round + 1, screen_id=screen_id):
        return None
    return str(Wall.objects.values_list("room_name", flat=True).get(pk=wall_id))


def forget_walls() -> None:
    """Those whose name is too old to count."""
    Wall.objects.filter(named_at__lte=clock.now() - LIFE).delete()


def code_of(wall_id: UUID, *, round: int, at: datetime) -> str:
    """Eight letters, 40 bits."""
    minute = int(at.timestamp() // STEP.total_seconds())
    key = sha256(b"tavlen.wall" + settings.SECRET_KEY.encode()).digest()
    return spoken.spelt(hmac.digest(key, wall_id.bytes + f"{round} {minute}".encode(), "sha256")[:LENGTH])


def _named() -> QuerySet[Wall]:
    return Wall.objects.filter(named_at__gt=clock.now() - LIFE)


def _there(wall: Wall, at: datetime) -> WallThere:
    code = code_of(wall.pk, round=wall.round, at=at)
    return WallThere(wall.pk, wall.room_name, wall.round, wall.screen_id, code)
