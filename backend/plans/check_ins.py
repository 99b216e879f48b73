"""On which days of aftercare the citizen is asked how it goes, and until when each may be answered."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.conf import settings

from backend.common.months import months_later

LAST_ROUND = timedelta(days=28)  # how long the last of them may be answered
ASKED_AGAIN = timedelta(days=3)
MISSED = timedelta(days=7)  # without an answer: the consultant is told, quietly


@dataclass(frozen=True, slots=True)
class Round:
    """From the day it is asked until the day before `until`."""

    due: date
    until: date


def rounds_from(began: date) -> tuple[Round, ...]:
    """Calendar days from the first of aftercare: no holiday moves them, and no clock. In order, each day once."""
    dues = sorted({_later(began, count, unit) for count, unit in settings.TAVLEN_CHECK_INS})
    return tuple(Round(due, until) for due, until in pairwise((*dues, dues[-1] + LAST_ROUND)))


def round_on(began: date, day: date) -> Round | None:
    """The one that may be answered on that day."""
    return next((one for one in rounds_from(began) if one.due <= day < one.until), None)


def _later(began: date, count: int, unit: str) -> date:
    return began + timedelta(weeks=count) if unit == "w" else months_later(began, count)
