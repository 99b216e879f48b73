"""The consultant's citizens, those who wait first, and why."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from backend.common import clock
from backend.plans.models import Entry, Meeting, Member, Message, Plan, ScheduledMessage, Step
from backend.plans.reads.follow_up import FollowUp, pressing, read_follow_ups
from backend.plans.reads.meeting import WALK_IN

_ASKS_FOR_ME = (
    "life_goal_written",
    "step_added",
    "step_moved",
    "voice_given",
    "remark_made",
    "step_noticed",
    "goal_added",
    "goal_reached",
    "strength_suggested",
    "consent_given",
    "consent_declined",
    "consent_withdrawn",
    "looked_in",
    "rhythm_said",
    "meeting_planned",
    "meeting_moved",
    "meeting_cancelled",
    "what_matters_said",
)
_TOLD = timedelta(days=14)  # how long a consultant is told whom they no longer have


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One citizen of the consultant. `why`: what waits or happened last ("" when all is quiet); `waits`: for me.

    `follow_up`: the promise of contact that is to be seen to within a week, or should have been.
    """

    plan_id: int
    name: str
    initials: str
    age: int | None
    protected: bool
    target_group: str
    why: str
    why_at: datetime | None
    waits: bool
    follow_up: FollowUp | None


def read_caseload(person_id: int) -> tuple[CaseloadRow, ...]:
    """Every plan where this person is the consultant, who waits longest first; five queries at most.

    Whoever waits for an answer comes before whoever a rule of contact asks for.
    """
    plans = list(_plans(person_id))
    follow_ups = read_follow_ups([plan.pk for plan in plans])
    rows = [_row(plan, pressing(follow_ups[plan.pk])) for plan in plans]
    return tuple(sorted(rows, key=_longest_first))


def _longest_first(row: CaseloadRow) -> tuple[bool, bool, datetime, str]:
    return not row.waits, row.why == "follow_up", row.why_at or clock.now(), row.name


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A citizen who has another consultant now; what is told to the one who was it before.

    `is_unsent`: something that one had written to be sent later was not sent.
    """

    name: str
    to: str
    is_unsent: bool


def read_handed_over(person_id: int) -> tuple[HandedOver, ...]:
    """Those whom this consultant has handed over within two weeks, the last first; one query."""
    now_with = Member.objects.filter(plan=OuterRef("plan"), role="consultant", ended_at=None)
    was_mine = Member.objects.filter(person_id=person_id, role="consultant", ended_at__gt=clock.now() - _TOLD)
    unsent = Exists(ScheduledMessage.objects.filter(member=OuterRef("pk"), stopped_at__isnull=False))
    gone = was_mine.annotate(to=Subquery(now_with.values("person__name")[:1]), unsent=unsent).exclude(
        Exists(now_with.filter(person_id=person_id))
    )
    rows = gone.order_by("-ended_at").values_list("plan__citizen__name", "to", "unsent")
    return tuple(HandedOver(*row) for row in dict.fromkeys(rows))


def _plans(person_id: int) -> QuerySet[Plan]:
    mine = Member.objects.filter(plan=OuterRef("pk"), person_id=person_id, role="consultant", ended_at=None)
    by_others = Entry.objects.filter(plan=OuterRef("pk"), kind__in=_ASKS_FOR_ME).exclude(by__role="consultant")
    newest = by_others.order_by("-seq")
    by_me = Entry.objects.filter(plan=OuterRef("pk"), by__person_id=person_id).order_by("-seq")
    by_me = by_me.exclude(kind="messages_read")  # which is no answer
    last_message = Message.objects.filter(plan=OuterRef("pk"), removed_at=None).order_by("-number")
    unowned = Q(steps__removed_at=None, steps__status="agreed") & (Q(steps__responsible=None) | Q(steps__due=None))
    return (
        Plan.objects.filter(Exists(mine))
        .select_related("citizen__target_group")
        .annotate(
            mine_since=Subquery(mine.values("joined_at")[:1]),
            my_seq=Subquery(by_me.values("seq")[:1]),
            last_kind=Subquery(newest.values("kind")[:1]),
            last_seq=Subquery(newest.values("seq")[:1]),
            last_at=Subquery(newest.values("at")[:1]),
            unowned=Count("steps", filter=unowned),
            message_by=Subquery(last_message.values("member__role")[:1]),
            message_at=Subquery(last_message.values("at")[:1]),
            overdue=Exists(_overdue()),
            comes_by=Subquery(_comes_by().values("starts_at")[:1]),
        )
    )


def _overdue() -> QuerySet[Step]:
    """A promise of the consultant's own whose day has passed."""
    return Step.objects.filter(
        plan=OuterRef("pk"),
        responsible__role="consultant",
        responsible__ended_at=None,
        removed_at=None,
        status__in=["agreed", "doing"],
        due__lt=clock.today(),
    )


def _comes_by() -> QuerySet[Meeting]:
    """The citizen has said that they come by without an appointment, from an hour ago until the end of tomorrow."""
    until = datetime.combine(clock.today() + timedelta(days=2), time(), tzinfo=clock.COPENHAGEN)
    by_citizen = Meeting.objects.filter(plan=OuterRef("pk"), kind__code=WALK_IN, planned_by__role="citizen")
    ahead = by_citizen.filter(started_at=None, cancelled_at=None, starts_at__lt=until)
    return ahead.filter(starts_at__gt=clock.now() - timedelta(hours=1)).order_by("starts_at")


def _row(plan: Plan, follow_up: FollowUp | None) -> CaseloadRow:
    citizen = plan.citizen
    why, why_at, waits = _why(plan, follow_up)
    return CaseloadRow(
        plan_id=plan.pk,
        name=citizen.name,
        initials=citizen.initials,
        age=clock.today().year - citizen.born if citizen.born else None,
        protected=plan.protected,
        target_group=citizen.target_group.name if citizen.target_group else "",
        why=why,
        why_at=why_at,
        waits=waits,
        follow_up=follow_up,
    )


def _why(plan: Any, follow_up: FollowUp | None) -> tuple[str, datetime | None, bool]:
    """(what, since when, whether it waits for the consultant): the strongest reason first."""
    if plan.my_seq is None and plan.mine_since > plan.opened_at:
        return "taken_over", plan.mine_since, True
    if plan.comes_by:
        return "comes_by", plan.comes_by, True
    changed_since = plan.life_goal_since and plan.last_seq and plan.last_seq > (plan.my_seq or 0)
    if changed_since and plan.last_kind == "life_goal_written":
        return "life_goal_changed", plan.life_goal_since, True
    if plan.message_by == "citizen":
        return "message_written", plan.message_at, True
    if plan.overdue:
        return "own_promise_overdue", plan.last_at, True
    if follow_up:
        return "follow_up", datetime.combine(follow_up.by, time(), tzinfo=clock.COPENHAGEN), True
    if plan.last_seq and plan.last_seq > (plan.my_seq or 0):
        return plan.last_kind, plan.last_at, True
    if plan.unowned:
        return "agreement_without_owner", plan.last_at, False
    return ("quiet", plan.last_at, False) if plan.last_at else ("new", plan.opened_at, False)
