"""The seat of the room: of a wall that is open, or as citizen and consultant look at it in their own browser."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.prepared import Blank, Prepared, a_moment, a_number, an_id
from backend.plans.access import SCREEN, Seat
from backend.plans.models import Plan, Screen
from backend.plans.models.meeting import LONGEST, is_open
from backend.plans.models.member import may_sit
from backend.plans.open_meeting import OpenMeeting, open_meeting_at


def seat_for_screen(*, screen_id: UUID, plan_id: int) -> Seat:
    """The wall's seat, while its screen is open. Raises NotHere."""
    now = clock.now()
    screen = _OPEN.one(screen_id=screen_id, plan_id=plan_id, now=now, since=now - LONGEST)
    if screen is None:
        raise NotHere
    return _seat_at(screen.plan)


def room_seat(seat: Seat) -> Seat:
    """The wall as citizen or consultant may open it in their own browser. Raises NotHere for everybody else."""
    if not seat.is_broad:
        raise NotHere
    return _seat_at(Plan.objects.get(pk=seat.plan_id))


def open_screens() -> QuerySet[Screen]:
    """The walls that show something now. One that was opened for a meeting goes dark with it, whatever else is done."""
    now = clock.now()
    return _open(now, now - LONGEST)


def _open(now: datetime | Blank, since: datetime | Blank) -> QuerySet[Screen]:
    opened = Screen.objects.filter(may_sit("opened_by__"), opened_by__ended_at=None)
    in_time = Q(meeting=None) | is_open(since, "meeting__")
    return opened.filter(in_time, closed_at=None, until__gt=now)


_OPEN = Prepared(
    lambda: (
        _open(a_moment("now"), a_moment("since"))
        .select_related("plan")
        .filter(pk=an_id("screen_id"), plan_id=a_number("plan_id"))
    )
)


def _seat_at(plan: Plan) -> Seat:
    """While the citizen has made the wall blank it sits in no meeting, and sees nothing at all."""
    meeting_id = None if plan.room_blank else open_meeting_at(plan.pk)
    return Seat(
        plan_id=plan.pk,
        role=SCREEN,
        member_id=None,
        person_id=None,
        epoch=plan.policy_epoch,
        head=plan.room_head,
        protected=plan.protected,
        meeting=OpenMeeting(meeting_id, frozenset(), frozenset()) if meeting_id else None,
        is_blank=plan.room_blank,
    )
