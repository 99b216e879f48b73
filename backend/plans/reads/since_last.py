"""What was done since the last meeting, who saw it, and what the consultant kept or did not keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from backend.common import clock
from backend.plans import access, protection
from backend.plans.access import BROAD, SCREEN, Seat
from backend.plans.models import Meeting, Remark
from backend.plans.reads.board import areas_of, goals_at, read_shared
from backend.plans.reads.card import SETTLED, Card, cards_of
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.meeting import meetings_for
from backend.plans.sight import may_read_remark

WITHOUT_A_LAST = timedelta(days=90)  # what is read back when there was no meeting before


@dataclass(frozen=True, slots=True)
class DoneStep:
    """A step that is done; `saw`: who of the others said so on it, as far as this seat may read them."""

    card: Card
    saw: tuple[Face, ...]
    is_proud: bool

    @property
    def i_saw(self) -> bool:
        return any(face.is_me for face in self.saw)


@dataclass(frozen=True, slots=True)
class SinceLast:
    """Newest first. `since`: the day of the last meeting, if there was one. `kept`, `broken`: the consultant's own."""

    since: date | None
    done: tuple[DoneStep, ...]
    kept: tuple[Card, ...]
    broken: tuple[Card, ...]


def read_since_last(seat: Seat, meeting_id: UUID) -> SinceLast:
    """What this seat sees of it."""
    meeting = meetings_for(seat).filter(pk=meeting_id).first()
    last = _last(seat, meeting)
    cards = _cards(seat)
    since = last or clock.now() - WITHOUT_A_LAST
    when = dict(access.steps_for(seat).filter(status="done", done_at__gte=since).values_list("pk", "done_at"))
    done = sorted((card for card in cards if card.id in when), key=lambda card: when[card.id] or since, reverse=True)
    saw, proud = _saw(seat, [card.id for card in done]), meeting.proud_id if meeting else None
    told = SinceLast(
        since=clock.day_of(last) if last else None,
        done=tuple(protection.for_seat(seat, DoneStep(c, saw.get(c.id, ()), c.id == proud)) for c in done),
        kept=tuple(card for card in done if _is_consultants(card)),
        broken=tuple(card for card in cards if _is_consultants(card) and _is_overdue(card)),
    )
    return protection.for_seat(seat, told)


def _last(seat: Seat, meeting: Meeting | None) -> datetime | None:
    """When the one before this began, of those that this seat may know of: what was done in it was done since."""
    before = meetings_for(seat).filter(ended_at__isnull=False)
    if meeting is not None and meeting.started_at:
        before = before.filter(started_at__lt=meeting.started_at)
    return before.order_by("-started_at").values_list("started_at", flat=True).first()


def _cards(seat: Seat) -> tuple[Card, ...]:
    table = read_table(seat)
    shared = read_shared(seat, table.faces)
    areas = areas_of(goals_at(seat, shared))
    return cards_of(seat, access.every_step(seat), table=table, shared=shared, areas=areas)


def _is_consultants(card: Card) -> bool:
    return card.who is not None and card.who.role == "consultant" and card.due is not None


def _is_overdue(card: Card) -> bool:
    return card.due is not None and card.due < clock.today() and card.status not in SETTLED


def _saw(seat: Seat, steps: list[UUID]) -> Mapping[UUID, tuple[Face, ...]]:
    if seat.role == SCREEN:
        return {}
    faces = read_table(seat).faces
    found: dict[UUID, dict[UUID, Face]] = {}
    remarks = Remark.objects.filter(step__in=steps, removed_at=None).exclude(member__role__in=BROAD)
    for remark in remarks.select_related("member"):
        if may_read_remark(seat, remark):
            found.setdefault(remark.step_id, {})[remark.member_id] = faces[remark.member_id]
    return {step_id: tuple(who.values()) for step_id, who in found.items()}
