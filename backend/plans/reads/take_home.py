"""The words that are taken home from a meeting."""

from dataclasses import dataclass
from uuid import UUID

from backend.plans import protection
from backend.plans.access import Seat
from backend.plans.models import Attendance, MeetingWord
from backend.plans.open_meeting import open_meeting_at
from backend.plans.reads.faces import Face, Table, read_table


@dataclass(frozen=True, slots=True)
class MeetingWordView:
    """One person's word; `entered_by`: who wrote it down when it was said aloud."""

    face: Face
    words: str
    entered_by: Face | None


def read_words(seat: Seat, meeting_id: UUID, table: Table | None = None) -> tuple[MeetingWordView, ...]:
    """In the order said: all of them to citizen and consultant, and while it is open to those asked and to the wall.

    When it is over, whoever was asked keeps their own.
    """
    if not _may_read(seat, meeting_id):
        return ()
    is_over = not seat.is_broad and open_meeting_at(seat.plan_id) != meeting_id
    table = table or read_table(seat)
    words = MeetingWord.objects.filter(meeting_id=meeting_id, meeting__plan_id=seat.plan_id)
    views = (
        MeetingWordView(table.faces[word.member_id], word.words, table.of(word.entered_by_id))
        for word in words
        if word.member_id in table.faces and (word.member_id == seat.member_id or not is_over)
    )
    return tuple(protection.for_seat(seat, view) for view in views)


def _may_read(seat: Seat, meeting_id: UUID) -> bool:
    if seat.is_broad:
        return True
    if seat.role == "screen":
        return not seat.is_blank and open_meeting_at(seat.plan_id) == meeting_id
    asked = Attendance.objects.filter(meeting_id=meeting_id)
    return seat.member_id is not None and asked.filter(member_id=seat.member_id).exists()
