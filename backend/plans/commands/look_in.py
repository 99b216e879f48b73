"""A colleague looks in on a plan for an hour, with a reason that the citizen reads and may end (decision 0081)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from annotated_types import Len
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.plans import outside
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened
from backend.plans.models import LookIn as Look

LASTS = timedelta(minutes=60)
FEWEST = 10  # characters: a reason is more than a word


@dataclass(frozen=True, slots=True, kw_only=True)
class LookIn:
    """Say why, and have an hour's sight of the plan. The citizen is told, and so is their consultant."""

    kind: ClassVar[str] = "look_in"
    told: ClassVar[str] = "looked_in"
    power: ClassVar[str] = "look_in"

    reason: Literal["stand_in", "called", "urgent", "other"]
    words: Annotated[str, Len(FEWEST, texts.SHORT)]

    def carry_out(self, change: Change) -> Happened:
        assert change.seat.person_id is not None
        person = outside.check_may_look_in(change.plan, change.seat.person_id)
        words = texts.needed(self.words, longest=texts.SHORT, one_line=False)
        if len(words) < FEWEST:
            raise Refused(_("Skriv lidt mere om, hvorfor du skal se planen. Borgeren læser det."), code="too_short")
        _open(change).filter(person=person).update(ended_at=change.now)
        look = Look.objects.create(
            pk=new_id(),
            plan=change.plan,
            person=person,
            organisation=person.organisation.name if person.organisation else "",
            reason=self.reason,
            words=words,
            at=change.now,
            until=change.now + LASTS,
        )
        return _happened(look.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLookIn:
    """End it at once. What was seen cannot be taken back."""

    kind: ClassVar[str] = "end_look_in"
    told: ClassVar[str] = "look_in_ended"
    power: ClassVar[str] = "end_look_in"

    look_id: UUID

    def carry_out(self, change: Change) -> Happened:
        look = _look(change, self.look_id)
        if look.ended_at is None:
            look.ended_at = change.now
        look.seen_at = look.seen_at or change.now
        look.save(update_fields=["ended_at", "seen_at"])
        return _happened(look.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeLookIn:
    """The citizen has seen that somebody looked, and need not be told again."""

    kind: ClassVar[str] = "see_look_in"
    told: ClassVar[str] = "look_in_seen"
    power: ClassVar[str] = "see_look_in"

    look_id: UUID

    def carry_out(self, change: Change) -> Happened:
        look = _look(change, self.look_id)
        look.seen_at = look.seen_at or change.now
        look.save(update_fields=["seen_at"])
        return Happened(only=True, facts={"look": str(look.pk)})


def end_looks_that_are_over(change: Change) -> int:
    """By the clock; how many."""
    return _open(change).filter(until__lte=change.now).update(ended_at=change.now)


def _open(change: Change) -> QuerySet[Look]:
    return Look.objects.filter(plan=change.plan, ended_at=None)


def _look(change: Change, look_id: UUID) -> Look:
    look = Look.objects.filter(plan=change.plan, pk=look_id).first()
    if look is None:
        raise NotHere
    return look


def _happened(look_id: UUID) -> Happened:
    return Happened(only=True, facts={"look": str(look_id)}, new_policy=True)
