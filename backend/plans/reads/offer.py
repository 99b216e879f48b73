"""What the citizen takes part in, as one seat may see it: what runs now, what is ahead, and what has been."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import access, sight
from backend.plans.access import SCREEN, WITHOUT_PLACE, Seat
from backend.plans.models import Offer, Role
from backend.plans.of_seat import OfSeat
from backend.plans.reads.faces import Face, Table, read_table

Named = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class OfferView:
    """One offer. `goal_title` is empty where there is no goal any more. `hours` a week; `seq`: its number."""

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

    @property
    def is_over(self) -> bool:
        return self.until is not None and self.until < clock.today()

    @property
    def is_ahead(self) -> bool:
        return self.began is not None and self.began > clock.today()


@dataclass(frozen=True, slots=True)
class Offers:
    """`now` runs or is ahead, `over` has been. What can be chosen, for whoever writes: `goals`, `deliverers`.

    `communities`: those that the goals lead to, as they are called there.
    """

    now: tuple[OfferView, ...]
    over: tuple[OfferView, ...]
    goals: tuple[Named, ...]
    deliverers: tuple[Named, ...]
    communities: tuple[str, ...]
    may_write: bool


def read_offers(seat: Seat) -> Offers:
    """Three queries. Whoever delivers one finds that one here. Raises NotHere for the wall and whoever looks in."""
    if seat.role in (SCREEN, *WITHOUT_PLACE):
        raise NotHere
    table, found = read_table(seat), read_some(seat)
    now, over = (tuple(one for one in found if one.is_over is past) for past in (False, True))
    if not seat.is_broad or seat.is_borrowed:
        return Offers(now, over, (), (), (), may_write=False)
    goals = [(pk, title, leads_to) for pk, title, leads_to in _GOALS.all(seat)]
    return Offers(
        now=now,
        over=over,
        goals=tuple((pk, title) for pk, title, _leads_to in goals),
        deliverers=tuple(_professionals(table)),
        communities=tuple(dict.fromkeys(leads_to for _pk, _title, leads_to in goals if leads_to)),
        may_write=True,
    )


def read_some(seat: Seat, goal_id: UUID | None = None) -> tuple[OfferView, ...]:
    """All that this seat sees, or those that serve one goal: the newest first; one query beside the faces."""
    table = read_table(seat)
    rows = _OFFERS.all(seat)
    return tuple(_view(row, table) for row in rows if goal_id is None or row.goal_id == goal_id)


_OFFERS = OfSeat(lambda seat: sight.offers_for(seat).select_related("goal"))
_GOALS = OfSeat(lambda seat: access.goals_for(seat).values_list("pk", "title", "community"))


def _professionals(table: Table) -> list[Named]:
    return [(face.member_id, face.name) for face in table.active if face.role == Role.PROFESSIONAL and face.member_id]


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
