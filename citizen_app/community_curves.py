"""Times of taking part, month by month: alone below, accompanied on top; and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.plans.reads.communities import CommunityView, TakenPart
from citizen_app.columns import BOX, FOOT, stacked
from citizen_app.day_words import month_in_words


@dataclass(frozen=True, slots=True)
class TakenPartRow:
    """A month as the table tells it."""

    month: str
    alone: int
    accompanied: int


@dataclass(frozen=True, slots=True)
class CommunityCurve:
    """`told`: all in a sentence; empty where nothing is seen, and then nothing is drawn."""

    community: CommunityView
    told: str = ""
    alone: str = ""
    accompanied: str = ""
    rows: tuple[TakenPartRow, ...] = ()
    box: str = BOX
    foot: str = FOOT


def curves_of(communities: Sequence[CommunityView]) -> list[CommunityCurve]:
    return [_curve(one) if one.months else CommunityCurve(one) for one in communities]


def _curve(one: CommunityView) -> CommunityCurve:
    months = one.months
    most = max(month.alone + month.accompanied for month in months)
    alone, accompanied = stacked([(month.alone, month.accompanied) for month in months], [most] * len(months))
    rows = tuple(TakenPartRow(month_in_words(each.month), each.alone, each.accompanied) for each in reversed(months))
    return CommunityCurve(one, _told(months), alone, accompanied, rows)


def _told(months: Sequence[TakenPart]) -> str:
    alone, accompanied = sum(one.alone for one in months), sum(one.accompanied for one in months)
    times = ngettext("Med %(n)s gang", "Med %(n)s gange", alone + accompanied) % {"n": alone + accompanied}
    told = {"times": times, "month": month_in_words(months[0].month), "alone": alone, "accompanied": accompanied}
    if not accompanied:
        return _("%(times)s siden %(month)s, alene.") % told
    if not alone:
        return _("%(times)s siden %(month)s, sammen med nogen.") % told
    return _("%(times)s siden %(month)s: %(alone)s alene, %(accompanied)s sammen med nogen.") % told
