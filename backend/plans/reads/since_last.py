"""What was done since the last meeting, who saw it, and what the consultant kept or did not keep."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from backend.common import clock
from backend.common.prepared import Prepared, a_moment, a_number
from backend.plans import protection
from backend.plans.access import BROAD, SCREEN, Seat
from backend.plans.every import every_meeting, every_step
from backend.plans.models import Meeting, Remark, Step
from backend.plans.reads.board import read_board
from backend.plans.reads.card import SETTLED, Card
from backend.plans.reads.faces import Face, read_table
from backend.plans.reads.uncounted import uncounted_cards
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
    """Newest first. `since`: the day of the last meeting, if there was one. `kept`, `broken`: the consultant's own.

    `proud_entry`: the small step that the citizen is proudest of, if it is one.
    """

    since: date | None
    done: tuple[DoneStep, ...]
    kept: tuple[Card, ...]
    broken: tuple[Card, ...]
    proud_entry: UUID | None


def read_since_last(seat: Seat, meeting_id: UUID) -> SinceLast:
    """What this seat sees of it."""
    meetings = every_meeting(seat)
    meeting = next((one for one in meetings if one.pk == meeting_id), None)
    last = _last(meetings, meeting)
    since, board = last or clock.now() - WITHOUT_A_LAST, read_board(seat)
    steps = every_step(seat)
    newest = sorted((step for step in steps if _is_done(step, since)), key=_done_at, reverse=True)
    done = uncounted_cards(board, newest)
    cards = uncounted_cards(board, (step for step in steps if step.due and step.responsible_id))
    saw, proud = _saw(seat, since) if done else {}, meeting.proud_id if meeting else None
    told = SinceLast(
        since=clock.day_of(last) if last else None,
        done=tuple(protection.for_seat(seat, DoneStep(c, saw.get(c.id, ()), c.id == proud)) for c in done),
        kept=tuple(card for card in done if _is_consultants(card)),
        broken=tuple(card for card in cards if _is_consultants(card) and _is_overdue(card)),
        proud_entry=meeting.proud_entry_id if meeting else None,
    )
    return protection.for_seat(seat, told)


def _last(meetings: Iterable[Meeting], meeting: Meeting | None) -> datetime | None:
    """When the one before this began, of those that this seat may know of: what was done in it was done since."""
    began = [one.started_at for one in meetings if one.started_at and one.ended_at]
    this = meeting.started_at if meeting else None
    return max((at for at in began if this is None or at < this), default=None)


def _is_done(step: Step, since: datetime) -> bool:
    return step.status == "done" and step.done_at is not None and step.done_at >= since


def _done_at(step: Step) -> datetime:
    assert step.done_at is not None
    return step.done_at


def _is_consultants(card: Card) -> bool:
    return card.who is not None and card.who.role == "consultant" and card.due is not None


def _is_overdue(card: Card) -> bool:
    return card.due is not None and card.due < clock.today() and card.status not in SETTLED


def _saw(seat: Seat, since: datetime) -> Mapping[UUID, tuple[Face, ...]]:
    """By step: who of the others wrote on what was done since then, as far as this seat may read it."""
    if seat.role == SCREEN:
        return {}
    faces = read_table(seat).faces
    found: dict[UUID, dict[UUID, Face]] = {}
    for remark in _REMARKS.all(plan_id=seat.plan_id, since=since):
        if may_read_remark(seat, remark):
            found.setdefault(remark.step_id, {})[remark.member_id] = faces[remark.member_id]
    return {step_id: tuple(who.values()) for step_id, who in found.items()}


_DONE_SINCE = {"step__status": "done", "step__removed_at": None, "removed_at": None}
_REMARKS = Prepared(
    lambda: (
        Remark.objects.filter(plan_id=a_number("plan_id"), step__done_at__gte=a_moment("since"), **_DONE_SINCE)
        .exclude(member__role__in=BROAD)
        .select_related("member")
    )
)
