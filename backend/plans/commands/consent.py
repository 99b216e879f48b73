"""The consultant may ask; only the citizen says yes, no, or no longer. Nobody else hears of it (decision 0080)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from annotated_types import Interval, Len
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.people.consent_texts import newest_text
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new
from backend.plans.commands.place import check_coming
from backend.plans.models import Consent, ConsentQuestion

SHARING = "sharing_between_administrations"
NAME = 60
MOST_OPEN = 5
REST = timedelta(days=30)  # after a no, the same is not asked again
LARGEST = 32_767

Name = Annotated[str, Len(1, NAME)]
Said = Annotated[str, Len(1, texts.SHORT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConsent:
    """Ask whether one administration may give something to another: what, why and until which day. It waits."""

    kind: ClassVar[str] = "ask_consent"
    told: ClassVar[str] = "consent_asked"
    power: ClassVar[str] = "ask_consent"

    question_id: UUID
    giver: Name
    receiver: Name
    what: Said
    why: Said
    until: date

    def carry_out(self, change: Change) -> Happened:
        check_new(ConsentQuestion, self.question_id)
        giver, receiver = (texts.needed(name, longest=NAME) for name in (self.giver, self.receiver))
        if giver.casefold() == receiver.casefold():
            raise Refused(_("Vælg to forskellige forvaltninger."), code="same")
        _check_may_ask(change, giver, receiver)
        ConsentQuestion.objects.create(
            pk=self.question_id,
            plan=change.plan,
            kind=SHARING,
            giver=giver,
            receiver=receiver,
            what=texts.needed(self.what, longest=texts.SHORT, one_line=False),
            why=texts.needed(self.why, longest=texts.SHORT, one_line=False),
            until=check_coming(change, self.until),
            asked_at=change.now,
            asked_by_id=change.me,
        )
        return _happened(self.question_id)


def _check_may_ask(change: Change, giver: str, receiver: str) -> None:
    """No nagging: few questions at a time, each once, and after a no not again for a month."""
    asked = ConsentQuestion.objects.filter(plan=change.plan, kind=SHARING, until__gte=change.today)
    waiting = asked.filter(declined_at=None, consents=None)
    if waiting.count() >= MOST_OPEN:
        raise Refused(_("Der venter allerede fem spørgsmål på svar. Vent lidt."), code="too_many")
    same = [one.pk for one in asked if _is_between(one, giver, receiver)]
    if waiting.filter(pk__in=same).exists():
        raise Refused(_("Det er der allerede spurgt om. Vent på svaret."), code="already_there")
    lately = change.now - REST
    no = Q(declined_at__gt=lately) | Q(consents__ended_as="withdrawn", consents__ended_at__gt=lately)
    standing = Consent.objects.filter(ended_at=None).values("question")
    if asked.filter(no, pk__in=same).exclude(pk__in=standing).exists():
        raise Refused(_("Borgeren har sagt nej for nylig. Tal om det i stedet for at spørge igen."), code="said_no")


def _is_between(question: ConsentQuestion, giver: str, receiver: str) -> bool:
    theirs = (question.giver.casefold(), question.receiver.casefold())
    return theirs == (giver.casefold(), receiver.casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveConsent:
    """Yes, to the words of this version. Said again it is a new row, and the words are those of today."""

    kind: ClassVar[str] = "give_consent"
    told: ClassVar[str] = "consent_given"
    power: ClassVar[str] = "give_consent"

    question_id: UUID
    version: Annotated[int, Interval(ge=1, le=LARGEST)]
    language: Literal["da", "en"] = "da"

    def carry_out(self, change: Change) -> Happened:
        question = _question(change, self.question_id)
        text = newest_text(question.kind)
        if text is None or text.version != self.version:
            raise Refused(_("Teksten er blevet en anden imens. Læs den nye, før du svarer."), code="new_text")
        if question.until and question.until < change.today:
            raise Refused(_("Den dag, det gjaldt til, er gået."), code="bad_day")
        standing = _standing(question)
        if standing is None or standing.text_id != text.pk:
            _end(change, standing, "renewed")
            Consent.objects.create(question=question, text=text, language=self.language, given_at=change.now)
        return _happened(question.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineConsent:
    """No. It is a whole answer: nothing follows from it, and it is not asked again for a month."""

    kind: ClassVar[str] = "decline_consent"
    told: ClassVar[str] = "consent_declined"
    power: ClassVar[str] = "decline_consent"

    question_id: UUID

    def carry_out(self, change: Change) -> Happened:
        question = _question(change, self.question_id)
        if _standing(question):
            raise Refused(_("Du har sagt ja. Træk det tilbage i stedet."), code="given")
        question.declined_at = change.now
        question.save(update_fields=["declined_at"])
        return _happened(question.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawConsent:
    """No longer. That it was given, and from when to when, stays to be seen."""

    kind: ClassVar[str] = "withdraw_consent"
    told: ClassVar[str] = "consent_withdrawn"
    power: ClassVar[str] = "withdraw_consent"

    question_id: UUID

    def carry_out(self, change: Change) -> Happened:
        question = _question(change, self.question_id)
        standing = _standing(question)
        if standing is None:
            raise Refused(_("Der er ikke noget ja at trække tilbage."), code="nothing")
        _end(change, standing, "withdrawn")
        return _happened(question.pk)


def _question(change: Change, question_id: UUID) -> ConsentQuestion:
    question = ConsentQuestion.objects.filter(plan=change.plan, pk=question_id).first()
    if question is None:
        raise NotHere
    return question


def _standing(question: ConsentQuestion) -> Consent | None:
    return question.consents.filter(ended_at=None).first()


def _end(change: Change, consent: Consent | None, ended_as: str) -> None:
    if consent:
        consent.ended_at, consent.ended_as = change.now, ended_as
        consent.save(update_fields=["ended_at", "ended_as"])


def _happened(question_id: UUID) -> Happened:
    return Happened(only=True, facts={"question": str(question_id)})
