"""What is hard, as one seat may read it."""

from dataclasses import dataclass
from uuid import UUID

from backend.plans import access, protection, sight
from backend.plans.access import Seat
from backend.plans.models import Challenge
from backend.plans.open_meeting import open_meeting_at


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """What is hard in the citizen's words. `in_room`: the open meeting reads it. `goal`: of one that this seat sees."""

    id: UUID
    words: str
    goal: str
    in_room: bool


def read_challenges(seat: Seat) -> tuple[ChallengeView, ...]:
    """Oldest first: all for citizen and consultant, for an open meeting's room those chosen for it."""
    meeting_id = open_meeting_at(seat.plan_id)
    goals = dict(access.goals_for(seat).values_list("pk", "title"))
    views = (_view(one, meeting_id, goals) for one in sight.challenges_for(seat))
    return tuple(protection.for_seat(seat, view) for view in views)


def _view(challenge: Challenge, meeting_id: UUID | None, goals: dict[UUID, str]) -> ChallengeView:
    goal = goals.get(challenge.goal_id, "") if challenge.goal_id else ""
    in_room = challenge.in_room and challenge.meeting_id == meeting_id
    return ChallengeView(challenge.pk, challenge.words, goal, in_room)
