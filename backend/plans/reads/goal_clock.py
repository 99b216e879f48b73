"""The clock of a changed goal: from a dream written anew, or a step not reached, to seen, to a plan that followed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.prepared import Prepared, a_moment, a_number
from backend.plans.access import BROAD, Seat
from backend.plans.models import Entry, LifeGoal, Member, Plan, Role, Step, Visit
from backend.plans.reads.step_clock import DROPPED, Unreached, read_unreached

SHOWN = timedelta(days=180)
VERSIONS = 12
LIFE_GOAL = "life_goal"
_SHOW_THE_DREAM = ("plan", "life_goal", "screen", "meeting")  # pages, as a visit calls them
_SHOW_STEPS = (*_SHOW_THE_DREAM, "step", "goal", "who", "who_by_day")
_FOLLOWS = (
    "goal_added", "goal_reworded", "goal_area_set", "goal_moved", "goal_reached", "goal_reopened", "goal_removed",
    "goal_restored", "step_added", "step_noted", "step_reworded", "step_hung", "step_assigned", "step_due_set",
    "step_removed", "step_restored",
)  # fmt: skip
_LIVED = ("doing", "done")  # a card that comes here is the plan being lived, not changed


@dataclass(frozen=True, slots=True)
class GoalClock:
    """One change and what became of it, in Danish calendar days; `what`: life_goal, step_dropped, step_overdue.

    `title`: the step's. `is_first`: the dream was written for the first time. `seen`: the consultant's first look;
    `followed`: the next change of goals and steps by citizen or consultant, or of the step's own day by whoever; or
    when it was finished after all (`is_done`). None while it has not been.
    """

    what: str
    on: date
    seen: date | None
    followed: date | None
    step_id: UUID | None = None
    title: str = ""
    is_first: bool = False
    is_done: bool = False

    @property
    def seen_after(self) -> int | None:
        """In whole days; 0 is the same day."""
        return days_from(self.on, self.seen)

    @property
    def followed_after(self) -> int | None:
        return days_from(self.on, self.followed)

    @property
    def waited(self) -> int:
        """Until today."""
        return (clock.today() - self.on).days


def days_from(day: date, later: date | None) -> int | None:
    """Calendar days between, whatever the hours of a day were."""
    return (later - day).days if later else None


def read_goal_clocks(seat: Seat) -> tuple[GoalClock, ...]:
    """Of one plan, newest first; five queries at most. Raises NotHere for all but citizen and consultant."""
    if not seat.is_broad:
        raise NotHere
    began = [*_of_dreams(seat.plan_id), *_of_steps(seat.plan_id)]
    if not began:
        return ()
    followed = list(_follows(seat.plan_id).filter(at__gt=min(one.at for one in began)).values_list("at", flat=True))
    followed.sort()
    # Whoever opens it is the one it waits for.
    looks_now = clock.now() if seat.role == Role.CONSULTANT and not seat.is_borrowed else None
    return tuple(
        _clock(one, one.seen or looks_now, _next(followed, one.at))
        for one in sorted(began, key=lambda one: one.at, reverse=True)
    )


def read_not_picked_up(person_id: int) -> dict[int, tuple[GoalClock, ...]]:
    """Of each plan of this consultant the dream that was written anew and the steps that were given up without the plan
    having followed, oldest first; two queries, however many plans.

    `seen` says whether the consultant has looked since. After half a year nobody is reminded any more.
    """
    since = clock.now() - SHOWN
    followed: dict[int, datetime | None] = {}
    began: list[_Began] = []
    for plan_id, dreamt, last_followed, seen in _DREAMS_OF.all(person_id=person_id):
        followed[plan_id] = last_followed
        began += [_Began(plan_id, LIFE_GOAL, dreamt, clock.day_of(dreamt), seen)] if dreamt else []
    dropped = (_dropped(*row) for row in _DROPPED_OF.all(person_id=person_id, since=since))
    found: dict[int, list[GoalClock]] = {plan_id: [] for plan_id in followed}
    for one in sorted([*began, *dropped], key=lambda one: one.at):
        last = followed[one.plan_id]
        if one.at > since and (last is None or last <= one.at):
            found[one.plan_id].append(_clock(one, one.seen, None))
    return {plan_id: tuple(clocks) for plan_id, clocks in found.items()}


@dataclass(frozen=True, slots=True)
class _Began:
    """A clock that has been started; `at` is when, `on` the day that is told."""

    plan_id: int
    what: str
    at: datetime
    on: date
    seen: datetime | None
    step_id: UUID | None = None
    title: str = ""
    is_first: bool = False
    over: datetime | None = None
    is_done_late: bool = False


def _clock(one: _Began, seen: datetime | None, followed: datetime | None) -> GoalClock:
    is_over_first = one.over is not None and (followed is None or one.over < followed)
    followed = one.over if is_over_first else followed
    return GoalClock(
        what=one.what,
        on=one.on,
        seen=clock.day_of(seen) if seen else None,
        followed=clock.day_of(followed) if followed else None,
        step_id=one.step_id,
        title=one.title,
        is_first=one.is_first,
        is_done=is_over_first and one.is_done_late,
    )


def _next(moments: Sequence[datetime], after: datetime) -> datetime | None:
    """The first that is later; `moments` in order."""
    at = bisect_right(moments, after)
    return moments[at] if at < len(moments) else None


def _of_dreams(plan_id: int) -> Iterable[_Began]:
    versions = LifeGoal.objects.filter(plan_id=plan_id).annotate(seen=_first_look(_SHOW_THE_DREAM, "plan", "at"))
    rows = list(versions.order_by("-pk").values_list("at", "seen")[: VERSIONS + 1])
    for number, (at, seen) in enumerate(rows[:VERSIONS], start=1):
        yield _Began(plan_id, LIFE_GOAL, at, clock.day_of(at), seen, is_first=number == len(rows))


def _of_steps(plan_id: int) -> list[_Began]:
    found = read_unreached(plan_id, SHOWN)
    if not found:
        return []
    looks = _looks(Q(plan_id=plan_id), _SHOW_STEPS).filter(at__gt=min(one.at for one in found))
    at = list(looks.order_by("at").values_list("at", flat=True))
    return [_of_step(plan_id, one, _next(at, one.at)) for one in found]


def _of_step(plan_id: int, one: Unreached, seen: datetime | None) -> _Began:
    return _Began(
        plan_id, one.what, one.at, one.on, seen, one.step_id, one.title, over=one.over, is_done_late=one.is_done
    )


def _dropped(plan_id: int, step_id: UUID, title: str, came: datetime, seen: datetime | None) -> _Began:
    return _Began(plan_id, DROPPED, came, clock.day_of(came), seen, step_id, title)


def _came_to_be_dropped(steps: QuerySet[Step], since: Any) -> Any:
    """Those of these steps that are not wanted any more, when they came there, and when that was seen."""
    came = Entry.objects.filter(step_id=OuterRef("pk"), kind="step_moved", facts__to="dropped")
    last = came.exclude(facts__from="dropped").order_by("-seq").values("at")[:1]
    there = steps.filter(status="dropped", removed_at=None).order_by().annotate(came=Subquery(last))
    seen = there.filter(came__gt=since).annotate(seen=_first_look(_SHOW_STEPS, "plan", "came"))
    return seen.values_list("plan_id", "pk", "title", "came", "seen")


def _first_look(pages: Sequence[str], plan: str, since: str) -> Subquery:
    """The consultant's first after the moment in the field `since`."""
    looks = _looks(Q(plan=OuterRef(plan)), pages).filter(at__gt=OuterRef(since))
    return Subquery(looks.order_by("at").values("at")[:1])


def _looks(plan: Q, pages: Sequence[str]) -> QuerySet[Visit]:
    return Visit.objects.filter(plan, role=Role.CONSULTANT, what__in=pages)


def _follows(plan: Any) -> QuerySet[Entry]:
    """What changes goals and steps, by the two whose plan it is."""
    moved = Q(kind="step_moved") & ~Q(facts__to__in=_LIVED)
    return Entry.objects.filter(Q(kind__in=_FOLLOWS) | moved, plan=plan, by__role__in=BROAD)


def _theirs(plan: str) -> Exists:
    """Whose plan this consultant has; `plan`: where its id stands."""
    return Exists(
        Member.objects.filter(plan=OuterRef(plan), person_id=a_number("person_id"), role=Role.CONSULTANT, ended_at=None)
    )


def _dreams_of() -> Any:
    last = _follows(OuterRef("pk")).order_by("-seq").values("at")[:1]
    seen = _first_look(_SHOW_THE_DREAM, "pk", "life_goal_since")
    plans = Plan.objects.filter(_theirs("pk")).annotate(last_followed=Subquery(last), seen=seen)
    return plans.order_by().values_list("pk", "life_goal_since", "last_followed", "seen")


_DREAMS_OF = Prepared(_dreams_of)
_DROPPED_OF = Prepared(lambda: _came_to_be_dropped(Step.objects.filter(_theirs("plan")), a_moment("since")))
