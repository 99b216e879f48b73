"""Months, as people count them."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the month's last day where it has no such day."""
    at = day.year * 12 + day.month - 1 + months
    year, month = at // 12, at % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month_of(day: date, later: int = 0) -> date:
    """The first day of its month, or of the one so many later."""
    return months_later(day.replace(day=1), later)


def months_until(month: date, last: date) -> Iterator[date]:
    """The first days of all months from this one to that of `last`, none left out."""
    while month <= last:
        yield month
        month = month_of(month, 1)
