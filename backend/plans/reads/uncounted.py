"""Cards that do not tell their place, their number, or with whom they are shared: much quicker for a narrow seat."""

from collections.abc import Iterable
from uuid import UUID

from backend.plans import access
from backend.plans.every import every_goal, every_step
from backend.plans.models import Step
from backend.plans.reads.board import Board
from backend.plans.reads.card import Card, uncounted


def uncounted_cards(board: Board, steps: Iterable[Step]) -> tuple[Card, ...]:
    """These steps, which this seat sees, as cards."""
    areas = {goal.pk: goal.life_area for goal in every_goal(board.seat)}
    return uncounted(board.seat, steps, table=board.table, areas=areas)


def uncounted_card(board: Board, step_id: UUID) -> Card | None:
    """One step as a card, if this seat sees it."""
    if board.seat.is_broad:
        step = access.one_step(board.seat, step_id)
    else:
        step = next((one for one in every_step(board.seat) if one.pk == step_id), None)
    return uncounted_cards(board, [step])[0] if step else None
