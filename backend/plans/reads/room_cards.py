"""The cards that the room sees, for whoever sits in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from backend.common.prepared import Prepared, an_id
from backend.plans.access import Seat
from backend.plans.every import every_step
from backend.plans.models import Meeting, Step
from backend.plans.open_meeting import open_meeting_at
from backend.plans.reads.board import Board
from backend.plans.reads.card import SETTLED, Card
from backend.plans.reads.uncounted import uncounted_cards


@dataclass
class RoomCards:
    """Newest first, each made a card when somebody asks for it: one that changed needs one card, not forty."""

    _board: Board
    _steps: Mapping[UUID, Step]
    _began: datetime | None

    @property
    def ids(self) -> tuple[UUID, ...]:
        """Of all of them."""
        return tuple(self._steps)

    @cached_property
    def noted(self) -> frozenset[UUID]:
        """Those written down since the open meeting began."""
        return frozenset(step.pk for step in self._steps.values() if self._began and step.suggested_at >= self._began)

    def card(self, step_id: UUID) -> Card:
        """One of them."""
        return uncounted_cards(self._board, [self._steps[step_id]])[0]

    def is_to_do(self, step_id: UUID) -> bool:
        """Is one of them not done, and not laid aside?"""
        return self._steps[step_id].status not in SETTLED

    def is_agreement(self, step_id: UUID) -> bool:
        """Has one of them somebody and a day?"""
        return self._steps[step_id].is_agreement


def read_room_cards(seat: Seat, board: Board) -> RoomCards:
    """What citizen and consultant let the room see, and whoever is asked to the open meeting sees with it."""
    meeting_id = open_meeting_at(seat.plan_id)
    if meeting_id is None or not (seat.is_broad or seat.meeting):
        return RoomCards(board, {}, None)
    shown = {step.pk: step for step in reversed(every_step(seat)) if step.in_room}
    return RoomCards(board, shown, _BEGAN.one(meeting_id=meeting_id))


_BEGAN = Prepared(lambda: Meeting.objects.filter(pk=an_id("meeting_id")).values_list("started_at", flat=True))
