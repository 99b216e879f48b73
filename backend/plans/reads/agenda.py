"""What a meeting is to come to, as one seat may know it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.plans import protection
from backend.plans.access import Seat
from backend.plans.models import AgendaItem, Meeting
from backend.plans.reads.faces import Face, Table


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing on the agenda. `state`: past, now or ahead of where the meeting is.

    `administration`: whose own part it is, and who of those that this seat knows `answers` for it.
    """

    id: UUID
    words: str
    stage: str
    minutes: int
    state: str
    administration: str
    answers: Face | None


def read_agenda(seat: Seat, meeting: Meeting, items: Sequence[AgendaItem], table: Table) -> tuple[ItemView, ...]:
    """These items of a meeting that this seat may know of, in order; no query."""
    here = next((place for place, item in enumerate(items) if item.pk == meeting.item_id), None)

    def state(place: int) -> str:
        if here is None or place > here:
            return "ahead"
        return "now" if place == here else "past"

    def view(place: int, item: AgendaItem) -> ItemView:
        face = table.of(item.answers_id)
        answers = face if face and face.member_id else None
        return ItemView(item.pk, item.words, item.stage, item.minutes, state(place), item.administration, answers)

    return tuple(protection.for_seat(seat, view(place, item)) for place, item in enumerate(items))
