"""For whoever follows the journal from outside: which plans there are, who sits where, and what is still there."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.common import clock
from backend.plans import access
from backend.plans.access import BROAD, Seat
from backend.plans.models import Attendance, Entry, Meeting, Member, Plan, Step
from backend.plans.models.member import may_sit
from backend.plans.models.share import still_counts
from backend.plans.open_meeting import open_meeting_at
from backend.plans.reads.meeting import meetings_for

TO_DO = ("wish", "agreed", "doing")


def plans_beside(followed: QuerySet[Any, int]) -> list[tuple[int, int, datetime]]:
    """(plan, its number, when it was opened) of those that are not among these."""
    return list(Plan.objects.exclude(pk__in=followed).values_list("pk", "head_seq", "opened_at"))


def head_of(plan_id: int) -> int:
    """The plan's newest number."""
    return int(Plan.objects.values_list("head_seq", flat=True).get(pk=plan_id))


def heads_of(plan_ids: Iterable[int]) -> dict[int, int]:
    """Of several, in one query."""
    return dict(Plan.objects.filter(pk__in=list(plan_ids)).values_list("pk", "head_seq"))


def seats_at(plan_id: int) -> list[Seat]:
    """Everybody who has a seat at this table now, each as `access.seat_for` would give it."""
    members = Member.objects.select_related("plan").filter(may_sit(), plan_id=plan_id)
    members = members.filter(still_counts(clock.today()), ended_at=None, paused_at=None)
    return [access.seat_of(member) for member in members]


def those_in_the_room(plan_id: int) -> set[UUID]:
    """The members who sit in this plan's meeting that is open now: the two, and whoever has said that they come."""
    meeting_id = open_meeting_at(plan_id)
    if meeting_id is None:
        return set()
    here = Q(role__in=BROAD) | Q(attendances__meeting=meeting_id, attendances__answer=Attendance.Answer.COMING)
    return set(Member.objects.filter(here, plan_id=plan_id, ended_at=None).values_list("pk", flat=True))


def plans_with_meetings(since: datetime, before: datetime) -> set[int]:
    """Where a meeting that has not begun is to begin between these moments."""
    planned = Meeting.objects.filter(cancelled_at=None, started_at=None, starts_at__gte=since, starts_at__lt=before)
    return set(planned.values_list("plan_id", flat=True))


def plans_with_steps_due(day: date) -> set[int]:
    """Where somebody is to do a step on that day."""
    due = Step.objects.filter(due=day, removed_at=None, status__in=TO_DO, responsible__isnull=False)
    return set(due.values_list("plan_id", flat=True))


def meetings_between(seat: Seat, since: datetime, before: datetime) -> list[UUID]:
    """Meetings this seat comes to that have not begun, soonest first; none where the hour is kept from it."""
    if seat.protected and not seat.is_broad:
        return []
    ahead = meetings_for(seat).filter(started_at=None, starts_at__gte=since, starts_at__lt=before)
    return list(ahead.order_by("starts_at").values_list("pk", flat=True))


def were_set_after(meetings: Iterable[UUID], moment: datetime) -> bool:
    """Was all of this planned or moved so late that whoever comes has just been told?"""
    ids = set(meetings)
    told = Entry.objects.filter(meeting_id__in=ids, kind__in=("meeting_planned", "meeting_moved"), at__gt=moment)
    return set(told.values_list("meeting_id", flat=True)) == ids


def my_steps_due(seat: Seat, day: date) -> list[UUID]:
    """Steps that whoever sits here is to do on that day."""
    due = access.steps_for(seat).filter(responsible_id=seat.member_id, due=day, status__in=TO_DO)
    return list(due.order_by("position").values_list("pk", flat=True)) if seat.member_id else []


def is_there(seat: Seat, noun: str, thing: UUID) -> bool:
    """May this seat see that step, goal or meeting now?"""
    seen = {"step": access.steps_for, "goal": access.goals_for, "meeting": meetings_for}[noun](seat)
    return bool(seen.filter(pk=thing).exists())
