"""Everything about one goal on one sheet."""

from dataclasses import dataclass
from uuid import UUID

from backend.common.errors import NotHere
from backend.plans import access, protection
from backend.plans.access import Seat
from backend.plans.reads.board import GoalView, areas_of, goals_at, read_shared
from backend.plans.reads.card import Card, cards_of
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.offer import OfferView, read_some
from backend.plans.reads.share import ShareView, shares_of


@dataclass(frozen=True, slots=True)
class Learned:
    """What the citizen says a step has taught them."""

    step_id: UUID
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """A goal, its milestones and steps, and who may see it. `above`/`below_next`: for moving it up and down.

    `offers`: those that serve it, of which this seat sees. `learned`: by its steps, for whoever writes the goal anew;
    empty for supporters and professionals.
    """

    goal: GoalView
    part_of: GoalView | None
    milestones: tuple[GoalView, ...]
    cards: tuple[Card, ...]
    learned: tuple[Learned, ...]
    offers: tuple[OfferView, ...]
    not_shared_with: tuple[Face, ...]
    shares: tuple[ShareView, ...]
    above: UUID | None
    below_next: UUID | None
    is_last: bool


def read_goal(seat: Seat, goal_id: UUID) -> GoalSheet:
    """One goal's sheet. Raises NotHere."""
    table = read_table(seat)
    shared = read_shared(seat, table.faces)
    goals = goals_at(seat, shared)
    goal = next((goal for goal in goals if goal.id == goal_id), None)
    if goal is None:
        raise NotHere
    steps = list(access.steps_for(seat).filter(goal_id=goal_id))
    taught = (step for step in steps if seat.is_broad and step.learned)
    narrow = (face for face in table.active if face.role not in access.BROAD)
    beside = [other.id for other in goals if other.part_of == goal.part_of]
    here = beside.index(goal.id)
    sheet = GoalSheet(
        goal=goal,
        part_of=next((other for other in goals if other.id == goal.part_of), None),
        milestones=tuple(other for other in goals if goal.id == other.part_of),
        cards=cards_of(seat, steps, table=table, shared=shared, areas=areas_of(goals)),
        learned=tuple(Learned(step.pk, step.title, step.learned) for step in taught),
        offers=read_some(seat, goal_id),
        not_shared_with=tuple(face for face in narrow if face not in goal.shared_with),
        shares=shares_of(seat, table.faces, goal_id=goal_id),
        above=beside[here - 1] if here else None,
        below_next=beside[here + 2] if here + 2 < len(beside) else None,
        is_last=here + 1 == len(beside),
    )
    return protection.for_seat(seat, sheet)
