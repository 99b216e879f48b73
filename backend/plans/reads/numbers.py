"""Numbers without names, for leader and administrator."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, QuerySet

from backend.common import clock
from backend.plans.models import Member, Step

FEWEST = 5  # a smaller number could point at somebody
MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class TeamNumbers:
    """One team's counts; None where the number is under five and so held back."""

    team: str
    citizens: int | None
    steps_done: int | None
    agreements: int | None


def read_numbers() -> tuple[TeamNumbers, ...]:
    """Citizens, steps done in the last 30 days and open agreements of each team, small numbers held back."""
    of_team = "person__team__name"
    places = Member.objects.filter(role="consultant", ended_at=None).exclude(person__team=None)
    citizens = dict(places.values_list(of_team).annotate(n=Count("plan")))
    by_plan = dict(places.values_list("plan_id", of_team))
    steps = Step.objects.filter(removed_at=None, plan_id__in=by_plan).order_by()
    done = steps.filter(status="done", done_at__gte=clock.now() - MONTH)
    agreed = steps.filter(Q(status="agreed") | Q(status="doing"), responsible__isnull=False, due__isnull=False)
    return tuple(
        TeamNumbers(
            team=team,
            citizens=_shown(many),
            steps_done=_shown(_sum(done, by_plan, team)),
            agreements=_shown(_sum(agreed, by_plan, team)),
        )
        for team, many in sorted(citizens.items())
    )


def read_caseload_sizes() -> dict[int, int]:
    """How many citizens each consultant has, by person id. No plan content."""
    places = Member.objects.filter(role="consultant", ended_at=None)
    return dict(places.values_list("person_id").annotate(n=Count("plan")))


def _sum(steps: QuerySet[Step], by_plan: dict[int, str], team: str) -> int:
    plans = [plan for plan, name in by_plan.items() if name == team]
    return int(steps.filter(plan_id__in=plans).count())


def _shown(many: int) -> int | None:
    return many if many >= FEWEST else None
