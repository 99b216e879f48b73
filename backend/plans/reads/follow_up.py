"""By when the next meeting must be held: by the rules of contact, and by what the two have agreed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.models import ContactRule
from backend.people.models.setting import holding_today
from backend.plans.access import Seat
from backend.plans.models import Meeting, Plan, Rhythm

NOT_WITH_THE_CITIZEN = "case_discussion"
_SEEN_AHEAD = timedelta(days=7)


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
    plans = list(Plan.objects.filter(pk__in=plan_ids).select_related("citizen"))
    groups = {plan.citizen.target_group_id for plan in plans} - {None}
    rules = list(_rules(groups)) if groups else []
    rhythms = dict(Rhythm.objects.filter(plan__in=plan_ids, days__gt=0).values_list("plan", "days"))
    met = _met(plan_ids) if rules or rhythms else {}
    found: dict[int, tuple[FollowUp, ...]] = {}
    for plan in plans:
        of_plan = met.get(plan.pk, {})
        own = [_by_rule(rule, plan, of_plan) for rule in rules if rule.target_group_id == plan.citizen.target_group_id]
        own += [_by_rhythm(rhythms[plan.pk], plan, of_plan)] if plan.pk in rhythms else []
        found[plan.pk] = tuple(sorted(own, key=lambda one: (not one.is_missing, one.by, one.meeting)))
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


def _rules(groups: Iterable[int | None]) -> Iterable[ContactRule]:
    rules = ContactRule.objects.filter(holding_today(), target_group__in=groups).select_related("meeting_kind")
    return rules.filter(holding_today("target_group__"), holding_today("meeting_kind__"))


def _met(plan_ids: Sequence[int]) -> dict[int, dict[str, _Met]]:
    """By plan, and by the kind's code."""
    today, days = clock.today(), defaultdict[tuple[int, str], list[tuple[date, bool]]](list)
    there = Meeting.objects.filter(plan__in=plan_ids, cancelled_at=None).exclude(kind__code=NOT_WITH_THE_CITIZEN)
    for plan_id, code, starts_at, started_at in there.values_list("plan", "kind__code", "starts_at", "started_at"):
        days[plan_id, code].append((clock.day_of(started_at or starts_at), started_at is not None))
    met: dict[int, dict[str, _Met]] = defaultdict(dict)
    for (plan_id, code), of_kind in days.items():
        held = sorted((day for day, is_held in of_kind if is_held), reverse=True)
        met[plan_id][code] = _Met(
            held, min((day for day, is_held in of_kind if not is_held and day >= today), default=None)
        )
    return met


def _by_rule(rule: ContactRule, plan: Plan, met: dict[str, _Met]) -> FollowUp:
    of_kind = met.get(rule.meeting_kind.code, _Met())
    begins = max(rule.valid_from, clock.day_of(plan.opened_at))
    since = of_kind.held[rule.least - 1] if len(of_kind.held) >= rule.least else begins
    by = max(since, begins) + timedelta(days=rule.within_days)
    told = (rule.meeting_kind.name, rule.least, rule.within_days, rule.law)
    return FollowUp(*told, by=by, planned=of_kind.planned)


def _by_rhythm(days: int, plan: Plan, met: dict[str, _Met]) -> FollowUp:
    held = [one.held[0] for one in met.values() if one.held]
    planned = [one.planned for one in met.values() if one.planned]
    since = max(held, default=clock.day_of(plan.opened_at))
    by = since + timedelta(days=days)
    return FollowUp("", 1, days, "", by=by, planned=min(planned, default=None))
