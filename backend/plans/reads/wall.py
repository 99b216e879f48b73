"""Walls: what one was told to show, which one shows a code, and which of them show this plan now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.limits import may_try
from backend.people.walls import WallThere, wall_there, walls_with
from backend.plans.access import Seat
from backend.plans.models import Meeting, Plan, Screen
from backend.plans.models.meeting import LONGEST, is_open
from backend.plans.room import open_screens

CALM = timedelta(minutes=1)  # a wall whose meeting is over shows nothing so long, and then a code again


@dataclass(frozen=True, slots=True)
class WallView:
    """A wall as it may show itself: the plan that it was told to show, or its code. `is_calm`: neither, for a while."""

    room_name: str
    code: str
    screen_id: UUID | None
    plan_id: int | None
    is_calm: bool


@dataclass(frozen=True, slots=True)
class WallOn:
    """A wall that shows this plan now."""

    screen_id: UUID
    room_name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Walls:
    """The open meeting of this plan, if there is one, the walls that are on, and whether they were made blank."""

    meeting_id: UUID | None
    on: tuple[WallOn, ...]
    is_blank: bool


def read_wall(*, screen_id: UUID) -> int | None:
    """The plan whose board this wall shows; None when it is closed or its time is up."""
    return open_screens().filter(pk=screen_id).values_list("plan_id", flat=True).first()


def read_own_wall(wall_id: UUID) -> WallView | None:
    """For the browser that hangs there. None when it was never named, or too long ago."""
    there = wall_there(wall_id)
    if there is None:
        return None
    plan_id = read_wall(screen_id=there.screen_id) if there.screen_id else None
    is_calm = plan_id is None and there.screen_id is not None and _went_dark_lately(there.screen_id)
    return WallView(there.room_name, there.code, there.screen_id, plan_id, is_calm)


def _went_dark_lately(screen_id: UUID) -> bool:
    screen = Screen.objects.filter(pk=screen_id).select_related("meeting").first()
    if screen is None:
        return False
    over = [screen.closed_at, screen.meeting.ended_at if screen.meeting else None, screen.until]
    return min(moment for moment in over if moment) > clock.now() - CALM


def find_wall(seat: Seat, code: str) -> WallThere | None:
    """The one waiting wall that shows this code, for whoever may open one. Five tries in ten minutes; then None.

    A wall that shows something has no code, and two with the same code have none either.
    """
    if not seat.is_broad or not may_try("wall_by", str(seat.person_id)):
        return None
    waiting = [one for one in walls_with(code) if not (one.screen_id and read_wall(screen_id=one.screen_id))]
    return waiting[0] if len(waiting) == 1 else None


def read_walls(seat: Seat) -> Walls:
    """For citizen and consultant. Raises NotHere."""
    if not seat.is_broad:
        raise NotHere
    open_now = Meeting.objects.filter(is_open(clock.now() - LONGEST), plan_id=seat.plan_id)
    rows = open_screens().filter(plan_id=seat.plan_id).order_by("opened_at", "pk")
    return Walls(
        meeting_id=open_now.values_list("pk", flat=True).first(),
        on=tuple(WallOn(row.pk, row.room_name, row.opened_at) for row in rows),
        is_blank=Plan.objects.values_list("room_blank", flat=True).get(pk=seat.plan_id),
    )


def read_open_tables(plan_ids: tuple[int, ...]) -> tuple[int, ...]:
    """Those of these plans that have a meeting open now."""
    there = Meeting.objects.filter(is_open(clock.now() - LONGEST), plan_id__in=plan_ids).order_by("started_at")
    return tuple(there.values_list("plan_id", flat=True))
