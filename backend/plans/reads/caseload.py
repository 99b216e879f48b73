"""The consultant's citizens, those who wait first, and why."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from operator import attrgetter
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_number
from backend.people.models.person import initials_of
from backend.plans.models import Entry, Goal, Meeting, Member, Message, ScheduledMessage, Step
from backend.plans.reads.belief import facts_of_belief
from backend.plans.reads.check_in import facts_of_aftercare
from backend.plans.reads.facts import Facts, Reason, Tier
from backend.plans.reads.follow_up import FollowUp, pressing, read_follow_ups_of
from backend.plans.reads.goal_clock import GoalClock, read_not_picked_up
from backend.plans.reads.meeting import WALK_IN
from backend.plans.reads.offer_answer import facts_of_offers
from backend.plans.reads.reasons import reasons_of
from backend.plans.reads.unanswered import REMINDED, facts_of_unanswered, told_until_answered

_ABOUT_A_STEP = ("step_added", "step_moved", "voice_given", "remark_made", "step_noticed")
_ABOUT_A_GOAL = ("goal_added", "goal_reached")
_ABOUT = {**dict.fromkeys(_ABOUT_A_STEP, "step"), **dict.fromkeys(_ABOUT_A_GOAL, "goal")}
_ASKS_FOR_ME = (
    *_ABOUT_A_STEP, *_ABOUT_A_GOAL, "life_goal_written", "about_me_written", "strength_suggested", "consent_given",
    "consent_declined", "consent_withdrawn", "looked_in", "rhythm_said", "course_moved", "outcome_added",
    "outcome_changed", "offer_added", "offer_changed", "meeting_planned", "meeting_moved", "meeting_cancelled",
    "what_matters_said",
)  # fmt: skip
_STIRS_NOTHING = ("messages_read", "looked_in", "look_in_ended", "look_in_seen", "ran_out", "consultant_replaced")


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One citizen of the consultant. `why`: what waits or happened last ("" when all is quiet); `waits`: for me.

    `reasons` are all there are, of which `why` is the first. `follow_up`: the promise of contact that is to be seen to
    within a week, or should have been.
    """

    plan_id: int
    name: str
    initials: str
    age: int | None
    protected: bool
    target_group: str
    reasons: tuple[Reason, ...]
    follow_up: FollowUp | None

    @property
    def why(self) -> str:
        return self.reasons[0].kind

    @property
    def waited_since(self) -> datetime | None:
        """The oldest of what is as strong as the strongest."""
        return min((one.at for one in self.reasons if one.tier == self.tier and one.at), default=None)

    @property
    def tier(self) -> Tier:
        return self.reasons[0].tier

    @property
    def waits(self) -> bool:
        return self.tier <= Tier.CONTACT


def read_caseload(person_id: int) -> tuple[CaseloadRow, ...]:
    """Every plan where this person is the consultant, who waits longest first; seven queries at most.

    Whoever waits for an answer comes before whoever a rule of contact asks for.
    """
    return in_order(read_facts(person_id))


def in_order(everyone: Sequence[Facts]) -> tuple[CaseloadRow, ...]:
    """A row for each, who waits longest first."""
    return tuple(sorted((_row(facts) for facts in everyone), key=_longest_first))


def _longest_first(row: CaseloadRow) -> tuple[Tier, datetime, str]:
    return row.tier, row.waited_since or clock.now(), row.name


def _row(facts: Facts) -> CaseloadRow:
    return CaseloadRow(
        plan_id=facts.plan_id,
        name=facts.name,
        initials=facts.initials,
        age=clock.today().year - facts.born if facts.born else None,
        protected=facts.protected,
        target_group=facts.target_group,
        reasons=reasons_of(facts),
        follow_up=facts.follow_up,
    )


def read_facts(person_id: int) -> tuple[Facts, ...]:
    """What is so with each of this consultant's plans; seven queries at most, whatever their number."""
    tomorrow_ends = datetime.combine(clock.today() + timedelta(days=2), time(), tzinfo=clock.COPENHAGEN)
    lately = clock.now() - timedelta(hours=1)
    days = {"lately": lately, "tomorrow_ends": tomorrow_ends, "today": clock.today()}
    rows = _PLANS.all(person_id=person_id, reminded=clock.now() - REMINDED, **days)
    if not rows:
        return ()
    steps: dict[int, list[Step]] = defaultdict(list)
    for step in _OPEN_STEPS.all(person_id=person_id):
        steps[step.plan_id].append(step)
    follow_ups = read_follow_ups_of(person_id, [row[:3] for row in rows])
    clocks = read_not_picked_up(person_id)
    return tuple(_facts(row, steps[row[0]], pressing(follow_ups[row[0]]), clocks[row[0]]) for row in rows)


def _facts(row: tuple[Any, ...], steps: list[Step], follow_up: FollowUp | None, clocks: tuple[GoalClock, ...]) -> Facts:
    told = dict(zip(_TOLD_OF_PLAN, row, strict=True))
    told.pop("group_id")
    subjects = {"step": told.pop("last_step"), "goal": told.pop("last_goal")}
    there = {"step": told.pop("last_step_there"), "goal": told.pop("last_goal_there")}
    kind = _ABOUT.get(told["last_kind"] or "", "")
    for name, nothing in (("my_seq", 0), ("last_seq", 0), ("last_kind", ""), ("message_by", ""), ("target_group", "")):
        told[name] = told[name] or nothing
    return Facts(
        **told,
        initials=initials_of(told["name"]),
        last_about=subjects[kind] if there.get(kind) else None,
        steps=sorted(steps, key=attrgetter("suggested_at")),
        follow_up=follow_up,
        not_picked_up=clocks,
    )


def _mine() -> Any:
    return Member.objects.filter(person_id=a_number("person_id"), role="consultant", ended_at=None)


def _plans() -> Any:
    of_plan = Entry.objects.filter(plan=OuterRef("plan"))
    heard = of_plan.filter(kind__in=_ASKS_FOR_ME).exclude(by__role="consultant").order_by("-seq")
    newest = heard.exclude(told_until_answered())
    by_me = of_plan.filter(by__person_id=a_number("person_id")).exclude(kind="messages_read")  # which is no answer
    stirred = of_plan.exclude(kind__in=_STIRS_NOTHING).order_by("-seq")
    laid_aside = ScheduledMessage.objects.filter(member=OuterRef("pk"), former__isnull=False, removed_at=None)
    last_message = Message.objects.filter(plan=OuterRef("plan"), removed_at=None).order_by("-number")
    citizen = Member.objects.filter(plan=OuterRef("plan"), role="citizen", ended_at=None)
    told = _mine().annotate(
        citizen_member=Subquery(citizen.values("pk")[:1]),
        my_seq=Subquery(by_me.order_by("-seq").values("seq")[:1]),
        heard_at=Subquery(heard.values("at")[:1]),
        last_kind=Subquery(newest.values("kind")[:1]),
        last_seq=Subquery(newest.values("seq")[:1]),
        last_at=Subquery(newest.values("at")[:1]),
        last_step=Subquery(newest.values("step_id")[:1]),
        last_goal=Subquery(newest.values("goal_id")[:1]),
        message_by=Subquery(last_message.values("member__role")[:1]),
        message_at=Subquery(last_message.values("at")[:1]),
        comes_by=Subquery(_comes_by().values("starts_at")[:1]),
        comes_by_id=Subquery(_comes_by().values("pk")[:1]),
        stirred_at=Subquery(stirred.values("at")[:1]),
        laid_aside=Exists(laid_aside),
        **facts_of_aftercare(),
        **facts_of_offers(),
        **facts_of_unanswered(),
        **facts_of_belief(),
    )
    last_step_there = Exists(Step.objects.filter(pk=OuterRef("last_step"), removed_at=None))
    last_goal_there = Exists(Goal.objects.filter(pk=OuterRef("last_goal"), removed_at=None))
    there = told.annotate(last_step_there=last_step_there, last_goal_there=last_goal_there)
    return there.values_list(*_TOLD_OF_PLAN.values())


def _comes_by() -> Any:
    """The citizen has said that they come by without an appointment, from an hour ago until the end of tomorrow."""
    by_citizen = Meeting.objects.filter(plan=OuterRef("plan"), kind__code=WALK_IN, planned_by__role="citizen")
    ahead = by_citizen.filter(started_at=None, cancelled_at=None, starts_at__lt=a_moment("tomorrow_ends"))
    return ahead.filter(starts_at__gt=a_moment("lately")).order_by("starts_at")


def _open_steps() -> Any:
    mine = _mine().filter(plan=OuterRef("plan"))
    return Step.objects.filter(Exists(mine), removed_at=None, status__in=("agreed", "doing"))


# Where each of the facts stands, seen from the consultant's place.
_TOLD_OF_PLAN = {
    "plan_id": "plan_id",
    "opened_at": "plan__opened_at",
    "group_id": "plan__citizen__target_group_id",
    "member_id": "pk",
    "name": "plan__citizen__name",
    "born": "plan__citizen__born",
    "protected": "plan__protected",
    "target_group": "plan__citizen__target_group__name",
    "mine_since": "joined_at",
    "life_goal_since": "plan__life_goal_since",
    "citizen_id": "citizen_member",
    "my_seq": "my_seq",
    "heard_at": "heard_at",
    "last_kind": "last_kind",
    "last_seq": "last_seq",
    "last_at": "last_at",
    "last_step": "last_step",
    "last_goal": "last_goal",
    "message_by": "message_by",
    "message_at": "message_at",
    "comes_by": "comes_by",
    "comes_by_id": "comes_by_id",
    "stirred_at": "stirred_at",
    "laid_aside": "laid_aside",
    **{
        name: name
        for facts in (facts_of_aftercare, facts_of_offers, facts_of_unanswered, facts_of_belief)
        for name in facts()
    },
    "last_step_there": "last_step_there",
    "last_goal_there": "last_goal_there",
}
_PLANS = Prepared(_plans)
_OPEN_STEPS: Prepared[Step] = Prepared(_open_steps)
