"""What the citizen takes part in, as one seat may see it: what runs or is ahead, what has been, and what is double."""

from dataclasses import dataclass
from uuid import UUID

from backend.common.errors import NotHere
from backend.plans import access
from backend.plans.access import SCREEN, WITHOUT_PLACE, Seat
from backend.plans.models import Role
from backend.plans.of_seat import OfSeat
from backend.plans.reads.faces import Table, read_table
from backend.plans.reads.offer import OfferView, read_some
from backend.plans.reads.offer_answer import OverlapView, read_overlaps, with_help

Named = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class Offers:
    """`now` runs or is ahead, `over` has been; `overlaps`: pairs that may be one too many.

    What can be chosen, for whoever writes: `goals`, `deliverers`; `communities`, as the goals call them.
    """

    now: tuple[OfferView, ...]
    over: tuple[OfferView, ...]
    overlaps: tuple[OverlapView, ...]
    goals: tuple[Named, ...]
    deliverers: tuple[Named, ...]
    communities: tuple[str, ...]
    may_write: bool


def read_offers(seat: Seat) -> Offers:
    """Five queries at most. Whoever delivers one finds that one. Raises NotHere for the wall and whoever looks in."""
    if seat.role in (SCREEN, *WITHOUT_PLACE):
        raise NotHere
    table = read_table(seat)
    found = with_help(seat, table, read_some(seat))
    now, over = (tuple(one for one in found if one.is_over is past) for past in (False, True))
    if not seat.is_broad or seat.is_borrowed:
        return Offers(now, over, (), (), (), (), may_write=False)
    goals = _GOALS.all(seat)
    return Offers(
        now=now,
        over=over,
        overlaps=read_overlaps(seat, table, now),
        goals=tuple((pk, title) for pk, title, _leads_to in goals),
        deliverers=tuple(_professionals(table)),
        communities=tuple(dict.fromkeys(leads_to for _pk, _title, leads_to in goals if leads_to)),
        may_write=True,
    )


_GOALS = OfSeat(lambda seat: access.goals_for(seat).values_list("pk", "title", "community"))


def _professionals(table: Table) -> list[Named]:
    return [(face.member_id, face.name) for face in table.active if face.role == Role.PROFESSIONAL and face.member_id]
