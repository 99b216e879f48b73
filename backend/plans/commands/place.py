"""A supporter's or professional's place: paused and back again, with a last day, and what becomes of it then."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.audience import US, Audience, of_members
from backend.plans.commands.agreement import check_day, leave_promise
from backend.plans.commands.base import Change, Happened
from backend.plans.commands.look_in import end_looks_that_are_over
from backend.plans.commands.table import check_may_leave, end_place, those_known
from backend.plans.models import Member, Share, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseMember:
    """They see nothing for a while, from now on. Nobody is told, not even in numbers."""

    kind: ClassVar[str] = "pause_member"
    told: ClassVar[str] = "member_paused"
    power: ClassVar[str] = "pause_member"

    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _pause(change, self.member_id, change.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeMember:
    """They see again what is shared with them."""

    kind: ClassVar[str] = "resume_member"
    told: ClassVar[str] = "member_resumed"
    power: ClassVar[str] = "resume_member"

    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _pause(change, self.member_id, None)


def _pause(change: Change, member_id: UUID, paused_at: datetime | None) -> Happened:
    member = check_may_leave(change, member_id)
    member.paused_at = paused_at
    member.save(update_fields=["paused_at"])
    return Happened(member_id=member.pk, only=True, new_policy=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroduceMember:
    """They and the others whom the citizen has introduced know of each other, by first name."""

    kind: ClassVar[str] = "introduce_member"
    told: ClassVar[str] = "member_introduced"
    power: ClassVar[str] = "introduce_member"

    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _introduce(change, self.member_id, is_known=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMemberApart:
    """They and the others know of each other no more. Nobody is told."""

    kind: ClassVar[str] = "set_member_apart"
    told: ClassVar[str] = "member_set_apart"
    power: ClassVar[str] = "set_member_apart"

    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _introduce(change, self.member_id, is_known=False)


def _introduce(change: Change, member_id: UUID, *, is_known: bool) -> Happened:
    """Heard by all whose pages change: by nobody as long as there is only one who is introduced."""
    member = check_may_leave(change, member_id)
    if member.is_known is is_known:
        raise Refused(_("Sådan er det allerede."), code="nothing")
    others = those_known(change, but=member)
    member.is_known = is_known
    member.save(update_fields=["is_known"])
    heard = of_members([*others, member.pk]) if others else US
    return Happened(member_id=member.pk, only=True, also=heard, new_policy=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMemberOn:
    """The last day of a task or contract; no day when `until` is empty. The place ends by itself when it is over."""

    kind: ClassVar[str] = "end_member_on"
    told: ClassVar[str] = "member_end_set"
    power: ClassVar[str] = "end_member_on"

    member_id: UUID
    until: date | None = None

    def carry_out(self, change: Change) -> Happened:
        member = check_may_leave(change, self.member_id)
        member.until = check_coming(change, self.until)
        member.save(update_fields=["until"])
        return Happened(member_id=member.pk, only=True, new_policy=True)


def check_coming(change: Change, day: date | None) -> date | None:
    """Today or later, and within ten years. Raises Refused."""
    if day and day < change.today:
        raise Refused(_("Dagen er gået. Vælg i dag eller en dag, der kommer."), code="bad_day")
    return check_day(change, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWhatRanOut:
    """Shares and places whose last day is over, and looks whose hour is. They ended with the clock; now it is told."""

    kind: ClassVar[str] = "end_what_ran_out"
    told: ClassVar[str] = "ran_out"
    power: ClassVar[str] = "end_what_ran_out"

    def carry_out(self, change: Change) -> Happened:
        over = {"plan": change.plan, "ended_at": None, "until__lt": change.today}
        members, shares = list(Member.objects.filter(**over)), list(Share.objects.filter(**over))
        if not end_looks_that_are_over(change) and not members and not shares:
            raise Refused(_("Der er ikke noget, der er udløbet."), code="nothing")
        told = of_members(share.member_id for share in shares)
        for share in shares:
            told |= _end_share(change, share)
        for member in members:
            told |= end_place(change, member)
        return Happened(only=True, also=told, new_policy=True)


def _end_share(change: Change, share: Share) -> Audience:
    share.ended_at = change.now
    share.save(update_fields=["ended_at"])
    about = Q(pk=share.step_id) if share.step_id else Q(goal_id=share.goal_id)
    promises = Step.objects.filter(about, plan=change.plan, removed_at=None, responsible=share.member_id)
    told = Audience()
    for step in promises:
        told |= leave_promise(step)
    return told
