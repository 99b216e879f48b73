"""Be reminded again: in an hour, or tomorrow morning."""

from datetime import date, datetime, timedelta

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.in_line import in_line
from backend.plans.access import Seat
from backend.reach import times
from backend.reach.models import Notice
from backend.reach.places import REMINDER

SORTS = (Notice.Sort.MEETING_REMINDER, Notice.Sort.STEP_REMINDER)
HOUR, TOMORROW = "hour", "tomorrow"


def snooze(seat: Seat, *, sort: str, day: date, until: str) -> datetime:
    """When one is reminded again of what is on that day; nothing is asked of the plan until then. Raises NotHere."""
    now = clock.now()
    if seat.person_id is None or sort not in SORTS or until not in (HOUR, TOMORROW):
        raise NotHere
    if abs((day - clock.today()).days) > 1:
        raise NotHere
    due = now + timedelta(hours=1) if until == HOUR else times.tomorrow(now)
    anew = {"at": due, "due_at": due, "state": Notice.State.WAITING, "tries": 0, "again": [], "way": ""}
    rid = {"claim": None, "claimed_until": None, "sent_at": None, "fall_back_at": None, "posted_at": None}
    with in_line():
        Notice.objects.update_or_create(
            person_id=seat.person_id,
            plan_id=seat.plan_id,
            kind=sort,
            seq=day.toordinal(),
            defaults={"page": REMINDER, **anew, **rid},
        )
    return due
