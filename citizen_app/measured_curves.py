"""A measured question over time: then and now in words, a line by the days, and the same as rows of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from backend.common import clock
from backend.plans.reads.measured import LineView, PointView
from citizen_app.curves import EDGE, FLOOR, WIDTH, Dot, dot, line_through, y_of
from citizen_app.day_words import day_in_words

MOST = 24  # answers drawn, the newest; all of them stand in the table


@dataclass(frozen=True, slots=True)
class Row:
    """An answer as the table tells it."""

    day: str
    point: PointView


@dataclass(frozen=True, slots=True)
class Curve:
    """One question. `then` is empty when there is one answer; `told`: all in a sentence; `wanted`: a dashed line."""

    line: LineView
    then: Row | None
    now: Row
    told: str
    path: str
    wanted: str
    floor: str
    dots: tuple[Dot, ...]
    rows: tuple[Row, ...]


def curves_of(lines: Iterable[LineView]) -> list[Curve]:
    """One for each that has an answer."""
    return [_curve(line) for line in lines if line.points]


def _curve(line: LineView) -> Curve:
    dots = _dots([point for point in line.points if point.score is not None][-MOST:])
    rows = tuple(_row(point) for point in line.points)
    wanted, then = line.points[-1].wanted, rows[0] if len(rows) > 1 else None
    return Curve(
        line=line,
        then=then,
        now=rows[-1],
        told=_told(rows),
        path=line_through(dots),
        wanted=f"M{EDGE} {y_of(wanted)}H{WIDTH - EDGE}" if wanted is not None else "",
        floor=FLOOR,
        dots=dots if len(dots) > 1 else (),
        rows=rows[::-1],
    )


def _dots(points: list[PointView]) -> tuple[Dot, ...]:
    """Each where its day is between the first and the last."""
    if not points:
        return ()
    days = [(point.day - points[0].day).days for point in points]
    scored = [(day, point.score) for day, point in zip(days, points, strict=True) if point.score is not None]
    return tuple(dot(day, days[-1] + 1, score) for day, score in scored)


def _row(point: PointView) -> Row:
    return Row(day_in_words(point.day, today=clock.today()), point)


def _told(rows: Sequence[Row]) -> str:
    """The first figure and the last, whatever was said in words alone before, between and after them."""
    scored = [row.point for row in rows if row.point.score is not None]
    if len(scored) < 2:
        return ""
    then, now = scored[0], scored[-1]
    said = {"first": then.score, "last": now.score, "since": _since(then.day)}
    if now is not rows[-1].point:
        return f"{said['since']}: {said['first']}. {_since(now.day)}: {said['last']}."
    if now.score == then.score:
        return _("%(since)s: %(first)s. Det er det samme nu.") % said
    return _("%(since)s: %(first)s. Nu: %(last)s.") % said


def _since(day: date) -> str:
    words = day_in_words(day, today=clock.today())
    return words[:1].upper() + words[1:]
