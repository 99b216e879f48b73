"""The conversation: a message is written, put right, taken back and fetched again, and how far each has read."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, ClassVar
from uuid import UUID

from annotated_types import Ge, Len
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.plans.access import BROAD
from backend.plans.commands import texts
from backend.plans.commands.attached import MOST, attach
from backend.plans.commands.base import UNDO, Change, Happened, allow, check_new, check_same_text, removed
from backend.plans.models import Draft, Member, Message, Plan, Step
from backend.plans.sight import messages_for

REWORDED_WITHIN: timedelta = UNDO


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMessage:
    """Write to the other: citizen to consultant, consultant to citizen.

    `step_id`: the card that it is about. `attachments`: photos and files that came before it, in their order; with one
    of them it needs no words.
    """

    kind: ClassVar[str] = "write_message"
    told: ClassVar[str] = "message_written"
    power: ClassVar[str] = "write_message"

    message_id: UUID
    words: texts.Long
    step_id: UUID | None = None
    attachments: Annotated[tuple[UUID, ...], Len(0, MOST)] = ()

    def carry_out(self, change: Change) -> Happened:
        check_new(Message, self.message_id)
        step = change.step(self.step_id, "remark_on_step") if self.step_id else None
        message = write_down(change, self.message_id, self._words(), step)
        attach(change, message, self.attachments)
        Draft.objects.filter(member=change.me).delete()
        return Happened(message_id=message.pk, only=True)

    def _words(self) -> str:
        clean = texts.cleaned if self.attachments else texts.needed
        return clean(self.words, longest=texts.LONG, one_line=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordMessage:
    """Put one's own message right, for 15 minutes. `was`: the text as the writer saw it."""

    kind: ClassVar[str] = "reword_message"
    told: ClassVar[str] = "message_reworded"
    power: ClassVar[str] = "write_message"

    message_id: UUID
    text: Annotated[str, Len(1, texts.LONG)]
    was: texts.Long

    def carry_out(self, change: Change) -> Happened:
        message = _mine(change, self.message_id)
        text = texts.needed(self.text, longest=texts.LONG, one_line=False)
        check_same_text(message.words, self.was, yours=text, field="words")
        message.words, message.reworded_at = text, change.now
        _save(change, message, "words", "reworded_at")
        return Happened(message_id=message.pk, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMessage:
    """Take back one's own message, for 15 minutes. That can be undone for 15 minutes more."""

    kind: ClassVar[str] = "remove_message"
    told: ClassVar[str] = "message_removed"
    power: ClassVar[str] = "write_message"

    message_id: UUID

    def carry_out(self, change: Change) -> Happened:
        message = _mine(change, self.message_id)
        message.removed_at = change.now
        _save(change, message, "removed_at")
        _count_again(change)
        return Happened(message_id=message.pk, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreMessage:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_message"
    told: ClassVar[str] = "message_restored"
    power: ClassVar[str] = "write_message"

    message_id: UUID

    def carry_out(self, change: Change) -> Happened:
        message = removed(Message.objects.filter(plan=change.plan, member=change.me), change, self.message_id)
        message.removed_at = None
        _save(change, message, "removed_at")
        _count_again(change)
        return Happened(message_id=message.pk, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMessages:
    """Up to this number the reader has seen them, and the other may know: never for a citizen who does not show it."""

    kind: ClassVar[str] = "read_messages"
    told: ClassVar[str] = "messages_read"
    power: ClassVar[str] = "write_message"

    upto: Annotated[int, Ge(0)]

    def carry_out(self, change: Change) -> Happened:
        member = Member.objects.get(pk=change.me)
        member.read_number = max(member.read_number, min(self.upto, change.plan.message_head))
        member.read_at, member.unread = change.now, unread_by(member)
        member.save(update_fields=["read_number", "read_at", "unread"])
        return Happened(only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowReading:
    """The citizen lets the consultant see how far they have read."""

    kind: ClassVar[str] = "show_reading"
    told: ClassVar[str] = "reading_shown"
    power: ClassVar[str] = "show_reading"

    def carry_out(self, change: Change) -> Happened:
        return _show_reading(change, shown=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class HideReading:
    """The citizen keeps to themself how far they have read, also what was shown before."""

    kind: ClassVar[str] = "hide_reading"
    told: ClassVar[str] = "reading_hidden"
    power: ClassVar[str] = "show_reading"

    def carry_out(self, change: Change) -> Happened:
        return _show_reading(change, shown=False)


def _show_reading(change: Change, *, shown: bool) -> Happened:
    Plan.objects.filter(pk=change.plan.pk).update(shows_reading=shown)
    return Happened(only=True)


def write_down(change: Change, message_id: UUID, words: str, step: Step | None = None) -> Message:
    """The next message, of words that are clean, by whoever makes the change; the other has one more to read."""
    change.plan.message_head += 1
    message = Message.objects.create(
        pk=message_id,
        plan=change.plan,
        number=change.plan.message_head,
        member_id=change.me,
        words=words,
        step=step,
        seq=change.plan.head_seq,
        at=change.now,
    )
    Plan.objects.filter(pk=change.plan.pk).update(message_head=change.plan.message_head)
    _readers(change).exclude(pk=change.me).update(unread=F("unread") + 1)
    return message


def _mine(change: Change, message_id: UUID) -> Message:
    """One's own message, less than 15 minutes old. Raises NotHere or Refused."""
    message = messages_for(change.seat).filter(pk=message_id).first()
    if message is None:
        raise NotHere
    allow(message.member_id == change.me)
    if message.at + REWORDED_WITHIN < change.now:
        raise Refused(_("Beskeden er mere end et kvarter gammel. Skriv en ny i stedet."), code="too_late")
    return message


def quote_step(change: Change, message_id: UUID, step_id: UUID) -> None:
    """From now on a message quotes the step that was made of it. Raises NotHere, or Refused when it quotes one."""
    message = messages_for(change.seat).filter(pk=message_id).first()
    if message is None:
        raise NotHere
    if message.step_id is not None:
        raise Refused(_("Beskeden er allerede blevet til et skridt."), code="already_there")
    message.step_id = step_id
    _save(change, message, "step")


def _save(change: Change, message: Message, *fields: str) -> None:
    message.seq = change.plan.head_seq
    message.save(update_fields=[*fields, "seq"])


def _readers(change: Change) -> QuerySet[Member]:
    return Member.objects.filter(plan=change.plan, role__in=BROAD, ended_at=None)


def _count_again(change: Change) -> None:
    for member in _readers(change).exclude(pk=change.me):
        member.unread = unread_by(member)
        member.save(update_fields=["unread"])


def unread_by(member: Member) -> int:
    """How many messages by others this member has not read."""
    there = Message.objects.filter(plan=member.plan_id, removed_at=None, number__gt=member.read_number)
    return there.exclude(member=member.pk).count()
