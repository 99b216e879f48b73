"""A step as a card, as one seat may see it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.plans import protection
from backend.plans.access import Seat
from backend.plans.journal import newest_numbers
from backend.plans.models import Step
from backend.plans.powers import is_mine, step_powers
from backend.plans.reads.faces import Face, Table
from backend.plans.sight import may_know_of_room

_BY_THEMSELF = 2  # parts of a voice that its own member gave: answer and moment
SETTLED = ("done", "dropped", "paused")  # nobody waits for a yes to these
AGREED_OR_DOING = ("agreed", "doing")


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One voice on an agreement; `answer` is empty while nothing is answered.

    `entered_by`: who wrote it down when it was said aloud in a meeting.
    """

    face: Face
    answer: str
    entered_by: Face | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A step on the board.

    `waits`: "my_yes" when this seat is to answer, "citizens_yes" when the citizen is, else empty. `position` orders
    cards among those this seat sees; `seq` is the number, as this seat counts, of what last happened to it. `may` holds
    the kinds of commands this seat may give about it.
    """

    id: UUID
    title: str
    status: str
    position: int
    seq: int
    goal_id: UUID | None
    life_area: str
    who: Face | None
    due: date | None
    waits: str
    suggested_by: Face | None
    voices: tuple[VoiceView, ...]
    is_agreement: bool
    counts_as_agreed: bool
    carried_by: str
    done_on: date | None
    in_room: bool
    shared_with: tuple[Face, ...]
    mine: bool
    may: frozenset[str]

    @property
    def is_open(self) -> bool:
        """Does it stand as agreed, or under way, without being agreed? Then its column does not count it.

        What is under way without a person or a day was never asked about.
        """
        is_asked = self.status == "agreed" or (self.status == "doing" and self.is_agreement)
        return is_asked and not self.counts_as_agreed

    @property
    def is_refused(self) -> bool:
        """Has the citizen said no to it?"""
        return any(voice.answer == "disagreed" and voice.face.role == "citizen" for voice in self.voices)


@dataclass(frozen=True, slots=True)
class Shared:
    """Who sees each step and each goal, beside citizen and consultant."""

    steps: Mapping[UUID, list[Face]]
    goals: Mapping[UUID, list[Face]]


def cards_of(
    seat: Seat, steps: Iterable[Step], *, table: Table, shared: Shared, areas: Mapping[UUID, str]
) -> tuple[Card, ...]:
    """Steps as cards, in order. A narrow seat counts places and numbers itself: gaps would tell what is hidden."""
    cards = tuple(_card(seat, step, table, shared, areas) for step in steps)
    return cards if seat.is_broad else _as_counted(seat, cards)


def uncounted(seat: Seat, steps: Iterable[Step], *, table: Table, areas: Mapping[UUID, str]) -> tuple[Card, ...]:
    """Steps as cards where it is not told in which order they stand, their numbers, or with whom they are shared."""
    alone = Shared({}, {})
    return tuple(replace(_card(seat, step, table, alone, areas), position=0, seq=0) for step in steps)


def _as_counted(seat: Seat, cards: tuple[Card, ...]) -> tuple[Card, ...]:
    newest = newest_numbers(seat, [card.id for card in cards])
    return tuple(replace(card, position=rank, seq=newest.get(card.id, 0)) for rank, card in enumerate(cards, start=1))


def _card(seat: Seat, step: Step, table: Table, shared: Shared, areas: Mapping[UUID, str]) -> Card:
    goal_id = step.goal_id if step.goal_id in areas else None
    voices = _voices(step, table)
    card = Card(
        id=step.pk,
        title=step.title,
        status=step.status,
        position=step.position,
        seq=step.seq,
        goal_id=goal_id,
        life_area=areas[goal_id] if goal_id else "",
        who=table.of(step.responsible_id),
        due=step.due,
        waits=waits_for(seat, step, table),
        suggested_by=table.of(step.suggested_by_id) if step.accepted_at is None else None,
        voices=voices if step.is_agreement else tuple(filter(_is_citizens_no, voices)),
        is_agreement=step.is_agreement,
        counts_as_agreed=_counts_as_agreed(step, table),
        carried_by=step.carried_by,
        done_on=clock.day_of(step.done_at) if step.done_at else None,
        in_room=step.in_room and may_know_of_room(seat),
        shared_with=_seen_by(step, shared),
        mine=is_mine(seat, step.responsible_id),
        may=step_powers(seat, step),
    )
    return protection.for_seat(seat, card)


def _voices(step: Step, table: Table) -> tuple[VoiceView, ...]:
    """Citizen, consultant and whoever is responsible, once each; silence shows as not answered."""
    who = [table.with_role("citizen"), table.with_role("consultant"), table.of(step.responsible_id)]
    faces = {face.member_id or "other": face for face in who if face}
    return tuple(_voice(step, table, face) for face in faces.values())


def _voice(step: Step, table: Table, face: Face) -> VoiceView:
    answer, *told = step.voices.get(str(face.member_id or step.responsible_id), [""])
    return VoiceView(face, answer, table.of(UUID(told[1])) if len(told) > 1 else None)


def _is_citizens_no(voice: VoiceView) -> bool:
    """Their no to a suggestion stands, also while it has nobody to do it and no day."""
    return voice.face.role == "citizen" and voice.answer == "disagreed"


def _counts_as_agreed(step: Step, table: Table) -> bool:
    """Only with the citizen's yes, to the step and to who does it when."""
    is_accepted = step.is_agreement and step.accepted_at is not None
    return is_accepted and has_own_yes(step.voices, citizen_at(table))


def has_own_yes(voices: Mapping[str, list[Any]], citizen: UUID | None) -> bool:
    """Has the citizen, named by their place, said yes by themself? What another wrote for them is not yet theirs."""
    said = voices.get(str(citizen), [])
    return len(said) == _BY_THEMSELF and said[0] == "agreed"


def citizen_at(table: Table) -> UUID | None:
    """The citizen's place, as voices name it."""
    citizen = table.with_role("citizen")
    return citizen.member_id if citizen else None


def waits_for(seat: Seat, step: Step, table: Table) -> str:
    """Whose yes a step waits for, as in `Card.waits`."""
    if step.status in SETTLED:
        return ""
    if _citizen_is_to_answer(step, table):
        return "my_yes" if seat.role == "citizen" else "citizens_yes"
    asked = step.is_agreement and (seat.role == "consultant" or is_mine(seat, step.responsible_id))
    return "my_yes" if asked and str(seat.member_id) not in step.voices else ""


def _citizen_is_to_answer(step: Step, table: Table) -> bool:
    answered = len(step.voices.get(str(citizen_at(table)), ())) == _BY_THEMSELF
    return step.accepted_at is None or (step.is_agreement and not answered)


def _seen_by(step: Step, shared: Shared) -> tuple[Face, ...]:
    """Those who see the step by itself or through its goal, once each."""
    faces = [*shared.steps.get(step.pk, ()), *(shared.goals.get(step.goal_id, ()) if step.goal_id else ())]
    return tuple(dict.fromkeys(faces))
