"""Meetings: planned by citizen or consultant, moved, called off, and brought back within a quarter of an hour."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, ClassVar, Literal
from urllib.parse import urlsplit
from uuid import UUID

from annotated_types import Ge, Le, Len
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.people.agendas import agenda_for
from backend.people.models import MeetingKind
from backend.people.models.setting import holding_today
from backend.plans.audience import Audience, of_meeting
from backend.plans.commands import texts
from backend.plans.commands.base import GAP, UNDO, Change, Happened, check_new
from backend.plans.commands.third import third_of
from backend.plans.models import AgendaItem, Attendance, Meeting, Member
from backend.plans.open_meeting import open_meeting_at

AHEAD = timedelta(days=2 * 366)
LINK = 300
Minutes = Annotated[int, Ge(5), Le(480)]
Code = Annotated[str, Len(1, 40)]
Link = Annotated[str, Len(0, LINK)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMeeting:
    """Set a meeting between citizen and consultant, with the agenda of its kind; the citizen asks others to it."""

    kind: ClassVar[str] = "plan_meeting"
    told: ClassVar[str] = "meeting_planned"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    meeting_kind: Code
    starts_at: datetime
    minutes: Minutes = 60
    purpose: texts.Line = ""
    place: texts.Line = ""
    link: Link = ""
    third: int | None = None

    def carry_out(self, change: Change) -> Happened:
        check_new(Meeting, self.meeting_id)
        next_before = _next(change)
        kind = MeetingKind.objects.filter(holding_today(), code=self.meeting_kind).first()
        if kind is None:
            raise NotHere
        meeting = Meeting.objects.create(
            pk=self.meeting_id,
            plan=change.plan,
            kind=kind,
            purpose=_line(self.purpose),
            place=_line(self.place),
            link=checked_link(self.link),
            starts_at=_checked_start(change, self.starts_at),
            minutes=self.minutes,
            planned_by_id=change.me,
            third_id=third_of(change, self.third),
        )
        _lay_out_agenda(change, meeting)
        return Happened(meeting_id=meeting.pk, only=True, also=_room_if_other(change, next_before))


def _lay_out_agenda(change: Change, meeting: Meeting) -> None:
    consultant = Member.objects.filter(plan=change.plan, role="consultant", ended_at=None).first()
    items = agenda_for(kind_id=meeting.kind_id, consultant_id=consultant.person_id if consultant else None)
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            words=item.words,
            stage=item.stage,
            minutes=item.minutes,
            administration=item.administration,
            position=place * GAP,
        )
        for place, item in enumerate(items, start=1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeeting:
    """Say another time for a meeting that has not begun. Who was asked is asked again."""

    kind: ClassVar[str] = "move_meeting"
    told: ClassVar[str] = "meeting_moved"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    starts_at: datetime
    minutes: Minutes

    def carry_out(self, change: Change) -> Happened:
        meeting, next_before = planned(change, self.meeting_id), _next(change)
        meeting.starts_at, meeting.minutes = _checked_start(change, self.starts_at), self.minutes
        meeting.save(update_fields=["starts_at", "minutes"])
        Attendance.objects.filter(meeting=meeting).update(answer="")
        return _about_one_ahead(change, meeting, next_before)


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordMeeting:
    """Say what a meeting is about, or where it is."""

    kind: ClassVar[str] = "reword_meeting"
    told: ClassVar[str] = "meeting_reworded"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID
    field: Literal["purpose", "place", "link"]
    text: Link

    def carry_out(self, change: Change) -> Happened:
        meeting = not_over(change, self.meeting_id)
        setattr(meeting, self.field, checked_link(self.text) if self.field == "link" else _line(self.text))
        meeting.save(update_fields=[self.field])
        return about(meeting)


@dataclass(frozen=True, slots=True, kw_only=True)
class SayWhatMatters:
    """The citizen says what is important to talk about; read by the consultant, and by nobody else."""

    kind: ClassVar[str] = "say_what_matters"
    told: ClassVar[str] = "what_matters_said"
    power: ClassVar[str] = "say_what_matters"

    meeting_id: UUID
    words: texts.Long

    def carry_out(self, change: Change) -> Happened:
        meeting = not_over(change, self.meeting_id)
        meeting.matters = texts.cleaned(self.words, longest=texts.LONG)
        meeting.save(update_fields=["matters"])
        return Happened(meeting_id=meeting.pk, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelMeeting:
    """Call off a meeting that has not begun. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "cancel_meeting"
    told: ClassVar[str] = "meeting_cancelled"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting, next_before = planned(change, self.meeting_id), _next(change)
        meeting.cancelled_at = change.now
        meeting.save(update_fields=["cancelled_at"])
        return _about_one_ahead(change, meeting, next_before)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreMeeting:
    """The meeting is on again."""

    kind: ClassVar[str] = "restore_meeting"
    told: ClassVar[str] = "meeting_restored"
    power: ClassVar[str] = "plan_meeting"

    meeting_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting = Meeting.objects.filter(plan=change.plan, pk=self.meeting_id, cancelled_at__isnull=False).first()
        if meeting is None or meeting.cancelled_at is None:
            raise NotHere
        if meeting.cancelled_at + UNDO < change.now:
            raise Refused(_("Det er for sent at fortryde. Aftal et nyt møde."), code="too_late")
        next_before, meeting.cancelled_at = _next(change), None
        meeting.save(update_fields=["cancelled_at"])
        return _about_one_ahead(change, meeting, next_before)


def a_meeting(change: Change, meeting_id: UUID) -> Meeting:
    """A meeting that this seat may know of: citizen and consultant each of their plan's, others what they are asked to.

    Raises NotHere.
    """
    meetings = Meeting.objects.filter(plan=change.plan, pk=meeting_id, cancelled_at=None)
    if not change.seat.is_broad:
        meetings = meetings.filter(attendances__member=change.me)
    meeting = meetings.first()
    if meeting is None:
        raise NotHere
    return meeting


def planned(change: Change, meeting_id: UUID) -> Meeting:
    """A meeting that has not begun. Raises NotHere or Refused."""
    meeting = a_meeting(change, meeting_id)
    if meeting.started_at:
        raise Refused(_("Mødet er begyndt."), code="already_begun")
    return meeting


def not_over(change: Change, meeting_id: UUID) -> Meeting:
    """A meeting that has not ended. Raises NotHere or Refused."""
    meeting = a_meeting(change, meeting_id)
    if meeting.ended_at:
        raise Refused(_("Mødet er slut."), code="over")
    return meeting


def about(meeting: Meeting, **facts: str) -> Happened:
    """Told to those who are asked to the meeting, and to the room while it is open."""
    return Happened(meeting_id=meeting.pk, only=True, also=of_meeting(meeting), facts=facts)


def _about_one_ahead(change: Change, meeting: Meeting, next_before: datetime | None) -> Happened:
    told = of_meeting(meeting) | _room_if_other(change, next_before)
    return Happened(meeting_id=meeting.pk, only=True, also=told)


def _room_if_other(change: Change, next_before: datetime | None) -> Audience:
    """The wall says when the next meeting is, at the end of an open one; with a protected address it does not."""
    is_shown = open_meeting_at(change.plan.pk) is not None and not change.plan.protected
    return Audience(room=is_shown and _next(change) != next_before)


def _next(change: Change) -> datetime | None:
    ahead = Meeting.objects.filter(plan=change.plan, started_at=None, cancelled_at=None, starts_at__gt=change.now)
    return ahead.order_by("starts_at").values_list("starts_at", flat=True).first()


def checked_link(text: str) -> str:
    """An address that a browser may open, or none. Raises Refused."""
    link = texts.cleaned(text, longest=LINK, one_line=True)
    if link and (urlsplit(link).scheme != "https" or not urlsplit(link).hostname):
        raise Refused(_("Et link til mødet begynder med https://"), code="bad_link")
    return link


def _line(text: str) -> str:
    return texts.cleaned(text, longest=texts.TITLE, one_line=True)


def _checked_start(change: Change, starts_at: datetime) -> datetime:
    starts_at = clock.at_home(starts_at)
    if not change.now - timedelta(days=1) <= starts_at <= change.now + AHEAD:
        raise Refused(_("Vælg en dag fra i dag og højst to år frem."), code="bad_day")
    return starts_at
