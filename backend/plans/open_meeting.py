"""The meeting that is open now and who sits in it: asked by access and audience, for it opens what the room sees."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_number, an_id
from backend.common.reading import once
from backend.plans.models import Attendance, Goal, Meeting, Member
from backend.plans.models.meeting import LONGEST, is_open


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """What whoever is asked to it may know while it is open: the goals in the room, and who else is asked."""

    id: UUID
    goals: frozenset[UUID]
    members: frozenset[UUID]


def open_meeting_of(member: Member) -> OpenMeeting | None:
    """The open meeting that this member is asked to: no query when there is none at their plan, else three."""
    since, plan = clock.now() - LONGEST, member.plan
    if plan.meets_since is None or plan.meets_since <= since:
        return None
    meeting_id = _OF_MEMBER.one(member_id=member.pk, since=since)
    if meeting_id is None:
        return None
    return OpenMeeting(meeting_id, _goals_in_room(plan.pk), frozenset(those_at_open_meeting(plan.pk)))


def meeting_as_if_open(*, plan_id: int, member_id: UUID, meeting_id: UUID) -> OpenMeeting | None:
    """A meeting that this member is asked to, as it will be while it is open."""
    asked = Attendance.objects.filter(meeting=meeting_id, meeting__plan=plan_id, meeting__cancelled_at=None)
    members = frozenset(asked.filter(member__ended_at=None).values_list("member_id", flat=True))
    return OpenMeeting(meeting_id, _goals_in_room(plan_id), members) if member_id in members else None


def _goals_in_room(plan_id: int) -> frozenset[UUID]:
    return frozenset(_GOALS_IN_ROOM.all(plan_id=plan_id))


def open_meeting_at(plan_id: int) -> UUID | None:
    """The open meeting of this plan."""
    return once(("open meeting", plan_id), lambda: _AT_PLAN.one(plan_id=plan_id, since=clock.now() - LONGEST))


def those_at_open_meeting(plan_id: int) -> list[UUID]:
    """The members who are asked to the meeting of this plan that is open now."""
    return _OF_PLAN.all(plan_id=plan_id, since=clock.now() - LONGEST)


_GOALS_IN_ROOM = Prepared(
    lambda: Goal.objects.filter(plan_id=a_number("plan_id"), in_room=True, removed_at=None).values_list("pk", flat=True)
)
_AT_PLAN = Prepared(
    lambda: Meeting.objects.filter(is_open(a_moment("since")), plan_id=a_number("plan_id")).values_list("pk", flat=True)
)


def _asked() -> QuerySet[Attendance]:
    return Attendance.objects.filter(is_open(a_moment("since"), "meeting__"))


_OF_MEMBER = Prepared(lambda: _asked().filter(member_id=an_id("member_id")).values_list("meeting_id", flat=True))
_OF_PLAN = Prepared(
    lambda: (
        _asked().filter(meeting__plan_id=a_number("plan_id"), member__ended_at=None).values_list("member_id", flat=True)
    )
)
