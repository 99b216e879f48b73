"""Somebody without a phone says it aloud, and another writes it down: marked so, and theirs to put right afterwards."""

from backend.plans.access import BROAD
from backend.plans.commands.base import Change, allow
from backend.plans.models import Attendance, Meeting, Member
from backend.plans.open_meeting import open_meeting_at


def check_may_write_for(change: Change, member: Member) -> None:
    """Refused, unless whoever sits here may write down what that member says aloud in the open meeting.

    Whoever leads writes for all who are asked; citizen and consultant do, too. For the citizen: only who leads. The
    citizen gives the pen away and can take it back, so nobody writes for them whom they did not let.
    """
    meeting_id = open_meeting_at(change.plan.pk)
    allow(meeting_id is not None and _may(change, Meeting.objects.get(pk=meeting_id), member))


def _may(change: Change, meeting: Meeting, member: Member) -> bool:
    if member.pk == change.me or member.role == "consultant":
        return False
    is_leading = meeting.pen_id == change.me
    if member.role == "citizen":
        return is_leading
    is_asked = Attendance.objects.filter(meeting=meeting, member=member).exists()
    return is_asked and (is_leading or change.seat.role in BROAD)
