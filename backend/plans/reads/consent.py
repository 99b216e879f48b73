"""Consent: what is asked, what was answered, and the words of each yes. For citizen and consultant, nobody else."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.consent_texts import newest_texts
from backend.people.models import ConsentText
from backend.plans.access import Seat
from backend.plans.models import Consent, ConsentQuestion


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of a text, word for word."""

    version: int
    da: str
    en: str


@dataclass(frozen=True, slots=True)
class Given:
    """One yes: to which words, read in which language, from when to when. `ended_as`: "", withdrawn or renewed."""

    wording: Wording
    language: str
    given_at: datetime
    ended_at: datetime | None
    ended_as: str


@dataclass(frozen=True, slots=True)
class ConsentView:
    """One question and where it stands. `state`: asked, given, withdrawn, declined, or over by the clock; `since` when.

    `given`: the yes that stands. `newest`: the words of today, to be answered; those of `given` where none are newer.
    """

    id: UUID
    kind: str
    giver: str
    receiver: str
    what: str
    why: str
    until: date | None
    state: str
    since: datetime
    given: Given | None
    newest: Wording | None
    earlier: tuple[Given, ...]

    @property
    def has_newer_words(self) -> bool:
        return bool(self.given and self.newest and self.newest.version > self.given.wording.version)


def read_consents(seat: Seat) -> tuple[ConsentView, ...]:
    """Every question: what waits for an answer first, then the plan's own, then the newest. Raises NotHere."""
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    newest = {kind: _wording(text) for kind, text in newest_texts().items()}
    questions = ConsentQuestion.objects.filter(plan_id=seat.plan_id).order_by("-asked_at", "pk")
    of_question: dict[UUID, list[Given]] = {}
    for consent in Consent.objects.filter(question__plan_id=seat.plan_id).select_related("text").order_by("-given_at"):
        of_question.setdefault(consent.question_id, []).append(_given(consent))
    views = [_view(one, tuple(of_question.get(one.pk, ())), newest.get(one.kind)) for one in questions]
    return tuple(sorted(views, key=lambda view: (view.state != "asked", view.kind != ConsentText.Kind.HOLISTIC_PLAN)))


def _wording(text: ConsentText) -> Wording:
    return Wording(text.version, text.da, text.en)


def _given(consent: Consent) -> Given:
    wording = _wording(consent.text)
    return Given(wording, consent.language, consent.given_at, consent.ended_at, consent.ended_as)


def _view(question: ConsentQuestion, all_given: tuple[Given, ...], newest: Wording | None) -> ConsentView:
    standing = next((one for one in all_given if one.ended_at is None), None)
    state, since = _state(question, standing, all_given)
    return ConsentView(
        id=question.pk,
        kind=question.kind,
        giver=question.giver,
        receiver=question.receiver,
        what=question.what,
        why=question.why,
        until=question.until,
        state=state,
        since=since,
        given=standing,
        newest=newest,
        earlier=tuple(one for one in all_given if one is not standing),
    )


def _state(question: ConsentQuestion, standing: Given | None, all_given: tuple[Given, ...]) -> tuple[str, datetime]:
    """What was said last; past its day nothing of it holds."""
    if question.until and question.until < clock.today():
        return "over", question.asked_at
    if standing:
        return "given", standing.given_at
    ends = [("withdrawn", one.ended_at) for one in all_given[:1] if one.ended_at]
    ends += [("declined", question.declined_at)] if question.declined_at else []
    return max(ends, key=lambda end: end[1], default=("asked", question.asked_at))
