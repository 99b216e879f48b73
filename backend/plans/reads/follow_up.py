"""By when the next meeting must be held: by the rules of contact, and by what the two have agreed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.prepared import Prepared, a_day, a_number
from backend.people.models import ContactRule
from backend.people.models.setting import holding
from backend.plans.access import Seat
from backend.plans.models import Meeting, Member, Plan, Rhythm

NOT_WITH_THE_CITIZEN = "case_discussion"
_SEEN_AHEAD = timedelta(days=7)

_Told = tuple[int, str, datetime, datetime | None]  # of a meeting: plan, kind, when it was to begin, when it began


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One promise of contact: at least `least` meetings within `within_days`, counted from each day backwards.

    `meeting` is the kind's name, empty for the rhythm agreed between the two, which any kind keeps. `by`: the last day
    on which the next one is in time. `planned`: when one is set.
    """

    meeting: str
    least: int
    within_days: int
    law: str
    by: date
    planned: date | None

    @property
    def is_missing(self) -> bool:
        """Nothing is set that would keep it."""
        return self.planned is None or self.planned > self.by

    @property
    def is_late(self) -> bool:
        return self.is_missing and self.by < clock.today()


@dataclass(frozen=True, slots=True)
class _Met:
    """The days of one plan's meetings of one kind: those held, newest first, and the next that is set."""

    held: Sequence[date] = ()
    planned: date | None = None


def read_follow_ups(plan_ids: Sequence[int]) -> dict[int, tuple[FollowUp, ...]]:
    """Of each of these plans every rule and rhythm that holds today, the most pressing first; four queries at most."""
    plans = Plan.objects.filter(pk__in=plan_ids).values_list(*_OF_PLAN)
    rhythms = Rhythm.objects.filter(plan__in=plan_ids, days__gt=0).values_list("plan", "days")
    return _found(list(plans), lambda: list(rhythms), lambda: list(_meetings().filter(plan__in=plan_ids)))


def read_follow_ups_of(
    person_id: int, plans: Sequence[tuple[int, datetime, int | None]]
) -> dict[int, tuple[FollowUp, ...]]:
    """The same of every plan of this consultant (id, since when, its citizen's group), as statements made once."""
    return _found(
        plans,
        lambda: _RHYTHMS_OF.all(person_id=person_id),
        lambda: [row[:4] for row in MEETINGS_OF.all(person_id=person_id) if row[1] != NOT_WITH_THE_CITIZEN],
    )


def _found(
    plans: Sequence[tuple[int, datetime, int | None]],
    read_rhythms: Callable[[], Sequence[tuple[int, int]]],
    read_meetings: Callable[[], Sequence[_Told]],
) -> dict[int, tuple[FollowUp, ...]]:
    groups = {group for _plan, _opened_at, group in plans} - {None}
    rules = [rule for rule in _RULES.all(today=clock.today()) if rule.target_group_id in groups] if groups else []
    rhythms = dict(read_rhythms())
    met = _met(read_meetings()) if rules or rhythms else {}
    found: dict[int, tuple[FollowUp, ...]] = {}
    for plan_id, opened_at, group in plans:
        of_plan, opened = met.get(plan_id, {}), clock.day_of(opened_at)
        own = [_by_rule(rule, opened, of_plan) for rule in rules if rule.target_group_id == group]
        own += [_by_rhythm(rhythms[plan_id], opened, of_plan)] if plan_id in rhythms else []
        found[plan_id] = tuple(sorted(own, key=lambda one: (not one.is_missing, one.by, one.meeting)))
    return found


def follow_ups_of(seat: Seat) -> tuple[FollowUp, ...]:
    """Of one plan, for citizen and consultant. Raises NotHere for everybody else."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    return read_follow_ups([seat.plan_id])[seat.plan_id]


def pressing(follow_ups: Iterable[FollowUp]) -> FollowUp | None:
    """The one that is to be seen to within a week, or should have been."""
    soon = clock.today() + _SEEN_AHEAD
    return min((one for one in follow_ups if one.is_missing and one.by <= soon), key=attrgetter("by"), default=None)


def _met(there: Iterable[_Told]) -> dict[int, dict[str, _Met]]:
    """By plan, and by the kind's code."""
    today, days = clock.today(), defaultdict[tuple[int, str], list[tuple[date, bool]]](list)
    for plan_id, code, starts_at, started_at in there:
        days[plan_id, code].append((clock.day_of(started_at or starts_at), started_at is not None))
    met: dict[int, dict[str, _Met]] = defaultdict(dict)
    for (plan_id, code), of_kind in days.items():
        held = sorted((day for day, is_held in of_kind if is_held), reverse=True)
        met[plan_id][code] = _Met(
            held, min((day for day, is_held in of_kind if not is_held and day >= today), default=None)
        )
    return met


def _by_rule(rule: ContactRule, opened: date, met: dict[str, _Met]) -> FollowUp:
    of_kind = met.get(rule.meeting_kind.code, _Met())
    begins = max(rule.valid_from, opened)
    since = of_kind.held[rule.least - 1] if len(of_kind.held) >= rule.least else begins
    by = max(since, begins) + timedelta(days=rule.within_days)
    told = (rule.meeting_kind.name, rule.least, rule.within_days, rule.law)
    return FollowUp(*told, by=by, planned=of_kind.planned)


def _by_rhythm(days: int, opened: date, met: dict[str, _Met]) -> FollowUp:
    held = [one.held[0] for one in met.values() if one.held]
    planned = [one.planned for one in met.values() if one.planned]
    by = max(held, default=opened) + timedelta(days=days)
    return FollowUp("", 1, days, "", by=by, planned=min(planned, default=None))


def _meetings() -> QuerySet[Meeting, _Told]:
    there = Meeting.objects.filter(cancelled_at=None).exclude(kind__code=NOT_WITH_THE_CITIZEN).order_by()
    return there.values_list("plan", "kind__code", "starts_at", "started_at")


def _meetings_of() -> QuerySet[Meeting, Any]:
    """All of a consultant's plans that are not called off: what `_Told` says, and then id, kind and when it ended."""
    there = Meeting.objects.filter(_of(a_number("person_id")), cancelled_at=None).order_by("starts_at", "pk")
    return there.values_list("plan", "kind__code", "starts_at", "started_at", "pk", "kind__name", "ended_at")


def _of(person_id: Any) -> Exists:
    """Of what belongs to a plan: this person is its consultant."""
    return Exists(
        Member.objects.filter(plan=OuterRef("plan"), person_id=person_id, role="consultant", ended_at=None).values("pk")
    )


def _holding_rules() -> QuerySet[ContactRule]:
    today = a_day("today")
    rules = ContactRule.objects.filter(
        holding(today), holding(today, "target_group__"), holding(today, "meeting_kind__")
    )
    return rules.select_related("meeting_kind")


_OF_PLAN = ("pk", "opened_at", "citizen__target_group")
_RULES: Prepared[ContactRule] = Prepared(_holding_rules)
_RHYTHMS_OF = Prepared(
    lambda: Rhythm.objects.filter(_of(a_number("person_id")), days__gt=0).values_list("plan", "days")
)
MEETINGS_OF = Prepared(_meetings_of)
