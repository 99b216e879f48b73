"""What runs from a day to a day and is written by both, an outcome or an offer: what the orders about it share."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, TypeVar
from uuid import UUID

from annotated_types import Interval
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans.audience import US, Audience
from backend.plans.commands.base import Change, Happened
from backend.plans.models import Offer, Outcome

Span = TypeVar("Span", Outcome, Offer)
Hours = Annotated[Decimal, Interval(gt=0, le=80)]  # a week
EARLIEST, AHEAD, LONGEST = timedelta(days=20 * 366), timedelta(days=2 * 366), timedelta(days=20 * 366)


def present(change: Change, model: type[Span], thing_id: UUID) -> Span:
    """One that is there. Raises NotHere."""
    found = model._default_manager.filter(plan=change.plan, pk=thing_id, removed_at=None).first()
    if found is None:
        raise NotHere
    return found


def check_read(change: Change, thing: Outcome | Offer, read: int) -> None:
    """Refuse what was written with another's change unread, lest that be lost."""
    if thing.seq != read and thing.by_id != change.me:
        raise Refused(_("En anden har ændret det imens. Se, hvad der står nu, og ret det igen."), code="changed")


def check_days(change: Change, began: date | None, until: date | None) -> None:
    """The last is not before the first, and both are within a life's plan."""
    if began is not None and until is not None and until < began:
        raise Refused(_("Den sidste dag er før den første. Ret en af dem."), code="bad_day")
    first, last = change.today - EARLIEST, change.today + LONGEST
    is_far = began is not None and not first <= began <= change.today + AHEAD
    if is_far or (until is not None and not first <= until <= last):
        raise Refused(_("Se på årstallet. Det er langt fra i dag."), code="bad_day")


def check_hours(hours: Decimal | None) -> None:
    """One decimal at the most."""
    if hours is not None and hours != round(hours, 1):
        raise Refused(_("Skriv timerne med højst ét tal efter kommaet, som 12,5."), code="bad_hours")


def turn(change: Change, thing: Span, *, removed_at: datetime | None, also: Audience = US) -> Happened:
    """Write it down as said here and now, there or removed. Told are the two, and `also`."""
    thing.removed_at = removed_at
    thing.by_id, thing.at, thing.seq = change.me, change.now, change.plan.head_seq
    thing.save()
    return Happened(only=True, also=also, facts={thing._meta.model_name or "": str(thing.pk)})
