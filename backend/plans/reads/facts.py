"""What a citizen's place among the others is found by: the facts of each plan, and a reason made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from uuid import UUID

from backend.plans.models import Step
from backend.plans.reads.follow_up import FollowUp
from backend.plans.reads.goal_clock import GoalClock


class Tier(IntEnum):
    """It goes badly for somebody; they wait for the consultant; a rule or a rhythm does; it is good to look; quiet."""

    AT_ONCE, WAITS, CONTACT, WATCH, QUIET = range(5)


@dataclass(frozen=True, slots=True)
class Reason:
    """`at`: since when. `subject_id`: the step, goal or meeting it is about; `title`: the step's."""

    kind: str
    at: datetime | None
    tier: Tier
    subject_id: UUID | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked of each plan of a consultant; `member_id` is the consultant's place, `steps` those still open.

    `last_*`: the newest of what others did that asks for the consultant, of which `last_about` is still there;
    `heard_at`: when they did anything. `consent_*`, `rhythm_*`, `remark_*`, `new_step*`: what waits until answered.
    `stirred_at`: when anything last happened. `laid_aside`: a message that the consultant before had written waits.
    `doubled_at`: since when citizen or consultant says of two offers that run that they are one too many.
    `unhelped`: an offer that the citizen says did not help, `unhelped_at`, until the consultant has looked.
    `belief_months`, `believed_on`: how often the consultant is asked what they believe, and when they said so last.
    `badly_at`: when the citizen last said that it goes badly, until the consultant has written, or planned a meeting.
    """

    plan_id: int
    member_id: UUID
    citizen_id: UUID | None
    name: str
    initials: str
    born: int | None
    protected: bool
    target_group: str
    mine_since: datetime
    opened_at: datetime
    life_goal_since: datetime | None
    my_seq: int
    last_kind: str
    last_seq: int
    last_at: datetime | None
    last_about: UUID | None
    message_by: str
    message_at: datetime | None
    comes_by: datetime | None
    comes_by_id: UUID | None
    heard_at: datetime | None
    consent_withdrawn_at: datetime | None
    consent_declined_at: datetime | None
    consent_given_at: datetime | None
    rhythm_asked_at: datetime | None
    remark_at: datetime | None
    remark_step: UUID | None
    new_step_at: datetime | None
    new_step: UUID | None
    stirred_at: datetime | None
    laid_aside: bool
    aftercare_since: date | None
    is_closed: bool
    last_check_in: date | None
    badly_at: datetime | None
    doubled_at: datetime | None
    unhelped_at: datetime | None
    unhelped: str | None
    belief_months: int | None
    believed_on: date | None
    steps: Sequence[Step] = ()
    follow_up: FollowUp | None = None
    not_picked_up: Sequence[GoalClock] = ()

    @property
    def is_news(self) -> bool:
        return self.last_seq > self.my_seq
