"""Days and moments in words a tired person understands: i dag, på torsdag, uge 50, for 3 dage siden."""

from datetime import date, datetime

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext, ngettext

from backend.common import clock

A_FORTNIGHT = 14
HALF_A_YEAR = 182
_NO_BREAK = "\u00a0"


def day_in_words(day: date, *, today: date) -> str:
    """A day as one would say it at a table: near days by name, far days by date and week number."""
    ahead = (day - today).days
    near = _near_day(day, ahead)
    if near:
        return near
    if ahead < 0:
        return _days_ago(day, -ahead, today)
    if ahead < A_FORTNIGHT:
        return gettext("%(weekday)s %(date)s") % {"weekday": WEEKDAYS[day.weekday()], "date": date_in_words(day)}
    if ahead < HALF_A_YEAR:
        return gettext("%(date)s, uge %(week)d") % {"date": date_in_words(day), "week": day.isocalendar().week}
    return _date_and_year(day)


def date_in_words(day: date) -> str:
    """3. december, never broken in two."""
    return (gettext("%(day)d. %(month)s") % {"day": day.day, "month": MONTHS[day.month]}).replace(" ", _NO_BREAK)


def month_in_words(day: date) -> str:
    """december 2026."""
    return gettext("%(month)s %(year)d") % {"month": MONTHS[day.month], "year": day.year}


def moment_in_words(moment: datetime, *, today: date) -> str:
    """When something was said: with the time of day while it is fresh, as a day later on."""
    local = moment.astimezone(clock.COPENHAGEN)
    day = day_in_words(local.date(), today=today)
    if (today - local.date()).days > 1:
        return day
    return gettext("%(day)s kl. %(time)s") % {"day": day, "time": local.strftime(gettext("%H.%M"))}


def full_day(day: date) -> str:
    """torsdag den 3. december 2026: with nothing left out."""
    words = {"weekday": WEEKDAYS[day.weekday()], "day": day.day, "month": MONTHS[day.month], "year": day.year}
    return gettext("%(weekday)s den %(day)d. %(month)s %(year)d") % words


def late_in_words(day: date, *, today: date) -> str:
    """A day that has passed, as one says it kindly: i går, tirsdag, 3. november."""
    ago = (today - day).days
    if ago < 7:
        return gettext("i går") if ago == 1 else str(WEEKDAYS[day.weekday()])
    return date_in_words(day) if day.year == today.year else _date_and_year(day)


def _near_day(day: date, ahead: int) -> str:
    if ahead == 0:
        return gettext("i dag")
    if ahead == 1:
        return gettext("i morgen")
    if ahead == -1:
        return gettext("i går")
    return gettext("på %(weekday)s") % {"weekday": WEEKDAYS[day.weekday()]} if 1 < ahead < 7 else ""


def _days_ago(day: date, ago: int, today: date) -> str:
    if ago < A_FORTNIGHT:
        return ngettext("for %(n)d dag siden", "for %(n)d dage siden", ago) % {"n": ago}
    if ago < 4 * A_FORTNIGHT:
        return ngettext("for %(n)d uge siden", "for %(n)d uger siden", ago // 7) % {"n": ago // 7}
    return date_in_words(day) if day.year == today.year else _date_and_year(day)


def _date_and_year(day: date) -> str:
    return gettext("%(date)s %(year)d") % {"date": date_in_words(day), "year": day.year}
