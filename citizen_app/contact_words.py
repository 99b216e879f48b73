"""How often two meet, and by when they must next, as sentences."""

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.common import clock
from backend.plans.reads.follow_up import FollowUp
from citizen_app.day_words import date_in_words, day_in_words

_WEEK = 7
_NAMED = 6  # days ahead that have a name of their own


def how_often(rule: FollowUp) -> str:
    """Opfølgning: mindst 1 gang på 4 uger."""
    weeks, days = divmod(rule.within_days, _WEEK)
    times = ngettext("mindst %(n)d gang", "mindst %(n)d gange", rule.least) % {"n": rule.least}
    span = (
        ngettext("%(n)d dag", "%(n)d dage", rule.within_days) % {"n": rule.within_days}
        if days or not weeks
        else ngettext("%(n)d uge", "%(n)d uger", weeks) % {"n": weeks}
    )
    return _("%(meeting)s: %(times)s på %(span)s") % {"meeting": rule.meeting, "times": times, "span": span}


def every(days: int) -> str:
    """Hver 2. uge; without a rhythm, as it falls out."""
    if not days:
        return _("Når det passer jer")
    weeks = days // _WEEK
    return _("Hver uge") if weeks == 1 else _("Hver %(weeks)d. uge") % {"weeks": weeks}


def due(one: FollowUp) -> str:
    """Næste er på torsdag; else by when it must be, or should have been."""
    today = clock.today()
    if one.planned and not one.is_missing:
        return _("Næste er %(day)s.") % {"day": day_in_words(one.planned, today=today)}
    if one.is_late:
        return _("Det skulle være sket senest %(date)s.") % {"date": date_in_words(one.by)}
    return _("Næste skal være senest %(day)s.") % {"day": day_in_words(one.by, today=today)}


def missing(one: FollowUp) -> str:
    """Mangler opfølgning inden fredag."""
    meeting = one.meeting[:1].lower() + one.meeting[1:] if one.meeting else _("møde")
    return _("Mangler %(meeting)s %(when)s") % {"meeting": meeting, "when": _by(one)}


def _by(one: FollowUp) -> str:
    ahead = (one.by - clock.today()).days
    if ahead < 0:
        return _("siden %(date)s") % {"date": date_in_words(one.by)}
    if 1 < ahead <= _NAMED:
        return _("inden %(weekday)s") % {"weekday": WEEKDAYS[one.by.weekday()]}
    return _("senest %(day)s") % {"day": day_in_words(one.by, today=clock.today())}
