"""Invitations: as the citizen sees them, and as much of one as whoever is invited may know before saying yes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import access, codes, protection
from backend.plans.access import Seat
from backend.plans.models import Goal, Invitation, Step

A_DAY, A_TASK = timedelta(days=1), timedelta(days=91)


@dataclass(frozen=True, slots=True)
class InvitationView:
    """For the citizen. `state`: open, accepted (they wait to be confirmed), declined.

    `by` and `organisation`: as they gave them.
    """

    id: UUID
    name: str
    relation: str
    role: str
    asks: str
    offers: tuple[str, ...]
    state: str
    by: str
    until: datetime
    link: str
    code: str
    organisation: str = ""

    @property
    def task_until(self) -> date | None:
        """For a professional a last day is proposed; the citizen changes it."""
        return clock.today() + A_TASK if self.role == "professional" else None


@dataclass(frozen=True, slots=True)
class NewlyHere:
    """For the citizen: who got a place at the table. `name`: as the citizen asked them."""

    member_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Offer:
    """For whoever is invited: whose plan, what they are asked, and how much (never what) they would see.

    `until` is a day where the hour would tell when the citizen sat with it.
    """

    id: UUID
    plan_id: int
    whose: str
    role: str
    asks: str
    steps: int
    goals: int
    until: date


def read_invitations(seat: Seat) -> tuple[InvitationView, ...]:
    """All that wait for an answer or for the citizen, newest first. Raises NotHere for all but the citizen."""
    if seat.role != "citizen" or seat.is_borrowed:
        raise NotHere
    rows = _there().filter(plan_id=seat.plan_id).select_related("person__organisation").order_by("-made_at", "pk")
    return tuple(_view(seat, row) for row in rows)


def read_newly_here(seat: Seat) -> tuple[NewlyHere, ...]:
    """Those whom the citizen said yes to within a day and who are there still, newest first."""
    rows = Invitation.objects.filter(plan_id=seat.plan_id, confirmed_at__gt=clock.now() - A_DAY)
    there = rows.filter(member__ended_at=None).order_by("-confirmed_at").values_list("member", "name")
    return tuple(NewlyHere(member_id, name) for member_id, name in there if member_id)


def read_invitation(seat: Seat, invitation_id: UUID) -> InvitationView:
    """One of them. Raises NotHere."""
    found = [one for one in read_invitations(seat) if one.id == invitation_id]
    if not found:
        raise NotHere
    return found[0]


def _there() -> QuerySet[Invitation]:
    return Invitation.objects.filter(withdrawn_at=None, confirmed_at=None, until__gt=clock.now())


def _view(seat: Seat, row: Invitation) -> InvitationView:
    code = f"{row.place} {codes.key_of(row.pk)}"
    goals = access.goals_for(seat).filter(pk__in=row.offers).values_list("title", flat=True)
    steps = access.steps_for(seat).filter(pk__in=row.offers).values_list("title", flat=True)
    return InvitationView(
        id=row.pk,
        name=row.name,
        relation=row.relation,
        role=row.role,
        asks=row.asks,
        offers=(*goals, *steps),
        state=row.answer or "open",
        by=row.person.name if row.person else "",
        until=row.until,
        link=codes.link_of(row.pk),
        code=code,
        organisation=row.person.organisation.name if row.person and row.person.organisation else "",
    )


def linked_by(link: str) -> UUID | None:
    """The invitation that a link is of, open or not; None when the server never made it."""
    return codes.read_link(link)


def named_by(code: str) -> UUID | None:
    """The open invitation whose code begins so. Whether the rest is right is a question of few tries: `is_right`."""
    place, _rest = codes.read_code(code)
    return _there().filter(place=place, answered_at=None).values_list("pk", flat=True).first()


def is_right(invitation_id: UUID, code: str) -> bool:
    """Is that the whole code of this invitation?"""
    return codes.is_key(invitation_id, codes.read_code(code)[1])


def read_offer(invitation_id: UUID) -> Offer:
    """What is asked and offered, while the invitation is open. Raises NotHere."""
    row = _there().filter(pk=invitation_id, answered_at=None).select_related("plan__citizen").first()
    if row is None:
        raise NotHere
    offer = Offer(
        id=row.pk,
        plan_id=row.plan_id,
        whose=row.plan.citizen.first_name,
        role=row.role,
        asks=row.asks,
        steps=Step.objects.filter(plan=row.plan, pk__in=row.offers, removed_at=None).count(),
        goals=Goal.objects.filter(plan=row.plan, pk__in=row.offers, removed_at=None).count(),
        until=row.until,
    )
    return protection.for_others(offer) if row.plan.protected else offer


def read_waiting(*, person_id: int) -> tuple[str, ...]:
    """First names of those whose confirmation this person waits for."""
    rows = _there().filter(person_id=person_id, answer="accepted")
    return tuple(rows.values_list("plan__citizen__first_name", flat=True))
