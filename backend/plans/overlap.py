"""When two offers are one too many: the same goal in the same days. Said for things at hand, and for the database."""

from datetime import date
from itertools import combinations
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db.models import F, Q


class Span(Protocol):
    """Both days are with it, and either end may be open."""

    @property
    def began(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...
    @property
    def goal_id(self) -> UUID | None: ...


One = TypeVar("One", bound=Span)


def meet(one: Span, other: Span) -> bool:
    """Is there a day that both have?"""
    starts = max(one.began or date.min, other.began or date.min)
    return starts <= min(one.until or date.max, other.until or date.max)


def is_asked_about(one: Span, other: Span, today: date) -> bool:
    """They serve the same goal, meet, and neither is over."""
    goes_on = all(span.until is None or span.until >= today for span in (one, other))
    return goes_on and one.goal_id is not None and one.goal_id == other.goal_id and meet(one, other)


def pairs(offers: tuple[One, ...], today: date) -> list[tuple[One, One]]:
    """Each pair that is asked about, once, in the offers' order."""
    return [(one, other) for one, other in combinations(offers, 2) if is_asked_about(one, other, today)]


def still_asked(today: Any) -> Q:
    """The same of an answered pair of rows, `one` and `other`."""
    asked = Q(one__goal__isnull=False, one__goal__removed_at=None, one__goal=F("other__goal"))
    for one, other in (("one", "other"), ("other", "one")):
        asked &= Q(**{f"{one}__removed_at": None}) & (Q(**{f"{one}__until": None}) | Q(**{f"{one}__until__gte": today}))
        begins = Q(**{f"{one}__began": None}) | Q(**{f"{other}__until": None})
        asked &= begins | Q(**{f"{one}__began__lte": F(f"{other}__until")})
    return asked
