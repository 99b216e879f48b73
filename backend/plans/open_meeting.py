"""Who sits in a meeting that is open now: asked by access and audience, for whom it opens what the room sees."""

from uuid import UUID

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_number, an_id
from backend.plans.models import Attendance, Meeting
from backend.plans.models.meeting import LONGEST, is_open


def open_meeting_of(member_id: UUID) -> UUID | None:
    """The open meeting that this member is asked to."""
    return _OF_MEMBER.one(member_id=member_id, since=clock.now() - LONGEST)


def open_meeting_at(plan_id: int) -> UUID | None:
    """The open meeting of this plan."""
    return _AT_PLAN.one(plan_id=plan_id, since=clock.now() - LONGEST)


def those_at_open_meeting(plan_id: int) -> list[UUID]:
    """The members who are asked to the meeting of this plan that is open now."""
    return _OF_PLAN.all(plan_id=plan_id, since=clock.now() - LONGEST)


_AT_PLAN = Prepared(
    lambda: Meeting.objects.filter(is_open(a_moment("since")), plan_id=a_number("plan_id")).values_list("pk", flat=True)
)
_ASKED = is_open(a_moment("since"), "meeting__")
_OF_MEMBER = Prepared(
    lambda: Attendance.objects.filter(_ASKED, member_id=an_id("member_id")).values_list("meeting_id", flat=True)
)
_OF_PLAN = Prepared(
    lambda: Attendance.objects.filter(_ASKED, meeting__plan_id=a_number("plan_id"), member__ended_at=None).values_list(
        "member_id", flat=True
    )
)
