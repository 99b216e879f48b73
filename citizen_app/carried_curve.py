"""Who carried the steps, over time: a column a season, a line along what was done alone, and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.plans.reads.carried import SeasonView
from citizen_app.columns import BOX, FOOT, level, stacked
from citizen_app.curves import x_of

_NAMES = {
    12: gettext_lazy("vinteren %(year)s"),
    3: gettext_lazy("foråret %(year)s"),
    6: gettext_lazy("sommeren %(year)s"),
    9: gettext_lazy("efteråret %(year)s"),
}


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """A season as the table tells it."""

    season: str
    view: SeasonView


@dataclass(frozen=True, slots=True)
class CarriedCurve:
    """`told`: then and now in words. `alone`, `together`, `others`: parts of the columns; `line`: along the first."""

    told: str
    alone: str
    together: str
    others: str
    line: str
    dots: tuple[tuple[str, str], ...]
    rows: tuple[SeasonRow, ...]
    oldest: str
    newest: str
    box: str = BOX
    foot: str = FOOT


def curve_of(seasons: Sequence[SeasonView], name: str = "") -> CarriedCurve | None:
    """Nothing when nobody has said of any step who carried it. `name`: whose plan it is, unless it is the reader's."""
    if not seasons:
        return None
    full = [one.steps or 1 for one in seasons]
    alone, together, others = stacked([(one.alone, one.together, one.others) for one in seasons], full)
    dots = tuple(
        (f"{x_of(at, len(seasons)):.1f}", f"{level(one.alone, one.steps)}")
        for at, one in enumerate(seasons)
        if one.steps
    )
    line = "M" + "L".join(" ".join(dot) for dot in dots) if len(dots) > 1 else ""
    rows = tuple(SeasonRow(season_in_words(one.first), one) for one in reversed(seasons))
    return CarriedCurve(
        _told(seasons, name),
        alone,
        together,
        others,
        line,
        dots,
        rows,
        rows[-1].season,
        rows[0].season if rows[1:] else "",
    )


def season_in_words(first: date) -> str:
    """foråret 2026; a winter has two years."""
    year = f"{first.year}-{(first.year + 1) % 100:02d}" if first.month == 12 else f"{first.year}"
    return str(_NAMES[first.month] % {"year": year})


def _told(seasons: Sequence[SeasonView], name: str) -> str:
    """I foråret 2025 klarede du 3 af 8 skridt selv. Nu er det 7 af 9. Never better or worse."""
    there = [one for one in seasons if one.steps]
    first, last = there[0], there[-1]
    told = {"alone": first.alone, "steps": first.steps, "season": season_in_words(first.first), "name": name}
    if name:
        begun = _("I %(season)s klarede %(name)s %(alone)s af %(steps)s skridt selv.")
    else:
        begun = _("I %(season)s klarede du %(alone)s af %(steps)s skridt selv.")
    if first is last:
        return begun % told
    since = {"alone": last.alone, "steps": last.steps, "season": season_in_words(last.first)}
    is_now = last is seasons[-1]
    then = _("Nu er det %(alone)s af %(steps)s.") if is_now else _("I %(season)s var det %(alone)s af %(steps)s.")
    return f"{begun % told} {then % since}"
