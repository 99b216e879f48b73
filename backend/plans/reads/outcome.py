"""What came of it, for citizen and consultant: what runs now, what is ahead, and what has been."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.models import Outcome


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """`called`: its kind in words; `hours` a week; `seq`: its number, for who changes it."""

    id: UUID
    kind: str
    called: str
    hours: Decimal | None
    began: date
    until: date | None
    words: str
    follows: str
    seq: int

    @property
    def is_over(self) -> bool:
        return self.until is not None and self.until < clock.today()

    @property
    def is_ahead(self) -> bool:
        return self.began > clock.today()


def kinds_of_outcome() -> list[tuple[str, str]]:
    """Code and word, as they are offered."""
    return [(code, str(label)) for code, label in Outcome.Kind.choices]


def read_outcomes(seat: Seat) -> tuple[OutcomeView, ...]:
    """What is not over first, each the newest first; one query. Raises NotHere for everybody but the two."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    rows = Outcome.objects.filter(plan_id=seat.plan_id, removed_at=None)
    return tuple(sorted((_view(row) for row in rows), key=lambda one: one.is_over))


def _view(row: Outcome) -> OutcomeView:
    called = str(Outcome.Kind(row.kind).label)
    return OutcomeView(row.pk, row.kind, called, row.hours, row.began, row.until, row.words, row.follows, row.seq)
