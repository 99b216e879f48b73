"""Measurements as one seat may see them: what is asked, what was answered, and when it is time again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import get_language

from backend.common import clock
from backend.common.months import months_later
from backend.people.models import Indicator, IndicatorSet, Wording
from backend.people.models.setting import holding_today
from backend.plans import access, protection, sight
from backend.plans.access import BROAD, Seat
from backend.plans.commands.measurement import ONE_ROUND
from backend.plans.models import Measurement, ProgressArea, Role
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.share import ShareView, shares_by_thing


@dataclass(frozen=True, slots=True)
class AskedView:
    """What a question said, where that is not what it says now; `low`, `high`: if its scale had other ends."""

    words: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class PointView:
    """One answer. `wanted`: of a goal, where the citizen wants to be. `seq`: its number, for who may answer again.

    `asked`: when the question has been put in other words since.
    """

    day: date
    score: int | None
    wanted: int | None
    words: str
    seq: int
    asked: AskedView | None = None


@dataclass(frozen=True, slots=True)
class LineView:
    """One question, or one goal, with its answers, the oldest first. `key`: its code, or the goal's id.

    `now`: the answer of this round, if there is one. `asks_me`: it is the reader's own to answer.
    """

    key: str
    is_goal: bool
    words: str
    low: str
    high: str
    asks_words: str
    by: str
    asks_me: bool
    points: tuple[PointView, ...]
    now: PointView | None = None


@dataclass(frozen=True, slots=True)
class MeasuredView:
    """One set. `area_id`: empty until something is answered. `due`: when it is time again; told to whoever is asked."""

    code: str
    name: str
    about: str
    area_id: UUID | None
    is_kept: bool
    lines: tuple[LineView, ...]
    due: date | None
    shares: tuple[ShareView, ...] = ()
    not_shared_with: tuple[Face, ...] = ()

    @property
    def answered(self) -> tuple[LineView, ...]:
        return tuple(line for line in self.lines if line.points)

    @property
    def asked(self) -> tuple[LineView, ...]:
        """What the reader is asked."""
        return tuple(line for line in self.lines if line.asks_me)

    @property
    def is_due(self) -> bool:
        return self.due is not None and self.due <= clock.today()

    @property
    def last(self) -> date | None:
        return max((line.points[-1].day for line in self.answered), default=None)


def read_measured(seat: Seat, table: Table | None = None) -> tuple[MeasuredView, ...]:
    """Every set in which this seat is asked something, or sees an answer; six queries at the most."""
    table = table or read_table(seat)
    areas = {one.indicator_set_id: one for one in _areas(seat)}
    answers = _answers(seat)
    sets = IndicatorSet.objects.filter(holding_today() | Q(pk__in=areas)).prefetch_related("indicators")
    shares = shares_by_thing(seat, table.faces, "progress_area") if seat.role == Role.CITIZEN and areas else {}
    found = (_measured(seat, one, areas.get(one.pk), answers, shares, table) for one in sets)
    return tuple(protection.for_seat(seat, one) for one in found if one.answered or one.asked)


def _areas(seat: Seat) -> Iterable[ProgressArea]:
    return ProgressArea.objects.filter(plan_id=seat.plan_id, indicator_set__isnull=False, removed_at=None)


def _answers(seat: Seat) -> Mapping[str, list[Measurement]]:
    """By indicator or goal, oldest first."""
    found: dict[str, list[Measurement]] = {}
    for row in sight.measurements_for(seat).select_related("indicator", "wording").order_by("day", "pk"):
        found.setdefault(str(row.indicator_id or row.goal_id), []).append(row)
    return found


def _measured(
    seat: Seat,
    one: IndicatorSet,
    area: ProgressArea | None,
    answers: Mapping[str, list[Measurement]],
    shares: Mapping[UUID, tuple[ShareView, ...]],
    table: Table,
) -> MeasuredView:
    lines = _of_goals(seat, one, answers) if one.of_goals else _of_indicators(seat, one, answers)
    last = max((line.points[-1].day for line in lines if line.asks_me and line.points), default=None)
    seen = shares.get(area.pk, ()) if area else ()
    is_citizens = seat.role == Role.CITIZEN and not seat.is_borrowed
    guests = tuple(face for face in table.active if face.role not in BROAD) if is_citizens and area else ()
    return MeasuredView(
        code=one.code,
        name=one.named(get_language() or ""),
        about=_in_language(one, "about"),
        area_id=area.pk if area and is_citizens else None,
        is_kept=area.is_kept if area and is_citizens else True,
        lines=lines,
        due=months_later(last, one.every_months) if last and seat.is_broad else None,
        shares=seen,
        not_shared_with=tuple(face for face in guests if face not in {share.face for share in seen}),
    )


def _of_indicators(seat: Seat, one: IndicatorSet, answers: Mapping[str, list[Measurement]]) -> tuple[LineView, ...]:
    lines = (_of_indicator(seat, each, answers.get(str(each.pk), ())) for each in one.indicators.all())
    return tuple(protection.for_seat(seat, line) for line in lines if line.asks_me or line.points)


def _of_indicator(seat: Seat, one: Indicator, rows: Sequence[Measurement]) -> LineView:
    return LineView(
        key=one.code,
        is_goal=False,
        words=_in_language(one, "words"),
        low=_in_language(one, "low"),
        high=_in_language(one, "high"),
        asks_words=_in_language(one, "asks_words"),
        by=one.asked,
        asks_me=one.asked == seat.role and not seat.is_borrowed,
        points=_points(seat, rows),
        now=_now(seat, rows),
    )


def _of_goals(seat: Seat, one: IndicatorSet, answers: Mapping[str, list[Measurement]]) -> tuple[LineView, ...]:
    asks, lines = seat.role == Role.CITIZEN and not seat.is_borrowed, []
    for goal in access.goals_for(seat):
        rows = answers.get(str(goal.pk), ())
        asks_me = asks and goal.reached_at is None
        if asks_me or rows:
            told = {"key": str(goal.pk), "is_goal": True, "words": goal.title, "asks_me": asks_me}
            empty = {"low": "", "high": "", "asks_words": "", "by": "citizen"}
            lines.append(LineView(**told, **empty, points=_points(seat, rows), now=_now(seat, rows)))  # type: ignore[arg-type]
    return tuple(protection.for_seat(seat, line) for line in lines)


def _points(seat: Seat, rows: Iterable[Measurement]) -> tuple[PointView, ...]:
    return tuple(_point(seat, row) for row in rows)


def _point(seat: Seat, row: Measurement) -> PointView:
    seq = row.seq if seat.is_broad else 0
    return protection.for_seat(seat, PointView(row.day, row.score, row.wanted, row.words, seq, _asked(seat, row)))


def _asked(seat: Seat, row: Measurement) -> AskedView | None:
    """In the reader's language: words that were put right in another are the same to them."""
    if row.wording is None or row.indicator is None or _says(row.wording) == _says(row.indicator):
        return None
    words, *ends, _asks = _says(row.wording)
    has_other_ends = tuple(ends) != _says(row.indicator)[1:3]
    return protection.for_seat(seat, AskedView(words, *(ends if has_other_ends else ("", ""))))


def _says(row: Indicator | Wording) -> tuple[str, ...]:
    return tuple(_in_language(row, name) for name in ("words", "low", "high", "asks_words"))


def _now(seat: Seat, rows: Sequence[Measurement]) -> PointView | None:
    """The newest, while its round lasts: another answer takes its place."""
    return _point(seat, rows[-1]) if rows and clock.today() - rows[-1].round < ONE_ROUND else None


def _in_language(row: IndicatorSet | Indicator | Wording, name: str) -> str:
    """Danish where we have not the reader's language."""
    return str(getattr(row, f"{name}_en" if get_language() == "en" else name))
