"""Small steps over time: for each area a bar a month, and above them a line of the citizen's own figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.plans.reads.progress_areas import AreaOverTime, MonthView
from citizen_app.curves import FLOOR, HEIGHT, WIDTH, Dot, dot, line_through, x_of
from citizen_app.day_words import month_in_words

BARS, LOWEST_BAR = 28, 3  # the height of the month with the most, and of one with a single step
FOOT = HEIGHT + BARS  # where the bars stand


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month as the table tells it."""

    month: str
    steps: int
    score: str


@dataclass(frozen=True, slots=True)
class ProgressCurve:
    """One area. `told`: the same in words, for whoever does not see it. `line`, `floor`: if it has figures."""

    area: AreaOverTime
    told: str
    bars: str
    line: str
    floor: str
    dots: tuple[Dot, ...]
    rows: tuple[MonthRow, ...]
    steps: int
    box: str


def curves_of(areas: Sequence[AreaOverTime]) -> list[ProgressCurve]:
    """One for each area."""
    return [_curve(area) for area in areas]


def _curve(area: AreaOverTime) -> ProgressCurve:
    months = area.months
    dots = tuple(dot(at, len(months), one.score) for at, one in enumerate(months) if one.score is not None)
    top = 0 if dots else HEIGHT - 4  # without figures there is nothing above the bars
    return ProgressCurve(
        area=area,
        told=_told(months),
        bars=_bars(months),
        line=line_through(dots),
        floor=FLOOR if dots else "",
        dots=dots,
        rows=tuple(MonthRow(month_in_words(one.month), one.steps, said(one.score)) for one in reversed(months)),
        steps=sum(one.steps for one in months),
        box=f"0 {top} {WIDTH} {FOOT + 4 - top}",
    )


def _bars(months: Sequence[MonthView]) -> str:
    """One path: a stroke upwards for each month with any."""
    most = max(one.steps for one in months)
    heights = [max(LOWEST_BAR, round(BARS * one.steps / most)) if one.steps else 0 for one in months]
    return "".join(f"M{x_of(at, len(months)):.1f} {FOOT}v-{high}" for at, high in enumerate(heights) if high)


def said(score: float | None) -> str:
    """6,5 in Danish, 6 when it is whole."""
    if score is None:
        return ""
    return number_format(score, 0 if round(score, 1) == round(score) else 1)


def _told(months: Sequence[MonthView]) -> str:
    steps = sum(one.steps for one in months)
    counted = ngettext("%(n)s lille skridt", "%(n)s små skridt", steps) % {"n": steps}
    told = _("%(counted)s siden %(month)s.") % {"counted": counted, "month": month_in_words(months[0].month)}
    scores = [one.score for one in months if one.score is not None]
    if len(scores) < 2:
        return told
    first, last = said(scores[0]), said(scores[-1])
    is_same = _("Tallet er %(last)s nu, som da det begyndte.") % {"last": last}
    went = _("Tallet gik fra %(first)s til %(last)s.") % {"first": first, "last": last}
    return f"{told} {is_same if first == last else went}"
