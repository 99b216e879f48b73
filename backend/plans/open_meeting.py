"""The meeting that is open now and who sits in it: asked by access and audience, for it opens what the room sees."""

from dataclasses import dataclass
from uuid import UUID

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_number
from backend.common.reading import once
from backend.plans.models import Attendance, Goal, Meeting, Plan
from backend.plans.models.meeting import LONGEST, is_open


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """What whoever is asked to it may know while it is open: the goals in the room, and who else is asked."""

    id: UUID
    goals: frozenset[UUID]
    members: frozenset[UUID]


def open_meetings(plan: Plan) -> dict[UUID, OpenMeeting]:
    """Each member who is asked to the open meeting → it: no query when there is none at this plan, else two."""
    since = clock.now() - LONGEST
    if plan.meets_since is None or plan.meets_since <= since:
        return {}
    asked = _ASKED_AT_PLAN.all(plan_id=plan.pk, since=since)
    if not asked:
        return {}
    goals, members = _goals_in_room(plan.pk), frozenset(member_id for member_id, _meeting_id in asked)
    return {member_id: OpenMeeting(meeting_id, goals, members) for member_id, meeting_id in asked}


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
    return [member_id for member_id, _meeting_id in _ASKED_AT_PLAN.all(plan_id=plan_id, since=clock.now() - LONGEST)]


_GOALS_IN_ROOM = Prepared(
    lambda: Goal.objects.filter(plan_id=a_number("plan_id"), in_room=True, removed_at=None).values_list("pk", flat=True)
)
_AT_PLAN = Prepared(
    lambda: Meeting.objects.filter(is_open(a_moment("since")), plan_id=a_number("plan_id")).values_list("pk", flat=True)
)


_ASKED_AT_PLAN = Prepared(
    lambda: (
        Attendance.objects.filter(is_open(a_moment("since"), "meeting__"), meeting__plan_id=a_number("plan_id"))
        .filter(member__ended_at=None)
        .values_list("member_id", "meeting_id")
    )
)
