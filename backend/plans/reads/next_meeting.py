"""The meeting that a seat comes to next, or is at: what stands on the first page of everybody."""

from datetime import datetime

from backend.common import clock
from backend.people.models import MeetingKind
from backend.people.models.setting import holding_today
from backend.plans.access import Seat
from backend.plans.reads.faces import Table
from backend.plans.reads.meeting import WALK_IN, MeetingView, read_meetings


def read_next_meeting(seat: Seat, table: Table | None = None) -> MeetingView | None:
    """The one that is open, else the soonest from today on. None, too, where the hour is kept from this seat."""
    meetings = read_meetings(seat, table)
    return meetings.open or next((one for one in meetings.ahead if _is_from_today(one.starts_at)), None)


def may_come_by() -> bool:
    """Has the municipality a day on which one comes by without an appointment?"""
    return MeetingKind.objects.filter(holding_today(), code=WALK_IN).exists()


def _is_from_today(starts_at: datetime | None) -> bool:
    return starts_at is not None and clock.day_of(starts_at) >= clock.today()
