"""One offer as one seat may see it, and those that it sees."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from backend.common import clock
from backend.plans import sight
from backend.plans.access import Seat
from backend.plans.models import Offer
from backend.plans.of_seat import OfSeat
from backend.plans.reads.faces import Face, Table, read_table


@dataclass(frozen=True, slots=True)
class HelpView:
    """Whether it helped, as somebody answered; `called`: in words."""

    face: Face
    answer: str
    called: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OfferHelp:
    """What this seat may read of how it helped. `waits`: what is said here is read by others after the citizen's."""

    mine: HelpView | None
    others: tuple[HelpView, ...]
    may_say: bool
    waits: bool


@dataclass(frozen=True, slots=True)
class OfferView:
    """One offer. `goal_title` is empty where there is no goal any more. `hours` a week; `seq`: its number.

    `help` stands on the page of offers alone.
    """

    id: UUID
    title: str
    delivered_by: str
    deliverer: Face | None
    goal_id: UUID | None
    goal_title: str
    community: str
    why: str
    began: date | None
    until: date | None
    hours: Decimal | None
    seq: int
    help: OfferHelp | None = None

    @property
    def is_over(self) -> bool:
        return self.until is not None and self.until < clock.today()

    @property
    def is_ahead(self) -> bool:
        return self.began is not None and self.began > clock.today()


def read_some(seat: Seat, goal_id: UUID | None = None) -> tuple[OfferView, ...]:
    """All that this seat sees, or those that serve one goal: the newest first; one query beside the faces."""
    table = read_table(seat)
    rows = _OFFERS.all(seat)
    return tuple(_view(row, table) for row in rows if goal_id is None or row.goal_id == goal_id)


_OFFERS = OfSeat(lambda seat: sight.offers_for(seat).select_related("goal"))


def _view(row: Offer, table: Table) -> OfferView:
    goal = row.goal if row.goal is not None and row.goal.removed_at is None else None
    return OfferView(
        id=row.pk,
        title=row.title,
        delivered_by=row.delivered_by,
        deliverer=table.of(row.deliverer_id),
        goal_id=goal.pk if goal else None,
        goal_title=goal.title if goal else "",
        community=row.community,
        why=row.why,
        began=row.began,
        until=row.until,
        hours=row.hours,
        seq=row.seq,
    )
