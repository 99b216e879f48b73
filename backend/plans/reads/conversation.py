"""The conversation between citizen and consultant, leafed through by number: a long one costs what a short one does."""

from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten
from uuid import UUID

from django.db.models import QuerySet

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.commands.message import REWORDED_WITHIN
from backend.plans.commands.texts import TITLE
from backend.plans.models import Member, Message, Plan
from backend.plans.reads.attachment import AttachmentView, view_of
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.sight import messages_for

LEAF = 30  # messages


@dataclass(frozen=True, slots=True)
class QuotedStep:
    """The card that a message is about; `title` is empty when the card is gone."""

    id: UUID
    title: str


@dataclass(frozen=True, slots=True)
class MessageView:
    """`until`: by then its writer can put it right or take it back, if this seat is its writer."""

    id: UUID
    number: int
    face: Face | None
    words: str
    at: datetime
    is_reworded: bool
    step: QuotedStep | None
    seq: int
    until: datetime | None
    attachments: tuple[AttachmentView, ...] = ()

    @property
    def title(self) -> str:
        """Its first line, as short as a step's title."""
        return shorten(self.words.partition("\n")[0] or self.words, TITLE, placeholder="…")


@dataclass(frozen=True, slots=True)
class ReadMark:
    """How far the other has read, and when; None where there is nothing to know."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """One or two leaves of it, oldest first. `earlier`, `later`: the leaves beside them; None where there are none."""

    other: Face | None
    messages: tuple[MessageView, ...]
    earlier: int | None
    later: int | None
    newest: int
    unread: int
    read_mark: ReadMark | None
    shows_reading: bool


def leaf_of(number: int) -> int:
    """On which leaf a message stands: 1 to 30 on leaf 1."""
    return max(1, -(-number // LEAF))


def first_on_newest(head: int) -> int:
    """The first number on the page that ends with the newest message: the last leaf, and the one before it."""
    return (max(1, leaf_of(head) - 1) - 1) * LEAF + 1


def read_conversation(seat: Seat, leaf: int | None = None, table: Table | None = None) -> Conversation:
    """A leaf by its number, or the end of the conversation: six queries. Raises NotHere for everybody else."""
    plan = _plan(seat)
    table = table or read_table(seat)
    last = leaf_of(plan.message_head)
    if leaf is not None and not 1 <= leaf <= last:
        raise NotHere
    first = first_on_newest(plan.message_head) if leaf is None else (leaf - 1) * LEAF + 1
    end = plan.message_head if leaf is None else leaf * LEAF
    rows = _whole(messages_for(seat).filter(number__gte=first, number__lte=end))
    return Conversation(
        other=table.with_role("consultant" if seat.role == "citizen" else "citizen"),
        messages=tuple(_view(seat, row, table) for row in rows),
        earlier=leaf_of(first) - 1 or None,
        later=None if leaf is None or leaf == last else leaf + 1,
        newest=plan.message_head,
        unread=seat.unread,
        read_mark=_read_mark(seat, plan),
        shows_reading=plan.shows_reading,
    )


def read_messages(seat: Seat, ids: set[UUID], steps: set[UUID], span: tuple[int, int]) -> tuple[MessageView, ...]:
    """Those of these messages, and of those about these steps, that stand between two numbers; two queries."""
    there = _whole(messages_for(seat).filter(number__range=span))
    rows = [row for row in there if row.pk in ids or row.step_id in steps]
    table = read_table(seat) if rows else Table({}, ())
    return tuple(_view(seat, row, table) for row in rows)


def read_leaf_ids(seat: Seat, leaf: int) -> tuple[UUID, ...]:
    """The messages of one leaf by their ids."""
    there = messages_for(seat).filter(number__gt=(leaf - 1) * LEAF, number__lte=leaf * LEAF)
    return tuple(there.values_list("pk", flat=True))


def message_head(seat: Seat) -> int:
    """The newest message's number."""
    return _plan(seat).message_head


def still_mine(seat: Seat) -> tuple[UUID, ...]:
    """What this seat wrote within the quarter of an hour in which it can be put right."""
    since = clock.now() - REWORDED_WITHIN
    mine = messages_for(seat).filter(member=seat.member_id, at__gt=since)
    return tuple(mine.values_list("pk", flat=True))


def _plan(seat: Seat) -> Plan:
    if not seat.is_broad or seat.is_borrowed:
        raise NotHere
    return Plan.objects.get(pk=seat.plan_id)


def _whole(messages: QuerySet[Message]) -> QuerySet[Message]:
    """With its card, and what goes with it."""
    return messages.select_related("step").prefetch_related("attachments")


def _view(seat: Seat, message: Message, table: Table) -> MessageView:
    until = message.at + REWORDED_WITHIN
    is_mine = message.member_id == seat.member_id
    step = message.step
    return MessageView(
        id=message.pk,
        number=message.number,
        face=table.of(message.member_id),
        words=message.words,
        at=message.at,
        is_reworded=message.reworded_at is not None,
        step=QuotedStep(step.pk, "" if step.removed_at else step.title) if step else None,
        seq=message.seq,
        until=until if is_mine and until > clock.now() else None,
        attachments=tuple(view_of(one) for one in message.attachments.all()),
    )


def _read_mark(seat: Seat, plan: Plan) -> ReadMark | None:
    """The consultant's is always for the citizen to see; the citizen's own when they show it."""
    if seat.role == "consultant" and not plan.shows_reading:
        return None
    other = Member.objects.filter(plan=plan, ended_at=None, read_at__isnull=False)
    row = other.filter(role="consultant" if seat.role == "citizen" else "citizen").first()
    return ReadMark(row.read_number, row.read_at) if row and row.read_at else None
