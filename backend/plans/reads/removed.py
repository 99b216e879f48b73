"""What "Fortryd" can still bring back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.common import clock
from backend.plans import protection
from backend.plans.access import Seat, removed_steps_for
from backend.plans.commands import COMMANDS
from backend.plans.commands.base import UNDO
from backend.plans.models import (
    AgendaItem,
    Challenge,
    Discussion,
    Entry,
    Goal,
    Meeting,
    Message,
    NetworkMember,
    Remark,
    Step,
    Strength,
)
from backend.plans.powers import goal_powers, step_powers
from backend.plans.reads.meeting import meetings_for
from backend.plans.sight import remarks_to_take_back, words_of

Thing = Step | Goal | Remark | Strength | NetworkMember | Challenge | Discussion | AgendaItem | Message

REMOVALS = [command.told for command in COMMANDS.values() if command.told.endswith(("_removed", "_cancelled"))]


@dataclass(frozen=True, slots=True)
class Removed:
    """Something removed lately: `kind` as in restore_<kind>, such as step or meeting; after `until` it is gone."""

    kind: str
    id: UUID
    title: str
    until: datetime


def read_removed(seat: Seat) -> tuple[Removed, ...]:
    """What this seat may restore, soonest gone first."""
    since = clock.now() - UNDO
    if not Entry.objects.filter(plan_id=seat.plan_id, kind__in=REMOVALS, at__gt=since).exists():
        return ()  # nearly always: one question instead of one for each kind of thing
    recent = {"plan_id": seat.plan_id, "removed_at__gt": since}
    found = [
        *(_one("step", s, s.title) for s in removed_steps_for(seat).filter(**recent) if _may_step(seat, s)),
        *(_one("goal", g, g.title) for g in Goal.objects.filter(**recent) if "restore_goal" in goal_powers(seat, g)),
        *(_one("remark", r, words_of(r)) for r in remarks_to_take_back(seat).filter(**recent) if _is_mine(seat, r)),
    ]
    if seat.is_broad:
        cancelled = Meeting.objects.filter(plan_id=seat.plan_id, cancelled_at__gt=since)
        mine = Message.objects.filter(**recent, member=seat.member_id)
        found += [_one("message", m, m.words) for m in mine]
        found += [
            _until("meeting", m.pk, m.purpose or m.kind.name, m.cancelled_at) for m in cancelled.select_related("kind")
        ]
    if seat.role == "consultant":
        talks = Discussion.objects.filter(**recent)
        found += [_one("discussion", d, d.professions) for d in talks]
    if seat.role == "citizen":
        found += [_one("strength", s, s.words) for s in Strength.objects.filter(**recent)]
        found += [_one("network_member", n, n.name) for n in NetworkMember.objects.filter(**recent)]
        found += [_one("challenge", c, c.words) for c in Challenge.objects.filter(**recent)]
    return tuple(protection.for_seat(seat, one) for one in sorted(found, key=lambda removed: removed.until))


def removed_from_agenda(seat: Seat, meeting_id: UUID) -> tuple[Removed, ...]:
    """Items of one meeting, for citizen and consultant: each is brought back from the meeting's own page."""
    if not seat.is_broad or seat.is_borrowed:
        return ()
    gone = AgendaItem.objects.filter(
        meeting__in=meetings_for(seat), meeting=meeting_id, removed_at__gt=clock.now() - UNDO
    )
    return tuple(_one("agenda_item", item, item.words) for item in gone)


def _is_mine(seat: Seat, remark: Remark) -> bool:
    return remark.member_id == seat.member_id


def _may_step(seat: Seat, step: Step) -> bool:
    """With a protected address nobody else is told, by what they could undo, when the citizen was here."""
    if protection.is_kept_from(seat) and not _removed_by_me(seat, step):
        return False
    return "restore_step" in step_powers(seat, step)


def _removed_by_me(seat: Seat, step: Step) -> bool:
    last = Entry.objects.filter(plan_id=seat.plan_id, step_id=step.pk, kind="step_removed").order_by("-seq").first()
    return last is not None and last.by_id == seat.member_id


def _one(kind: str, thing: Thing, title: str) -> Removed:
    return _until(kind, thing.pk, title, thing.removed_at)


def _until(kind: str, thing_id: UUID, title: str, since: datetime | None) -> Removed:
    return Removed(kind, thing_id, title, (since or clock.now()) + UNDO)
