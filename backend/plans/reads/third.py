"""Meetings of all three when the consultant changes: who may be the third, and which of them that one may know of."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from backend.people.reads.teams import read_consultants
from backend.plans.access import Seat
from backend.plans.models import Entry, Meeting, Member


@dataclass(frozen=True, slots=True)
class Third:
    """Somebody who may be asked; `was_here`: they were the consultant until the present one came."""

    person_id: int
    name: str
    was_here: bool


def read_thirds(seat: Seat) -> tuple[Third, ...]:
    """Consultant: every colleague; citizen: the consultant before. Nobody for others. Two queries."""
    if not seat.is_broad:
        return ()
    places = Member.objects.filter(plan_id=seat.plan_id, role="consultant")
    former = places.filter(ended_at__isnull=False).order_by("-ended_at").values_list("person_id", flat=True).first()
    here = set(places.filter(ended_at=None).values_list("person_id", flat=True))
    everyone = [
        Third(one.person_id, one.name, one.person_id == former)
        for one in read_consultants()
        if one.person_id not in here
    ]
    return tuple(one for one in everyone if seat.role == "consultant" or one.was_here)


def comes_as_third(person_id: int, meeting_id: UUID) -> bool:
    """Is this meeting, on or called off, one that this consultant is to come to?"""
    return _with_third().filter(pk=meeting_id, third_id=person_id).exists()


def thirds_between(since: datetime, before: datetime) -> list[tuple[int, int, UUID]]:
    """(person, plan, meeting) of those that begin between these moments; none while the address is protected, since the
    hour is not the third's to know then. Two queries."""
    ahead = _with_third().filter(cancelled_at=None, started_at=None, plan__protected=False)
    rows = ahead.filter(starts_at__gte=since, starts_at__lt=before).values_list("third_id", "plan_id", "pk")
    found = list(rows.order_by("starts_at"))
    plans = {plan_id for _person, plan_id, _meeting in found}
    seated = Member.objects.filter(plan__in=plans, ended_at=None).values_list("person_id", "plan_id") if plans else ()
    return [row for row in found if row[:2] not in set(seated)]


def _with_third() -> QuerySet[Meeting]:
    """Whose third is a consultant still."""
    return Meeting.objects.filter(third__is_active=True, third__staff_role="consultant")


def thirds_told(plan_id: int, first: int, last: int, kinds: Collection[str]) -> list[tuple[int, int, UUID]]:
    """(person, number, meeting) of what these numbers tell of such a meeting; whoever has a place is told there."""
    meetings = dict(Meeting.objects.filter(plan_id=plan_id, third__isnull=False).values_list("pk", "third_id"))
    if not meetings:
        return []
    seated = set(Member.objects.filter(plan_id=plan_id, ended_at=None).values_list("person_id", flat=True))
    told = Entry.objects.filter(plan_id=plan_id, seq__range=(first, last), kind__in=kinds, meeting_id__in=meetings)
    rows = told.order_by("seq").values_list("seq", "meeting_id")
    return [(meetings[one], seq, one) for seq, one in rows if one and meetings[one] not in seated]
