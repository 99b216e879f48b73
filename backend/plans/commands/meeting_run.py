"""A meeting while it is open: begun and ended by the citizen or whom they named, led by whoever holds the pen."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans import access
from backend.plans.audience import of_meeting
from backend.plans.commands.attendance import comes
from backend.plans.commands.base import Change, Happened, allow
from backend.plans.commands.meeting import a_meeting, about, planned
from backend.plans.models import AgendaItem, Meeting, Role
from backend.plans.models.meeting import LONGEST, forgotten


@dataclass(frozen=True, slots=True, kw_only=True)
class StartMeeting:
    """Begin. Whoever begins holds the pen; those who are asked see what the room sees until it ends."""

    kind: ClassVar[str] = "start_meeting"
    told: ClassVar[str] = "meeting_started"
    power: ClassVar[str] = "start_meeting"

    meeting_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting = planned(change, self.meeting_id)
        allow(_may_begin(change, meeting))
        _end_a_forgotten_one(change)
        if change.plan.room_blank and change.seat.role == Role.CITIZEN:  # nobody else takes their blank wall away
            change.plan.room_blank = False
            change.plan.save(update_fields=["room_blank"])
        first = AgendaItem.objects.filter(meeting=meeting, removed_at=None).first()
        meeting.started_at = meeting.item_since = change.now
        meeting.pen_id, meeting.item = change.me, first
        meeting.save(update_fields=["started_at", "item_since", "pen", "item"])
        change.plan.meets_since = change.now
        change.plan.save(update_fields=["meets_since"])
        return Happened(meeting_id=meeting.pk, only=True, also=of_meeting(meeting), new_policy=True)


def _end_a_forgotten_one(change: Change) -> None:
    """One meeting at a time. One that nobody ended is over by the clock, and noted as such."""
    other = Meeting.objects.filter(plan=change.plan, started_at__isnull=False, ended_at=None).first()
    if other is None:
        return
    if other.started_at and other.started_at + LONGEST > change.now:
        raise Refused(_("Der er et møde i gang. Slut det først."), code="already_open")
    other.ended_at = (other.started_at or change.now) + LONGEST
    other.save(update_fields=["ended_at"])


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMeeting:
    """End: those who were asked see again what they saw before."""

    kind: ClassVar[str] = "end_meeting"
    told: ClassVar[str] = "meeting_ended"
    power: ClassVar[str] = "start_meeting"

    meeting_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting = open_one(change, self.meeting_id)
        allow(_may_begin(change, meeting))
        return _end(change, meeting, change.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndForgottenMeeting:
    """One that nobody ended is over after six hours, by the clock. Now it is told, so that open pages become new."""

    kind: ClassVar[str] = "end_forgotten_meeting"
    told: ClassVar[str] = "meeting_ended"
    power: ClassVar[str] = "end_forgotten_meeting"

    def carry_out(self, change: Change) -> Happened:
        meeting = Meeting.objects.filter(forgotten(change.now), plan=change.plan).first()
        if meeting is None or meeting.started_at is None:
            raise Refused(_("Mødet er ikke i gang."), code="not_open")
        return _end(change, meeting, meeting.started_at + LONGEST)


def _end(change: Change, meeting: Meeting, at: datetime) -> Happened:
    told = of_meeting(meeting)
    meeting.ended_at = at
    meeting.save(update_fields=["ended_at"])
    change.plan.meets_since = None
    change.plan.save(update_fields=["meets_since"])
    return Happened(meeting_id=meeting.pk, only=True, also=told, new_policy=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassPen:
    """Give the pen to somebody who is here: by whoever holds it, or by the citizen, who can always take it."""

    kind: ClassVar[str] = "pass_pen"
    told: ClassVar[str] = "pen_passed"
    power: ClassVar[str] = "lead_meeting"

    meeting_id: UUID
    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting = _led(change, self.meeting_id)
        meeting.pen = comes(change, meeting.pk, self.member_id)
        meeting.save(update_fields=["pen"])
        return Happened(meeting_id=meeting.pk, member_id=self.member_id, only=True, also=of_meeting(meeting))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoToItem:
    """Come to an item of the agenda."""

    kind: ClassVar[str] = "go_to_item"
    told: ClassVar[str] = "item_reached"
    power: ClassVar[str] = "lead_meeting"

    meeting_id: UUID
    item_id: UUID

    def carry_out(self, change: Change) -> Happened:
        meeting = _led(change, self.meeting_id)
        item = AgendaItem.objects.filter(meeting=meeting, pk=self.item_id, removed_at=None).first()
        if item is None:
            raise NotHere
        meeting.item, meeting.item_since, meeting.lit = item, change.now, None
        meeting.save(update_fields=["item", "item_since", "lit"])
        return about(meeting, item=str(item.pk), stage=item.stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class LightStep:
    """Light the card that is talked about on every screen, if it is one that the room may see; none: put it out."""

    kind: ClassVar[str] = "light_step"
    told: ClassVar[str] = "step_lit"
    power: ClassVar[str] = "lead_meeting"

    meeting_id: UUID
    step_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        meeting = _led(change, self.meeting_id)
        step = access.one_step(change.seat, self.step_id) if self.step_id else None
        if self.step_id and step is None:
            raise NotHere
        if step and not step.in_room:
            raise Refused(_("Kortet er skjult for rummet. Vis det for rummet først."), code="hidden")
        meeting.lit = step
        meeting.save(update_fields=["lit"])
        return about(meeting, **({"step": str(step.pk)} if step else {}))


def open_one(change: Change, meeting_id: UUID) -> Meeting:
    """The meeting that is open now. Raises NotHere or Refused."""
    meeting = a_meeting(change, meeting_id)
    if meeting.started_at is None or meeting.ended_at or meeting.started_at + LONGEST <= change.now:
        raise Refused(_("Mødet er ikke i gang."), code="not_open")
    return meeting


def _led(change: Change, meeting_id: UUID) -> Meeting:
    meeting = open_one(change, meeting_id)
    allow(change.seat.role == "citizen" or meeting.pen_id == change.me)
    return meeting


def _may_begin(change: Change, meeting: Meeting) -> bool:
    return change.seat.role == "citizen" or meeting.starter_id == change.me
