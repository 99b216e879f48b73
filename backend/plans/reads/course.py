"""The course of a plan on one year line: who was the consultant, phases, meetings, and how the dream was reworded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby, pairwise

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.months import months_later
from backend.plans.access import Seat
from backend.plans.commands.course import FIRST
from backend.plans.models import LifeGoal, Meeting, Member, Phase, Plan, Role
from backend.plans.reads.follow_up import NOT_WITH_THE_CITIZEN
from backend.plans.reads.outcome import OutcomeView, read_outcomes


@dataclass(frozen=True, slots=True)
class PhaseView:
    """From `began` until the day `ended`, on which the next one began; the last one runs. `words`: why."""

    kind: str
    began: date
    ended: date | None
    words: str

    def lasted(self, today: date) -> tuple[int, int, int]:
        return lasting(self.began, self.ended or today)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something on the year line. `what`: the phase, or what came of it; `words`: a name, a dream, a reason.

    `count`: of meetings. `hours`: a week.
    """

    kind: str
    day: date
    what: str = ""
    words: str = ""
    count: int = 0
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """What happened in a year, the newest first."""

    year: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CourseView:
    """`phases`: the oldest first, of which the last runs. `years`: the newest first."""

    opened: date
    phases: tuple[PhaseView, ...]
    outcomes: tuple[OutcomeView, ...]
    years: tuple[Year, ...]

    @property
    def now(self) -> PhaseView:
        return self.phases[-1]


def read_course(seat: Seat) -> CourseView:
    """For citizen and consultant; six queries. Raises NotHere for everybody else."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    phases = read_phases(seat)
    opened = phases[0].began
    outcomes = read_outcomes(seat)
    facts = [Fact("opened", opened), *_consultants(seat), *_of_phases(phases), *_of_outcomes(outcomes)]
    return CourseView(opened, phases, outcomes, _by_year([*facts, *_meetings(seat), *_dreams(seat)]))


def read_phases(seat: Seat) -> tuple[PhaseView, ...]:
    """The oldest first, of which the last runs; two queries. Its callers have asked who sits here."""
    opened = clock.day_of(Plan.objects.values_list("opened_at", flat=True).get(pk=seat.plan_id))
    return phases_from(opened, Phase.objects.filter(plan_id=seat.plan_id).values_list("kind", "began", "words"))


def aftercare_began(plan_id: int) -> date | None:
    """The first day of aftercare, while it runs; one query."""
    last = Phase.objects.filter(plan_id=plan_id).order_by("-began").first()
    return last.began if last and last.kind == Phase.Kind.AFTERCARE else None


def phases_from(opened: date, rows: Iterable[tuple[str, date, str]]) -> tuple[PhaseView, ...]:
    """Of the rows by day, each until the next; before the first, the two got to know each other."""
    said = list(rows)
    begins = said if said and said[0][1] <= opened else [(FIRST, opened, ""), *said]
    ended = [PhaseView(kind, began, after, words) for (kind, began, words), (_, after, _) in pairwise(begins)]
    kind, began, words = begins[-1]
    return (*ended, PhaseView(kind, began, None, words))


def lasting(began: date, ended: date) -> tuple[int, int, int]:
    """Whole years, whole months and days from one day to another. From the last of a month, the last of the next."""
    months = (ended.year - began.year) * 12 + ended.month - began.month
    while months and months_later(began, months) > ended:
        months -= 1
    return months // 12, months % 12, (ended - months_later(began, months)).days


def _consultants(seat: Seat) -> Iterator[Fact]:
    """Who came, and when; the one before left on that day."""
    rows = Member.objects.filter(plan_id=seat.plan_id, role=Role.CONSULTANT).order_by("joined_at")
    for name, joined in rows.values_list("person__name", "joined_at"):
        yield Fact("consultant", clock.day_of(joined), words=name)


def _of_phases(phases: Sequence[PhaseView]) -> Iterator[Fact]:
    return (Fact("phase", one.began, what=one.kind, words=one.words) for one in phases)


def _of_outcomes(outcomes: Sequence[OutcomeView]) -> Iterator[Fact]:
    """Its first day and its last; nothing that is ahead."""
    for one in outcomes:
        if not one.is_ahead:
            yield Fact("outcome", one.began, what=one.called, words=one.words, hours=one.hours)
        if one.until is not None and one.until <= clock.today():
            yield Fact("outcome_ended", one.until, what=one.called)


def _meetings(seat: Seat) -> Iterator[Fact]:
    """How often they met in a month, on the day of its last; without the citizen there is no meeting."""
    held = Meeting.objects.filter(plan_id=seat.plan_id, started_at__isnull=False, cancelled_at=None)
    begun = held.exclude(kind__code=NOT_WITH_THE_CITIZEN).order_by("started_at").values_list("started_at", flat=True)
    for _month, days in groupby(map(_day, begun), key=lambda day: (day.year, day.month)):
        of_month = list(days)
        yield Fact("met", of_month[-1], count=len(of_month))


def _day(moment: datetime | None) -> date:
    assert moment is not None
    return clock.day_of(moment)


def _dreams(seat: Seat) -> Iterator[Fact]:
    rows = LifeGoal.objects.filter(plan_id=seat.plan_id).order_by("pk").values_list("words", "at")
    for turn, (words, at) in enumerate(rows):
        yield Fact("dream_again" if turn else "dream", clock.day_of(at), words=words)


def _by_year(facts: Iterable[Fact]) -> tuple[Year, ...]:
    """Of one day, what is told last in `read_course` stands on top."""
    ordered = sorted(facts, key=lambda fact: fact.day)[::-1]
    return tuple(Year(year, tuple(those)) for year, those in groupby(ordered, key=lambda fact: fact.day.year))
