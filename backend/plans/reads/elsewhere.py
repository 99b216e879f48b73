"""What a consultant is told of plans without a place of theirs: whom they gave on, and meetings they come to."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import BooleanField, CharField, DateTimeField, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_number
from backend.plans.models import Meeting, Member, ScheduledMessage

_TOLD = timedelta(days=14)  # how long a consultant is told whom they no longer have
GONE, THREE = "gone", "three"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A citizen who has another consultant now; what is told to the one who was it before.

    `is_unsent`: something that one had written to be sent later was not sent.
    """

    name: str
    to: str
    is_unsent: bool


@dataclass(frozen=True, slots=True)
class ThreeMeeting:
    """A meeting of all three: of whom, with whom, and when (None while the address is protected).

    Never where, nor what it is about.
    """

    plan_id: int
    name: str
    consultant: str
    starts_at: datetime | None
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Given on within two weeks, the last first; meetings from today on, the soonest first."""

    handed_over: tuple[HandedOver, ...]
    three: tuple[ThreeMeeting, ...]


def read_elsewhere(person_id: int) -> Elsewhere:
    """One query."""
    now = clock.now()
    midnight = datetime.combine(clock.day_of(now), time(), tzinfo=clock.COPENHAGEN)
    rows = _ELSEWHERE.all(person_id=person_id, since=now - _TOLD, midnight=midnight)
    gone = sorted((row for row in rows if row[0] == GONE), key=lambda row: row[4], reverse=True)
    three = sorted((row for row in rows if row[0] == THREE), key=lambda row: row[4])
    return Elsewhere(
        tuple(dict.fromkeys(HandedOver(name, to, bool(flag)) for _, _, name, to, _, flag, _ in gone)),
        tuple(
            ThreeMeeting(plan_id, name, to, None if protected else at, cancelled_at is not None)
            for _, plan_id, name, to, at, protected, cancelled_at in three
        ),
    )


def read_handed_over(person_id: int) -> tuple[HandedOver, ...]:
    """Of that the first half."""
    return read_elsewhere(person_id).handed_over


def _elsewhere() -> QuerySet[Any, Any]:
    """Rows of one shape: which, plan, citizen, consultant, moment, a flag (unsent, or protected), when called off."""
    rows: QuerySet[Any, Any] = _gone().union(_three(), all=True)
    return rows


def _consultant() -> Subquery:
    now_with = Member.objects.filter(plan=OuterRef("plan"), role="consultant", ended_at=None)
    return Subquery(now_with.values("person__name")[:1])


def _sits() -> Exists:
    return Exists(Member.objects.filter(plan=OuterRef("plan"), person_id=a_number("person_id"), ended_at=None))


def _gone() -> Any:
    unsent = Exists(ScheduledMessage.objects.filter(member=OuterRef("pk"), stopped_at__isnull=False))
    was_mine = Member.objects.filter(
        ~_sits(), person_id=a_number("person_id"), role="consultant", ended_at__gt=a_moment("since")
    )
    called_off = Cast(Value(None), DateTimeField())
    return _rows(was_mine, GONE, moment=F("ended_at"), flag=Cast(unsent, BooleanField()), called_off=called_off)


def _three() -> Any:
    ahead = Meeting.objects.filter(
        ~_sits(), third_id=a_number("person_id"), started_at=None, starts_at__gte=a_moment("midnight")
    )
    return _rows(ahead, THREE, moment=F("starts_at"), flag=F("plan__protected"), called_off=F("cancelled_at"))


def _rows(of: Any, which: str, **told: Any) -> Any:
    named = of.annotate(which=Cast(Value(which), CharField()), to=_consultant(), **told).order_by()
    return named.values_list("which", "plan_id", "plan__citizen__name", "to", "moment", "flag", "called_off")


_ELSEWHERE = Prepared(_elsewhere)
