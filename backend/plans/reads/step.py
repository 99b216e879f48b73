"""Everything about one step on one sheet."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import access, protection, sight
from backend.plans.access import Seat
from backend.plans.models import Remark, Step
from backend.plans.reads.board import GoalView, areas_of, goals_at, read_shared
from backend.plans.reads.card import Card, cards_of
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.share import ShareView, shares_of


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A remark on the step. `audience`: us or table. `at`: a day where the hour is not for the reader.

    `is_seen`: said by one tap.
    """

    id: UUID
    face: Face
    words: str
    at: date
    audience: str
    may_remove: bool
    is_seen: bool


@dataclass(frozen=True, slots=True)
class StepSheet:
    """A step with all that belongs to it; `words` and `learned` are empty for supporters and professionals.

    `neighbours`: the ids before and after it in its column, for moving up and down.
    """

    card: Card
    goal: GoalView | None
    words: str
    how: str
    learned: str
    remarks: tuple[RemarkView, ...]
    goals: tuple[GoalView, ...]
    faces: tuple[Face, ...]
    not_shared_with: tuple[Face, ...]
    shares: tuple[ShareView, ...]
    suggested_by: Face | None
    suggested_on: date
    above: UUID | None
    below_next: UUID | None
    is_last: bool


def read_step(seat: Seat, step_id: UUID) -> StepSheet:
    """One step's sheet. Raises NotHere."""
    step = access.steps_for(seat).filter(pk=step_id).first()
    if step is None:
        raise NotHere
    table = read_table(seat)
    shared = read_shared(seat, table.faces)
    goals = goals_at(seat, shared)
    card = cards_of(seat, [step], table=table, shared=shared, areas=areas_of(goals))[0]
    above, below_next, is_last = _neighbours(seat, step)
    sheet = StepSheet(
        card=card,
        goal=next((goal for goal in goals if goal.id == card.goal_id), None),
        words=step.words if seat.is_broad else "",
        how=sight.how_of(seat, step),
        learned=step.learned if seat.is_broad else "",
        remarks=_remarks(seat, step, table),
        goals=goals,
        faces=table.active,
        not_shared_with=_not_yet(table, card),
        shares=shares_of(seat, table.faces, step_id=step_id),
        suggested_by=table.of(step.suggested_by_id),
        suggested_on=clock.day_of(step.suggested_at),
        above=above,
        below_next=below_next,
        is_last=is_last,
    )
    return protection.for_seat(seat, sheet)


def _remarks(seat: Seat, step: Step, table: Table) -> tuple[RemarkView, ...]:
    remarks = Remark.objects.filter(step=step, removed_at=None).select_related("member")
    heard = (remark for remark in remarks if sight.may_read_remark(seat, remark))
    return tuple(protection.for_seat(seat, _remark(seat, remark, table)) for remark in heard)


def _remark(seat: Seat, remark: Remark, table: Table) -> RemarkView:
    return RemarkView(
        id=remark.pk,
        face=table.faces[remark.member_id],
        words=sight.words_of(remark),
        is_seen=remark.is_seen,
        at=remark.at,
        audience=remark.audience,
        may_remove=remark.member_id == seat.member_id,
    )


def _not_yet(table: Table, card: Card) -> tuple[Face, ...]:
    """Supporters and professionals who do not see the step."""
    narrow = (face for face in table.active if face.role not in access.BROAD)
    return tuple(face for face in narrow if face not in card.shared_with)


def _neighbours(seat: Seat, step: Step) -> tuple[UUID | None, UUID | None, bool]:
    """(the card above, the one after the card below, whether this is the last) in the step's column."""
    column = list(access.steps_for(seat).filter(status=step.status).values_list("pk", flat=True))
    here = column.index(step.pk)
    above = column[here - 1] if here else None
    return above, column[here + 2] if here + 2 < len(column) else None, here + 1 == len(column)
