"""For whom somebody in an open meeting may write down what is said aloud. The rule itself: commands/aloud.py."""

from uuid import UUID

from backend.plans.access import Seat
from backend.plans.reads.faces import Table
from backend.plans.reads.meeting import MeetingView


def may_write_for(seat: Seat, meeting: MeetingView, table: Table) -> frozenset[UUID]:
    """Members, never this seat's own."""
    is_leading = meeting.pen is not None and meeting.pen.is_me
    if meeting.state != "open" or not (seat.is_broad or is_leading):
        return frozenset()
    faces = [guest.face for guest in meeting.guests]
    citizen = table.with_role("citizen")
    if is_leading and citizen:
        faces.append(citizen)
    return frozenset(face.member_id for face in faces if face.member_id and not face.is_me)
