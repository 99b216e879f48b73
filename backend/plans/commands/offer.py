"""Offers: what the citizen takes part in. Both write them; who delivers one may be somebody at the table."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans import access
from backend.plans.audience import US, Audience, of_members, through_goal
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new, removed
from backend.plans.commands.spans import Hours, check_days, check_hours, check_read, present, turn
from backend.plans.models import Offer, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What is said of one, new or not. `member_id`: the place of the professional who delivers it."""

    title: texts.Title
    goal_id: UUID | None = None
    delivered_by: texts.Line = ""
    member_id: UUID | None = None
    community: texts.Line = ""
    why: texts.Short = ""
    began: date | None = None
    until: date | None = None
    hours: Hours | None = None

    def _say(self, change: Change, offer: Offer) -> Happened:
        before = _deliverer_of(offer)
        if self.goal_id and not access.goals_for(change.seat).filter(pk=self.goal_id).exists():
            raise NotHere
        _check_deliverer(change, self.member_id)
        offer.goal_id, offer.deliverer_id = self.goal_id, self.member_id
        offer.title = texts.needed(self.title, longest=texts.TITLE)
        for name in ("delivered_by", "community"):
            setattr(offer, name, texts.cleaned(getattr(self, name), longest=texts.LINE, one_line=True))
        offer.why = texts.cleaned(self.why, longest=texts.SHORT)
        offer.began, offer.until, offer.hours = self.began, self.until, self.hours
        check_days(change, offer.began, offer.until)
        check_hours(offer.hours)
        return turn(change, offer, removed_at=None, also=before | _deliverer_of(offer))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOffer(_Said):
    """It is taken part in, or will be."""

    kind: ClassVar[str] = "add_offer"
    told: ClassVar[str] = "offer_added"
    power: ClassVar[str] = "add_offer"

    offer_id: UUID

    def carry_out(self, change: Change) -> Happened:
        check_new(Offer, self.offer_id)
        return self._say(change, Offer(pk=self.offer_id, plan=change.plan))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOffer(_Said):
    """As it is after all, or the day on which it ends. `read`: its number when it was read, lest another's be lost."""

    kind: ClassVar[str] = "change_offer"
    told: ClassVar[str] = "offer_changed"
    power: ClassVar[str] = "add_offer"

    offer_id: UUID
    read: int

    def carry_out(self, change: Change) -> Happened:
        offer = present(change, Offer, self.offer_id)
        check_read(change, offer, self.read)
        return self._say(change, offer)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOffer:
    """It was written by mistake. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "remove_offer"
    told: ClassVar[str] = "offer_removed"
    power: ClassVar[str] = "add_offer"

    offer_id: UUID

    def carry_out(self, change: Change) -> Happened:
        offer = present(change, Offer, self.offer_id)
        return turn(change, offer, removed_at=change.now, also=_deliverer_of(offer))


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreOffer:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_offer"
    told: ClassVar[str] = "offer_restored"
    power: ClassVar[str] = "add_offer"

    offer_id: UUID

    def carry_out(self, change: Change) -> Happened:
        gone = removed(Offer.objects.filter(plan=change.plan), change, self.offer_id)
        return turn(change, gone, removed_at=None, also=_deliverer_of(gone))


def _check_deliverer(change: Change, member_id: UUID | None) -> None:
    if member_id is not None and change.member(member_id).role != Role.PROFESSIONAL:
        raise Refused(_("Vælg en fagperson ved bordet, eller skriv navnet med ord."), code="not_professional")


def _deliverer_of(offer: Offer) -> Audience:
    """Whoever delivers it and sees its goal: the same as `sight.offers_for` lets see it."""
    if offer.deliverer_id is None or offer.goal_id is None or offer.plan.protected:
        return US
    return of_members({offer.deliverer_id} & through_goal(offer.goal_id).members)
