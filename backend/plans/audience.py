"""Who an entry is told to, decided when it is written: those who could see its subject before or after the change."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from backend.common import clock
from backend.common.prepared import Blank, Prepared, a_day, an_id
from backend.plans.access import BROAD
from backend.plans.models import Attendance, Goal, Meeting, Member, Share, Step
from backend.plans.models.share import still_counts
from backend.plans.open_meeting import those_at_open_meeting


@dataclass(frozen=True, slots=True)
class Audience:
    """The narrow readers of an entry; citizen and consultant always hear."""

    members: frozenset[UUID] = frozenset()
    room: bool = False

    def __or__(self, other: "Audience") -> "Audience":
        return Audience(self.members | other.members, self.room or other.room)


US = Audience()


def of_step(step_id: UUID) -> Audience:
    """Those who see this step now."""
    step = _STEP.one(step_id=step_id)
    if step is None:
        return US
    plan_id, meets_since, goal_id, in_room, goal_removed_at = step
    today = clock.today()
    members = _BY_STEP.all(step_id=step_id, today=today)
    if goal_id and goal_removed_at is None:
        members += _BY_GOAL.all(goal_id=goal_id, today=today)
    return Audience(frozenset(members), in_room) | (at_open_meeting(plan_id) if in_room and meets_since else US)


def of_goal(goal_id: UUID) -> Audience:
    """Those who see this goal now."""
    through = through_goal(goal_id)
    plan_id = Goal.objects.values_list("plan_id", flat=True).get(pk=goal_id) if through.room else None
    return through | at_open_meeting(plan_id) if plan_id else through


def through_goal(goal_id: UUID) -> Audience:
    """Those with whom this goal is shared, who see its steps, too; the room, which sees only those it is shown."""
    goal = Goal.objects.filter(pk=goal_id, removed_at=None).values("in_room").first()
    return Audience(frozenset(_BY_GOAL.all(goal_id=goal_id, today=clock.today())), goal["in_room"]) if goal else US


def of_progress_area(area_id: UUID) -> Audience:
    """Those who see into this area of small steps, beside citizen and consultant."""
    return Audience(frozenset(_BY_AREA.all(area_id=area_id, today=clock.today())))


def of_members(members: Iterable[UUID | None]) -> Audience:
    """Named members."""
    return Audience(frozenset(member for member in members if member))


def of_everyone(plan_id: int) -> Audience:
    """Everybody at the table, and the room."""
    active = Member.objects.filter(plan_id=plan_id, ended_at=None).exclude(role__in=BROAD)
    return Audience(frozenset(active.values_list("pk", flat=True)), room=True)


def of_room(plan_id: int) -> Audience:
    """The room, and those who are in the open meeting."""
    return Audience(room=True) | at_open_meeting(plan_id)


def at_open_meeting(plan_id: int) -> Audience:
    """Those who are asked to the meeting that is open now."""
    return of_members(those_at_open_meeting(plan_id))


def of_meeting(meeting: Meeting) -> Audience:
    """Those who are asked to it, and the room while it is open."""
    asked = Attendance.objects.filter(meeting=meeting, member__ended_at=None)
    is_open_now = meeting.started_at is not None and meeting.ended_at is None
    return Audience(frozenset(asked.values_list("member_id", flat=True)), room=is_open_now)


def _shared(**what: Blank) -> QuerySet[Share, UUID]:
    standing = Share.objects.filter(still_counts(a_day("today")), ended_at=None, member__ended_at=None)
    return standing.filter(**what).values_list("member_id", flat=True)


_STEP = Prepared(
    lambda: Step.objects.filter(pk=an_id("step_id"), removed_at=None).values_list(
        "plan_id", "plan__meets_since", "goal_id", "in_room", "goal__removed_at"
    )
)
_BY_STEP = Prepared(lambda: _shared(step_id=an_id("step_id")))
_BY_GOAL = Prepared(lambda: _shared(goal_id=an_id("goal_id")))
_BY_AREA = Prepared(lambda: _shared(progress_area_id=an_id("area_id")))
