"""Who comes to a meeting, and who may begin it: the citizen chooses, and nobody can say no for somebody else."""

from dataclasses import dataclass
from typing import ClassVar, Literal
from uuid import UUID

from backend.common.errors import NotHere
from backend.plans.access import BROAD
from backend.plans.audience import of_members
from backend.plans.commands.base import Change, Happened, allow
from backend.plans.commands.meeting import a_meeting, about, not_over
from backend.plans.models import Attendance, Member


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToMeeting:
    """Ask somebody at the table to a meeting. While it is open they see what the room sees."""

    kind: ClassVar[str] = "ask_to_meeting"
    told: ClassVar[str] = "asked_to_meeting"
    power: ClassVar[str] = "ask_to_meeting"

    meeting_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting, member = not_over(change, self.meeting_id), _guest(change, self.member_id)
        Attendance.objects.get_or_create(meeting=meeting, member=member)
        return _told(change, meeting.pk, member, new_policy=meeting.started_at is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnaskFromMeeting:
    """They do not come after all. What they saw through the meeting alone is closed at once."""

    kind: ClassVar[str] = "unask_from_meeting"
    told: ClassVar[str] = "unasked_from_meeting"
    power: ClassVar[str] = "ask_to_meeting"

    meeting_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting, member = not_over(change, self.meeting_id), _guest(change, self.member_id)
        gone, _ = Attendance.objects.filter(meeting=meeting, member=member).delete()
        if not gone:
            raise NotHere
        if meeting.pen_id == member.pk or meeting.starter_id == member.pk:
            meeting.pen_id = None if meeting.pen_id == member.pk else meeting.pen_id
            meeting.starter_id = None if meeting.starter_id == member.pk else meeting.starter_id
            meeting.save(update_fields=["pen", "starter"])
        meeting.agenda.filter(answers=member).update(answers=None)
        return _told(change, meeting.pk, member, new_policy=meeting.started_at is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMeeting:
    """Whoever is asked says whether they come."""

    kind: ClassVar[str] = "answer_meeting"
    told: ClassVar[str] = "meeting_answered"
    power: ClassVar[str] = "answer_meeting"

    meeting_id: UUID
    answer: Literal["coming", "not_coming"]

    def carry_out(self, change: Change) -> Happened:
        meeting = not_over(change, self.meeting_id)
        Attendance.objects.filter(meeting=meeting, member=change.me).update(answer=self.answer)
        return Happened(meeting_id=meeting.pk, member_id=change.me, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameStarter:
    """The citizen lets one of those who come begin and end the meeting, too; nobody named takes it back."""

    kind: ClassVar[str] = "name_starter"
    told: ClassVar[str] = "starter_named"
    power: ClassVar[str] = "name_starter"

    meeting_id: UUID
    member_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        meeting = not_over(change, self.meeting_id)
        meeting.starter = comes(change, meeting.pk, self.member_id) if self.member_id else None
        meeting.save(update_fields=["starter"])
        return about(meeting)


def comes(change: Change, meeting_id: UUID, member_id: UUID) -> Member:
    """Citizen, consultant, or somebody who is asked to this meeting. Raises NotHere."""
    member = Member.objects.filter(plan=change.plan, pk=member_id, ended_at=None).first()
    is_asked = Attendance.objects.filter(meeting=meeting_id, member=member_id).exists()
    if member is None or not (is_asked or member.role in BROAD):
        raise NotHere
    return member


def _guest(change: Change, member_id: UUID) -> Member:
    member = change.member(member_id)
    allow(member.role not in BROAD)
    return member


def _told(change: Change, meeting_id: UUID, member: Member, *, new_policy: bool) -> Happened:
    """Told to them and to those who come, who see each other's names in the meeting."""
    meeting = a_meeting(change, meeting_id)
    heard = about(meeting).also | of_members([member.pk])
    return Happened(meeting_id=meeting_id, member_id=member.pk, only=True, also=heard, new_policy=new_policy)
