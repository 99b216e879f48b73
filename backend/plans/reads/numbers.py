"""Numbers without names, for leader and administrator."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from backend.common import clock
from backend.plans.models import Member, Step
from backend.plans.reads.card import AGREED_OR_DOING, has_own_yes

FEWEST = 5  # a smaller number could point at somebody
MONTH = timedelta(days=30)
_AGREEMENT = Q(responsible__isnull=False, due__isnull=False)

Shown = int | None  # None: held back


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of a team, or of all; None where it is held back."""

    citizens: Shown
    steps_done: Shown
    agreements: Shown


@dataclass(frozen=True, slots=True)
class TeamNumbers:
    """One team: how many work there, and its counts."""

    team: str
    consultants: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every team by name, and all of them together."""

    teams: tuple[TeamNumbers, ...]
    total: Counts


def read_numbers() -> Numbers:
    """Citizens, steps done in the last 30 days and open agreements of each team; three queries.

    A number under five is held back, and so is all that is counted of a team with fewer citizens than that. A total is
    held back with any of its parts: by subtraction it would tell them.
    """
    places = Member.objects.filter(role="consultant", ended_at=None).exclude(person__team=None)
    rows = list(places.values_list("plan_id", "person_id", "person__team__name"))
    team_of = {plan_id: team for plan_id, _, team in rows}
    steps = Step.objects.filter(removed_at=None, plan_id__in=team_of).order_by()
    done = _by_team(steps.filter(status="done", done_at__gte=clock.now() - MONTH), team_of)
    agreed = _agreed_by_team(steps, team_of)
    teams = []
    for team in sorted({team for _, _, team in rows}):
        citizens = sum(name == team for name in team_of.values())
        consultants = len({person_id for _, person_id, name in rows if name == team})
        teams.append(TeamNumbers(team, consultants, _counts(citizens, done.get(team, 0), agreed.get(team, 0))))
    return Numbers(tuple(teams), _total(team.counts for team in teams))


def read_caseload_sizes() -> dict[int, int]:
    """How many citizens each consultant has, by person id. No plan content."""
    places = Member.objects.filter(role="consultant", ended_at=None)
    return dict(places.values_list("person_id").annotate(n=Count("plan")))


def _by_team(steps: QuerySet[Step], team_of: Mapping[int, str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for plan_id, many in steps.values_list("plan_id").annotate(n=Count("pk")):
        found[team_of[plan_id]] += many
    return found


def _agreed_by_team(steps: QuerySet[Step], team_of: Mapping[int, str]) -> Counter[str]:
    """Only what the citizen has said yes to, as their own board counts it."""
    citizens = Member.objects.filter(plan=OuterRef("plan"), role="citizen", ended_at=None)
    asked = steps.filter(_AGREEMENT, status__in=AGREED_OR_DOING, accepted_at__isnull=False)
    rows = asked.values_list("plan_id", Subquery(citizens.values("pk")[:1]), "voices")
    return Counter(team_of[plan_id] for plan_id, citizen, voices in rows if has_own_yes(voices, citizen))


def _counts(citizens: int, steps_done: int, agreements: int) -> Counts:
    if citizens < FEWEST:
        return Counts(None, None, None)
    return Counts(citizens, *(many if many >= FEWEST else None for many in (steps_done, agreements)))


def _total(counts: Iterable[Counts]) -> Counts:
    columns = list(zip(*(astuple(one) for one in counts), strict=True)) or [(), (), ()]
    return Counts(*(None if None in column or not column else sum(column) for column in columns))
