"""All steps, goals and meetings that a seat may see: as access and `meetings_for` have it, from rows that one reading
asks for once for all seats.
"""

from collections.abc import Sequence
from uuid import UUID

from backend.common import clock
from backend.common.prepared import Prepared, a_number
from backend.plans.access import SCREEN, Seat
from backend.plans.models import Attendance, Goal, Meeting, Step
from backend.plans.models.meeting import is_over


def every_step(seat: Seat) -> Sequence[Step]:
    """All steps this seat may see, in order: those of `access.steps_for`."""
    steps = _STEPS.all(plan_id=seat.plan_id)
    if seat.is_broad:
        return steps
    goals = frozenset(goal.pk for goal in _GOALS.all(plan_id=seat.plan_id)) & seat.goals if seat.goals else frozenset()
    return [step for step in steps if _sees(seat, step, goals)]


def every_goal(seat: Seat) -> Sequence[Goal]:
    """All goals this seat may see, in order: those of `access.goals_for`."""
    seen = seat.goals | (seat.meeting.goals if seat.meeting else frozenset())
    if seat.is_blank or not (seat.is_broad or seat.role == SCREEN or seen):
        return []
    goals = _GOALS.all(plan_id=seat.plan_id)
    if seat.is_broad:
        return goals
    return [goal for goal in goals if (goal.in_room if seat.role == SCREEN else goal.pk in seen)]


def every_meeting(seat: Seat) -> Sequence[Meeting]:
    """All meetings this seat may know of, in order: those of `meetings_for`."""
    if seat.is_blank or not (seat.is_broad or seat.role == SCREEN or seat.member_id):
        return []
    meetings = _MEETINGS.all(plan_id=seat.plan_id)
    if seat.is_broad:
        return meetings
    if seat.role == SCREEN:
        return [one for one in meetings if one.started_at and not is_over(one, at=clock.now())]
    asked = {meeting for meeting, member in _ASKED.all(plan_id=seat.plan_id) if member == seat.member_id}
    return [one for one in meetings if one.pk in asked]


def _sees(seat: Seat, step: Step, goals: frozenset[UUID]) -> bool:
    """`goals`: those shared with the seat that are still there."""
    if seat.is_blank:
        return False
    if seat.role == SCREEN:
        return step.in_room
    return step.pk in seat.steps or step.goal_id in goals or (step.in_room and seat.meeting is not None)


_STEPS = Prepared(lambda: Step.objects.filter(plan_id=a_number("plan_id"), removed_at=None))
_GOALS = Prepared(lambda: Goal.objects.filter(plan_id=a_number("plan_id"), removed_at=None))
_MEETINGS = Prepared(
    lambda: Meeting.objects.filter(plan_id=a_number("plan_id"), cancelled_at=None).select_related("kind")
)
_ASKED = Prepared(
    lambda: Attendance.objects.filter(meeting__plan_id=a_number("plan_id")).values_list("meeting_id", "member_id")
)
