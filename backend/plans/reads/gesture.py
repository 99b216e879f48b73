"""Gestures in an open meeting: who may make one, and what of it each seat is told. Nothing of them is kept.

Decided here alone, whatever brings them. Made by whoever sits in the open meeting, at a card that they see; told to
whoever is in it, the wall included, if they know who it was and see the card. To everybody else it never happened.
"""

from dataclasses import dataclass
from uuid import UUID

from backend.common.errors import NotHere
from backend.plans import access, protection
from backend.plans.access import SCREEN, Seat
from backend.plans.open_meeting import open_meeting_at
from backend.plans.reads.faces import Face, read_table

POINT = "point"
REACTIONS = ("heart", "cheer", "thinking", "wait")


@dataclass(frozen=True, slots=True)
class Gesture:
    """One of REACTIONS by this member; or POINT, at a step."""

    what: str
    by: UUID
    step_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class GestureView:
    """A gesture as one seat is told of it; `title`: of the card, when somebody points."""

    what: str
    face: Face
    step_id: UUID | None
    title: str


def make_gesture(seat: Seat, *, what: str, step_id: UUID | None = None) -> Gesture:
    """The gesture of whoever sits here. Raises NotHere outside the open meeting, and at a card they do not see."""
    if seat.member_id is None or not may_make_gestures(seat):
        raise NotHere
    if step_id and access.one_step(seat, step_id) is None:
        raise NotHere
    return Gesture(what, seat.member_id, step_id)


def may_make_gestures(seat: Seat) -> bool:
    """Citizen, consultant, and those who are asked, while a meeting is open."""
    return seat.role != SCREEN and not seat.is_borrowed and _is_at_open_meeting(seat)


def read_gesture(seat: Seat, gesture: Gesture) -> GestureView:
    """What this seat is told of it. Raises NotHere when that is nothing."""
    if seat.is_blank or not _is_at_open_meeting(seat):
        raise NotHere
    face = read_table(seat).of(gesture.by)
    step = access.one_step(seat, gesture.step_id) if gesture.step_id else None
    if face is None or face.member_id is None or (gesture.step_id and step is None):
        raise NotHere
    return protection.for_seat(seat, GestureView(gesture.what, face, gesture.step_id, step.title if step else ""))


def _is_at_open_meeting(seat: Seat) -> bool:
    """A supporter's seat and the room's say so themselves."""
    return seat.meeting is not None or (seat.is_broad and open_meeting_at(seat.plan_id) is not None)
