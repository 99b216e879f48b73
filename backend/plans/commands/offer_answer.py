"""Whether an offer did help, said by whoever it is about, and whether two of them are one too many."""

from dataclasses import dataclass
from typing import ClassVar, Literal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans import sight
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened
from backend.plans.commands.spans import present
from backend.plans.models import Offer, OfferAnswer, OfferOverlap
from backend.plans.overlap import is_asked_about


@dataclass(frozen=True, slots=True, kw_only=True)
class SayHowOfferHelped:
    """The citizen, the consultant and whoever delivers it, each for themself. Said again, it takes the former's place.

    Each hears of what the others said by `reads.offer_answer` alone: the citizen's own comes first.
    """

    kind: ClassVar[str] = "say_how_offer_helped"
    told: ClassVar[str] = "offer_help_said"
    power: ClassVar[str] = "say_how_offer_helped"

    offer_id: UUID
    answer: Literal["yes", "little", "no", "unknown"]
    words: texts.Line = ""

    def carry_out(self, change: Change) -> Happened:
        offer = sight.offers_for(change.seat).filter(pk=self.offer_id).first()
        if offer is None:
            raise NotHere
        if offer.began is not None and offer.began > change.today:
            raise Refused(_("Det er ikke begyndt endnu. Svar, når du har prøvet det."), code="not_begun")
        words = texts.cleaned(self.words, longest=texts.LINE, one_line=True)
        said = {"answer": self.answer, "words": words, "at": change.now}
        OfferAnswer.objects.update_or_create(offer=offer, by_id=change.me, defaults=said)
        return Happened(only=True, facts={"offer": str(offer.pk)})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOverlap:
    """Two offers serve one goal in the same days: both are good, or it is to be talked about. May be said otherwise."""

    kind: ClassVar[str] = "answer_overlap"
    told: ClassVar[str] = "overlap_answered"
    power: ClassVar[str] = "answer_overlap"

    offer_id: UUID
    other_id: UUID
    answer: Literal["fine", "double"]

    def carry_out(self, change: Change) -> Happened:
        found = [present(change, Offer, offer_id) for offer_id in (self.offer_id, self.other_id)]
        one, other = sorted(found, key=lambda offer: offer.pk)
        is_goal_there = one.goal is not None and one.goal.removed_at is None
        if one == other or not is_goal_there or not is_asked_about(one, other, change.today):
            raise Refused(_("De to er ikke samtidig for det samme mål mere."), code="no_overlap")
        said = {"is_double": self.answer == "double", "at": change.now}
        OfferOverlap.objects.update_or_create(plan=change.plan, one=one, other=other, by_id=change.me, defaults=said)
        return Happened(only=True, facts={"offer": str(one.pk)})
