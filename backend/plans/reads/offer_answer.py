"""What is said of offers: whether they helped, the citizen's own answer first, and whether two are one too many."""

from dataclasses import dataclass, replace
from datetime import datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from backend.common import clock
from backend.common.prepared import a_day
from backend.plans.access import Seat
from backend.plans.models import OfferAnswer, OfferOverlap, Role, Visit
from backend.plans.overlap import pairs, still_asked
from backend.plans.reads.faces import Face, Table
from backend.plans.reads.offer import HelpView, OfferHelp, OfferView, read_some

_ORDER = [Role.CITIZEN, Role.CONSULTANT, Role.PROFESSIONAL]
_Said = tuple[int, UUID, HelpView]  # by whose place in that order, by whom


@dataclass(frozen=True, slots=True)
class OverlapAnswer:
    """What one of the two says of a pair."""

    face: Face
    is_double: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class OverlapView:
    """Two that run in the same days for one goal. `mine`: "fine", "double" or nothing yet."""

    one: OfferView
    other: OfferView
    answers: tuple[OverlapAnswer, ...]
    mine: str


def help_answers() -> list[tuple[str, str]]:
    """Code and word, as they are offered."""
    return [(code, str(label)) for code, label in OfferAnswer.Answer.choices]


def with_help(seat: Seat, table: Table, offers: tuple[OfferView, ...]) -> tuple[OfferView, ...]:
    """Each with what is said of it; one query where there is any offer.

    What consultant and deliverer say is read by the two when the citizen's own stands; a deliverer reads their own.
    """
    said: dict[UUID, list[_Said]] = {}
    rows = OfferAnswer.objects.filter(offer__in=[one.id for one in offers]).select_related("by") if offers else ()
    for row in rows:
        face = table.of(row.by_id)
        if face is not None:
            called = str(OfferAnswer.Answer(row.answer).label)
            view = HelpView(face, row.answer, called, row.words, row.at)
            said.setdefault(row.offer_id, []).append((_ORDER.index(Role(row.by.role)), row.by_id, view))
    return tuple(replace(one, help=_help(seat, one, said.get(one.id, []))) for one in offers)


def _help(seat: Seat, offer: OfferView, said: list[_Said]) -> OfferHelp:
    mine = next((view for _place, by, view in said if by == seat.member_id), None)
    by_citizen = any(place == 0 for place, _by, _view in said)
    others = [view for _place, by, view in sorted(said, key=itemgetter(0)) if by != seat.member_id]
    return OfferHelp(
        mine=mine,
        others=tuple(others) if seat.is_broad and by_citizen else (),
        may_say=not offer.is_ahead and not seat.is_borrowed,
        waits=seat.role != Role.CITIZEN and not by_citizen,
    )


def read_overlaps(seat: Seat, table: Table, offers: tuple[OfferView, ...]) -> tuple[OverlapView, ...]:
    """Those that are asked about, for citizen and consultant; one query where there are any."""
    found = pairs(offers, clock.today()) if seat.is_broad else []
    if not found:
        return ()
    views = {_key(one, other): OverlapView(one, other, (), "") for one, other in found}
    for row in OfferOverlap.objects.filter(plan_id=seat.plan_id):
        face, key = table.of(row.by_id), (row.one_id, row.other_id)
        if face is None or key not in views:
            continue
        answers = (*views[key].answers, OverlapAnswer(face, row.is_double, row.at))
        mine = "double" if row.is_double else "fine"
        views[key] = replace(views[key], answers=answers, mine=mine if row.by_id == seat.member_id else views[key].mine)
    return tuple(views.values())


def read_unanswered(seat: Seat, table: Table) -> tuple[OverlapView, ...]:
    """The pairs that wait for this seat's own answer; two queries at most."""
    if seat.is_borrowed:
        return ()
    return tuple(pair for pair in read_overlaps(seat, table, read_some(seat)) if not pair.mine)


def _key(one: OfferView, other: OfferView) -> tuple[UUID, UUID]:
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def facts_of_offers() -> dict[str, Any]:
    """For each place of a consultant: since when somebody says that two offers are one too many, while they run; and
    since when the citizen says of one that it did not help, until this consultant has looked at the offers, and its
    title."""
    doubled = OfferOverlap.objects.filter(still_asked(a_day("today")), plan=OuterRef("plan"), is_double=True)
    looked = Visit.objects.filter(plan=OuterRef("offer__plan"), what="offers", at__gt=OuterRef("at"))
    by_them = looked.filter(role=Role.CONSULTANT, person=OuterRef(OuterRef("person")))
    no = OfferAnswer.objects.filter(offer__plan=OuterRef("plan"), offer__removed_at=None, answer="no")
    unhelped = no.filter(~Exists(by_them), by__role=Role.CITIZEN).order_by("at", "pk")
    return {
        "doubled_at": Subquery(doubled.order_by("at").values("at")[:1]),
        "unhelped_at": Subquery(unhelped.values("at")[:1]),
        "unhelped": Subquery(unhelped.values("offer__title")[:1]),
    }
