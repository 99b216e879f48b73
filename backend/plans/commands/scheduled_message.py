"""What was written to be sent later is sent: once, by the door, for whoever wrote it."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from backend.common.errors import NotHere
from backend.plans.commands.base import Change, Happened
from backend.plans.commands.message import write_down
from backend.plans.models import Member, ScheduledMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class SendScheduled:
    """The row goes and the message comes in one transaction, so that neither a crash nor two processes send twice."""

    kind: ClassVar[str] = "send_scheduled"
    told: ClassVar[str] = "message_written"
    power: ClassVar[str] = "write_message"

    scheduled_id: UUID

    def carry_out(self, change: Change) -> Happened:
        waiting = ScheduledMessage.objects.filter(plan=change.plan, member=change.me, removed_at=None, stopped_at=None)
        one = waiting.select_for_update().filter(pk=self.scheduled_id).first()
        if one is None:
            raise NotHere
        message = write_down(change, one.pk, one.words)
        one.delete()
        return Happened(message_id=message.pk, only=True)


def pass_on(change: Change, writer: Member, to: UUID) -> None:
    """Whoever wrote it has the citizen no more: it is not sent, which they are told, and its words go from them.

    The next consultant has a copy that waits for them to send it as their own, or to drop it.
    """
    waiting = ScheduledMessage.objects.filter(member=writer, stopped_at=None)
    ScheduledMessage.objects.bulk_create(
        ScheduledMessage(
            plan=change.plan, member_id=to, former_id=one.former_id or writer.pk, words=one.words, due_at=one.due_at
        )
        for one in waiting.filter(removed_at=None)
    )
    waiting.filter(removed_at=None).update(stopped_at=change.now, words="")
    waiting.filter(stopped_at=None).delete()
