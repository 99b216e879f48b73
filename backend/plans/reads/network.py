"""Who sits at the table, and in one sentence each what they can see."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import access
from backend.plans.access import Seat
from backend.plans.models import Member, Share
from backend.plans.models.share import still_counts
from backend.plans.reads.faces import Face, read_table

Seen = dict[UUID, list[tuple[UUID, str]]]


@dataclass(frozen=True, slots=True)
class TableMember:
    """A person at the table. `sees_steps`, `sees_goals`: (id, title) of what is shared with them, unless `sees_all`."""

    face: Face
    organisation: str
    since: date
    sees_all: bool
    sees_steps: tuple[tuple[UUID, str], ...]
    sees_goals: tuple[tuple[UUID, str], ...]
    may_end: bool
    is_paused: bool
    until: date | None


def read_network(seat: Seat) -> tuple[TableMember, ...]:
    """Everybody at the table but the citizen. Raises NotHere for all but citizen and consultant."""
    if not seat.is_broad:
        raise NotHere
    table = read_table(seat)
    steps, goals = _shares(seat)
    members = Member.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None).exclude(
        role="citizen"
    )
    return tuple(
        TableMember(
            face=table.faces[member.pk],
            organisation=member.person.organisation.name if member.person.organisation else "",
            since=clock.day_of(member.joined_at),
            sees_all=member.role in access.BROAD,
            sees_steps=tuple(steps.get(member.pk, ())),
            sees_goals=tuple(goals.get(member.pk, ())),
            may_end=seat.role == "citizen" and member.role not in access.BROAD,
            is_paused=member.paused_at is not None,
            until=member.until,
        )
        for member in members.select_related("person__organisation").order_by("joined_at", "pk")
    )


def _shares(seat: Seat) -> tuple[Seen, Seen]:
    """(steps, goals) shared now, by member."""
    steps: Seen = {}
    goals: Seen = {}
    shares = (
        Share.objects.filter(still_counts(clock.today()), plan_id=seat.plan_id, ended_at=None)
        .select_related("step", "goal")
        .order_by("pk")
    )
    for share in shares:
        thing = share.step or share.goal
        if thing is not None and thing.removed_at is None:
            kept = steps if share.step else goals
            kept.setdefault(share.member_id, []).append((thing.pk, thing.title))
    return steps, goals
