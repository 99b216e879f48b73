"""Who sits at the table, and which wall shows the plan. Adding people and walls is not open to the API."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Literal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.people.models import Person
from backend.plans.access import BROAD
from backend.plans.audience import US, Audience, of_everyone, of_members, of_step
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_new
from backend.plans.commands.scheduled_message import pass_on
from backend.plans.models import Member, Screen, Share, Step

SCREEN_LIFE = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMember:
    """Give a supporter or professional a place at the table; they see nothing until something is shared."""

    kind: ClassVar[str] = "add_member"
    told: ClassVar[str] = "member_added"
    power: ClassVar[str] = "add_member"

    member_id: UUID
    person_id: int
    role: Literal["supporter", "professional"]
    relation: texts.Line = ""

    def carry_out(self, change: Change) -> Happened:
        check_new(Member, self.member_id)
        check_no_place(change, self.person_id)
        if not Person.objects.filter(pk=self.person_id, is_active=True).exists():
            raise NotHere
        Member.objects.create(
            pk=self.member_id,
            plan=change.plan,
            person_id=self.person_id,
            role=self.role,
            relation=texts.cleaned(self.relation, longest=80, one_line=True),
            head=counted_so_far(change, self.person_id),
            joined_at=change.now,
        )
        also = of_members([self.member_id])
        return Happened(member_id=self.member_id, only=True, also=also, new_policy=True)


def check_no_place(change: Change, person_id: int) -> None:
    """Refuse a second place for the same person."""
    if Member.objects.filter(plan=change.plan, person_id=person_id, ended_at=None).exists():
        raise Refused(_("Personen sidder allerede ved bordet."), code="already_there")


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMember:
    """End a supporter's or professional's place, silently and at once. Their promises stand without an owner."""

    kind: ClassVar[str] = "end_member"
    told: ClassVar[str] = "member_ended"
    power: ClassVar[str] = "end_member"

    member_id: UUID

    def carry_out(self, change: Change) -> Happened:
        member = check_may_leave(change, self.member_id)
        return Happened(member_id=member.pk, only=True, also=end_place(change, member), new_policy=True)


def counted_so_far(change: Change, person_id: int) -> int:
    """Where this person's numbers ended when they last sat here.

    Their new place counts on from there: a page still open from then must not take what comes now for what came next.
    """
    places = Member.objects.filter(plan=change.plan, person_id=person_id)
    return max(places.values_list("head", flat=True), default=0)


def check_may_leave(change: Change, member_id: UUID) -> Member:
    """A supporter or professional at this table. Raises NotHere or Refused."""
    member = change.member(member_id)
    if member.role in BROAD:
        raise Refused(_("Du og din konsulent bliver siddende ved bordet."), code="not_allowed")
    return member


def end_place(change: Change, member: Member) -> Audience:
    """All that a place held is over. Gives those who see that a promise fell away, never the one who left."""
    promises = Step.objects.filter(plan=change.plan, responsible=member).exclude(status="done")
    noticed = US
    for step_id in promises.values_list("pk", flat=True):
        noticed |= of_step(step_id)
    Share.objects.filter(member=member, ended_at=None).update(ended_at=change.now)
    promises.update(responsible=None, voices={}, seq=change.plan.head_seq)
    if member.is_known:
        noticed |= of_members(those_known(change, but=member))
    member.ended_at = change.now
    member.save(update_fields=["ended_at"])
    return Audience(noticed.members - {member.pk}, room=noticed.room)


def those_known(change: Change, *, but: Member) -> list[UUID]:
    """The others at the table whom the citizen has introduced."""
    known = Member.objects.filter(plan=change.plan, ended_at=None, is_known=True).exclude(pk=but.pk)
    return list(known.values_list("pk", flat=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceConsultant:
    """Another consultant takes the place of the present one, and what that one has promised (decision 0071)."""

    kind: ClassVar[str] = "replace_consultant"
    told: ClassVar[str] = "consultant_replaced"
    power: ClassVar[str] = "replace_consultant"

    member_id: UUID
    person_id: int

    def carry_out(self, change: Change) -> Happened:
        if not Person.objects.filter(pk=self.person_id, staff_role="consultant", is_active=True).exists():
            raise NotHere
        check_new(Member, self.member_id)
        check_no_place(change, self.person_id)
        before = Member.objects.get(plan=change.plan, role="consultant", ended_at=None)
        before.ended_at = change.now
        before.save(update_fields=["ended_at"])
        Member.objects.create(
            pk=self.member_id, plan=change.plan, person_id=self.person_id, role="consultant", joined_at=change.now
        )
        _hand_over_promises(change, before, self.member_id)
        pass_on(change, before, self.member_id)
        also = of_everyone(change.plan.pk)
        return Happened(member_id=self.member_id, only=True, also=also, new_policy=True)


def _hand_over_promises(change: Change, before: Member, member_id: UUID) -> None:
    """The others' voices stand; the new one is asked for theirs, and whose promise it was stays with it by name."""
    for step in Step.objects.filter(plan=change.plan, responsible=before).exclude(status="done"):
        was_asked_in_vain = step.promised_by_id and not _is_agreed_by(step, before.pk)
        step.promised_by_id = step.promised_by_id if was_asked_in_vain else before.pk
        step.responsible_id, step.seq = member_id, change.plan.head_seq
        step.voices = {who: voice for who, voice in step.voices.items() if who != str(before.pk)}
        step.save(update_fields=["responsible", "promised_by", "voices", "seq"])


def _is_agreed_by(step: Step, member_id: UUID) -> bool:
    return bool(step.voices.get(str(member_id), [""])[0] == "agreed")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetProtection:
    """Say whether the citizen has address protection: every seat is judged by it from now on."""

    kind: ClassVar[str] = "set_protection"
    told: ClassVar[str] = "protection_set"
    power: ClassVar[str] = "set_protection"

    protected: bool

    def carry_out(self, change: Change) -> Happened:
        change.plan.protected = self.protected
        change.plan.save(update_fields=["protected"])
        return Happened(only=True, also=of_everyone(change.plan.pk), new_policy=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenScreen:
    """Open a wall on this plan for at most twelve hours."""

    kind: ClassVar[str] = "open_screen"
    told: ClassVar[str] = "screen_opened"
    power: ClassVar[str] = "open_screen"

    screen_id: UUID
    room_name: texts.Line

    def carry_out(self, change: Change) -> Happened:
        check_new(Screen, self.screen_id)
        Screen.objects.create(
            pk=self.screen_id,
            plan=change.plan,
            room_name=texts.needed(self.room_name, longest=80),
            opened_by_id=change.me,
            opened_at=change.now,
            until=change.now + SCREEN_LIFE,
        )
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseScreen:
    """Make a wall dark."""

    kind: ClassVar[str] = "close_screen"
    told: ClassVar[str] = "screen_closed"
    power: ClassVar[str] = "close_screen"

    screen_id: UUID

    def carry_out(self, change: Change) -> Happened:
        open_ones = Screen.objects.filter(pk=self.screen_id, plan=change.plan, closed_at=None)
        if not open_ones.update(closed_at=change.now):
            raise NotHere
        return Happened(only=True, new_policy=True)
