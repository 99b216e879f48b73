"""Asking somebody to the table. They see nothing before they have said yes and the citizen has said that it is they."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from annotated_types import Len
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.plans import codes
from backend.plans.access import goals_for, steps_for
from backend.plans.audience import of_members
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new
from backend.plans.commands.place import check_coming
from backend.plans.commands.shares import grant
from backend.plans.commands.table import check_no_place, counted_so_far
from backend.plans.models import Invitation, Member

LIFE = timedelta(hours=72)
PROMISE = "2026-11"  # the promise of privacy as it reads now: templates/invitation/_promise.html
MOST_OPEN = 10
NAME, RELATION = 60, 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """Ask somebody to the table: link and code are good for 72 hours and one answer."""

    kind: ClassVar[str] = "invite"
    told: ClassVar[str] = "invitation_made"
    power: ClassVar[str] = "invite"

    invitation_id: UUID
    name: Annotated[str, Len(1, texts.LINE)]
    role: Literal["supporter", "professional"] = "supporter"
    relation: texts.Line = ""
    asks: texts.Short = ""
    offers: Annotated[tuple[UUID, ...], Len(0, 20)] = ()

    def carry_out(self, change: Change) -> Happened:
        check_new(Invitation, self.invitation_id)
        if open_invitations(change).count() >= MOST_OPEN:
            raise Refused(_("Der er ti invitationer ude. Træk en tilbage først."), code="too_many")
        Invitation.objects.create(
            pk=self.invitation_id,
            plan=change.plan,
            name=texts.needed(self.name, longest=NAME),
            relation=texts.cleaned(self.relation, longest=RELATION, one_line=True),
            role=self.role,
            asks=texts.cleaned(self.asks, longest=texts.SHORT),
            offers=[str(one) for one in _seen(change, self.offers)],
            place=_free_place(),
            made_at=change.now,
            until=change.now + LIFE,
        )
        return Happened(only=True)


def open_invitations(change: Change) -> QuerySet[Invitation]:
    """Not answered, or answered with yes and not confirmed; not withdrawn, and not run out."""
    there = Invitation.objects.filter(plan=change.plan, withdrawn_at=None, confirmed_at=None, until__gt=change.now)
    return there.exclude(answer="declined")


def _seen(change: Change, offers: tuple[UUID, ...]) -> list[UUID]:
    """What is offered is there: goals and steps of this plan. Raises NotHere."""
    there = {*goals_for(change.seat).filter(pk__in=offers).values_list("pk", flat=True)}
    there |= {*steps_for(change.seat).filter(pk__in=offers).values_list("pk", flat=True)}
    if not there.issuperset(offers):
        raise NotHere
    return sorted(there)


def _free_place() -> str:
    while Invitation.objects.filter(place=(place := codes.new_place())).exists():
        continue
    return place


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawInvitation:
    """The invitation is none any more; nor is who answered it with yes, but was not the one."""

    kind: ClassVar[str] = "withdraw_invitation"
    told: ClassVar[str] = "invitation_withdrawn"
    power: ClassVar[str] = "withdraw_invitation"

    invitation_id: UUID

    def carry_out(self, change: Change) -> Happened:
        if not open_invitations(change).filter(pk=self.invitation_id).update(withdrawn_at=change.now):
            raise NotHere
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInvitation:
    """Yes or no by whoever has shown its link or code. Yes takes the promise of privacy, and gives nothing to see."""

    kind: ClassVar[str] = "answer_invitation"
    told: ClassVar[str] = "invitation_answered"
    power: ClassVar[str] = "answer_invitation"

    invitation_id: UUID
    answer: Literal["accepted", "declined"]
    promise: str = ""

    def carry_out(self, change: Change) -> Happened:
        invitation = open_invitations(change).filter(pk=self.invitation_id, answered_at=None).first()
        if invitation is None:
            raise NotHere
        invitation.answer, invitation.answered_at = self.answer, change.now
        if self.answer == "accepted":
            self._take(change, invitation)
        invitation.save()
        return Happened(only=True, facts={"answer": self.answer})

    def _take(self, change: Change, invitation: Invitation) -> None:
        if self.promise != PROMISE:
            raise Refused(_("Læs løftet, og sæt kryds ved det først."), code="no_promise")
        assert change.seat.person_id is not None
        check_no_place(change, change.seat.person_id)
        invitation.person_id, invitation.promise = change.seat.person_id, self.promise
        invitation.until = change.now + LIFE


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmInvited:
    """It is they: the place at the table and what was offered, in one stroke; for good, or to the end of a task."""

    kind: ClassVar[str] = "confirm_invited"
    told: ClassVar[str] = "invited_confirmed"
    power: ClassVar[str] = "confirm_invited"

    invitation_id: UUID
    until: date | None = None

    def carry_out(self, change: Change) -> Happened:
        invitation = open_invitations(change).filter(pk=self.invitation_id, answer="accepted").first()
        if invitation is None:
            raise NotHere
        assert invitation.person_id is not None
        check_no_place(change, invitation.person_id)
        member = Member.objects.create(
            pk=new_id(),
            plan=change.plan,
            person_id=invitation.person_id,
            role=invitation.role,
            relation=invitation.relation,
            head=counted_so_far(change, invitation.person_id),
            joined_at=change.now,
            until=check_coming(change, self.until),
        )
        _share_what_was_offered(change, invitation, member)
        invitation.member, invitation.confirmed_at = member, change.now
        invitation.save(update_fields=["member", "confirmed_at"])
        return Happened(member_id=member.pk, only=True, also=of_members([member.pk]), new_policy=True)


def _share_what_was_offered(change: Change, invitation: Invitation, member: Member) -> None:
    """What has been removed since is not there to be shared."""
    for goal in goals_for(change.seat).filter(pk__in=invitation.offers):
        grant(change, member.pk, goal=goal)
    for step in steps_for(change.seat).filter(pk__in=invitation.offers):
        grant(change, member.pk, step=step)
