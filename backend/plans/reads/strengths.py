"""What the citizen can."""

from dataclasses import dataclass, replace
from uuid import UUID

from backend.plans import access, protection, sight
from backend.plans.access import Seat
from backend.plans.models import Strength
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.share import ShareView, shares_by_thing


@dataclass(frozen=True, slots=True)
class StrengthView:
    """A strength; `suggested_by` is empty when the citizen said it first. `shares`: told where they are asked for."""

    id: UUID
    words: str
    suggested_by: Face | None
    status: str
    in_room: bool = False
    shares: tuple[ShareView, ...] = ()
    not_shared_with: tuple[Face, ...] = ()


@dataclass(frozen=True, slots=True)
class Strengths:
    """Accepted ones, and those that wait for the citizen. `may_answer`: this seat is the citizen's."""

    accepted: tuple[StrengthView, ...]
    suggested: tuple[StrengthView, ...]
    may_answer: bool
    may_suggest: bool


def read_strengths(seat: Seat, table: Table | None = None) -> Strengths:
    """Those this seat sees; the citizen answers those that wait."""
    table = table or read_table(seat)
    views = [protection.for_seat(seat, _view(seat, one, table)) for one in sight.strengths_for(seat)]
    strengths = Strengths(
        accepted=tuple(view for view in views if view.status == "accepted"),
        suggested=tuple(view for view in views if view.status == "suggested"),
        may_answer=seat.role == "citizen",
        may_suggest=seat.role != access.SCREEN,
    )
    return protection.for_seat(seat, strengths)


def with_shares(seat: Seat, strengths: Strengths, table: Table) -> Strengths:
    """The accepted ones with whom they are shared with, and whom they could be: for the citizen, who decides it."""
    if seat.role != "citizen" or not strengths.accepted:
        return strengths
    narrow = tuple(face for face in table.active if face.role not in access.BROAD)
    shares = shares_by_thing(seat, table.faces, "strength")
    return replace(
        strengths, accepted=tuple(_shared(one, shares.get(one.id, ()), narrow) for one in strengths.accepted)
    )


def _shared(one: StrengthView, shares: tuple[ShareView, ...], narrow: tuple[Face, ...]) -> StrengthView:
    sees = {share.face for share in shares}
    return replace(one, shares=shares, not_shared_with=tuple(face for face in narrow if face not in sees))


def _view(seat: Seat, strength: Strength, table: Table) -> StrengthView:
    by = table.of(strength.suggested_by_id)
    from_citizen = by is not None and by.role == "citizen"
    told = strength.in_room and sight.may_know_of_room(seat)
    return StrengthView(strength.pk, strength.words, None if from_citizen else by, strength.status, told)
