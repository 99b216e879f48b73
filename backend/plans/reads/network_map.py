"""The citizen's network: everybody in it, who came nearer, and the citizen's own figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.models.person import initials_of
from backend.plans.access import Seat
from backend.plans.models import NetworkMember, NetworkMove
from backend.plans.reads.network import TableMember, read_network

MONTHS = 12  # that the figure tells of, at the most
LATEST = 6  # moves that are told
LATELY = timedelta(days=90)  # for as long the map shows from where somebody came nearer


@dataclass(frozen=True, slots=True)
class NetworkPerson:
    """Somebody on the map. `near`: 1 nearest to 4; `place`: 0 to 99 across their part of the circle.

    `came_from`: how near they stood 90 days ago, if they have come nearer since.
    """

    id: UUID
    name: str
    relation: str
    near: int
    place: int
    does: str
    table: TableMember | None
    came_from: int | None = None

    @property
    def initials(self) -> str:
        return initials_of(self.name)

    @property
    def role(self) -> str:
        """As a face is drawn: of their place at the table, or as one of those whom the citizen chose."""
        if self.table:
            return self.table.face.role
        return "professional" if self.relation == "professional" else "supporter"


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody came nearer, or went farther away, on a day."""

    who: UUID
    name: str
    on: date
    came_from: int
    came_to: int

    @property
    def is_nearer(self) -> bool:
        return self.came_to < self.came_from


@dataclass(frozen=True, slots=True)
class Month:
    """How many there were at the month's end, or are now, who are not professionals."""

    month: date
    people: int


@dataclass(frozen=True, slots=True)
class NetworkMap:
    """`waiting`: at the table, but not on the map. `figure`: the citizen's alone, oldest first, empty until a month."""

    people: tuple[NetworkPerson, ...]
    waiting: tuple[TableMember, ...]
    moves: tuple[Moved, ...]
    figure: tuple[Month, ...]
    may_change: bool


def read_network_map(seat: Seat) -> NetworkMap:
    """The whole network, nearest first. Raises NotHere for all but citizen and consultant."""
    table = {one.face.member_id: one for one in read_network(seat)}
    people = NetworkMember.objects.filter(plan_id=seat.plan_id, removed_at=None)
    moves = _moves(seat)
    stood = {one.who: one.came_from for one in moves if one.on >= clock.today() - LATELY}  # the oldest comes last
    on_map = tuple(
        NetworkPerson(
            id=one.pk,
            name=one.name,
            relation=one.relation,
            near=one.near,
            place=one.place,
            does=one.does,
            table=table.get(one.member_id),
            came_from=stood[one.pk] if stood.get(one.pk, 0) > one.near else None,
        )
        for one in people
    )
    placed = {one.member_id for one in people}
    mine = seat.role == "citizen"
    return NetworkMap(
        people=on_map,
        waiting=tuple(one for member_id, one in table.items() if member_id not in placed),
        moves=moves[:LATEST],
        figure=_figure(seat) if mine else (),
        may_change=mine,
    )


def read_name(seat: Seat, network_member_id: UUID) -> str:
    """What the citizen calls somebody on their map. Raises NotHere for everybody else, and when nobody is there."""
    people = NetworkMember.objects.filter(plan_id=seat.plan_id, pk=network_member_id, removed_at=None)
    if seat.role != "citizen" or not people:
        raise NotHere
    return people[0].name


def _moves(seat: Seat) -> tuple[Moved, ...]:
    """All moves, newest first, of those who are there still."""
    moves = NetworkMove.objects.filter(plan_id=seat.plan_id, who__removed_at=None, came_from__isnull=False)
    told = moves.exclude(who=None).order_by("-at", "-pk").values_list("who", "who__name", "at", "came_from", "came_to")
    return tuple(
        Moved(who, name, clock.day_of(at), was, now)
        for who, name, at, was, now in told
        if who and was and now and was != now
    )


def _figure(seat: Seat) -> tuple[Month, ...]:
    """Month by month, from the first in which somebody was there."""
    counted = NetworkMove.objects.filter(plan_id=seat.plan_id).exclude(counts=0).values_list("at", "counts")
    by_month: dict[date, int] = {}
    for at, counts in counted:
        month = clock.day_of(at).replace(day=1)
        by_month[month] = by_month.get(month, 0) + counts
    if not by_month:
        return ()
    people, found = 0, []
    for month in _months(min(by_month), clock.today()):
        people += by_month.get(month, 0)
        found.append(Month(month, people))
    return tuple(found[-MONTHS:]) if len(found) > 1 else ()


def _months(first: date, last: date) -> Iterable[date]:
    month = first
    while month <= last:
        yield month
        month = month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
