"""Short remarks on a step."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from annotated_types import Len

from backend.common.errors import NotHere
from backend.plans.access import BROAD
from backend.plans.audience import US, Audience, of_members, of_step
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, allow, check_new, removed
from backend.plans.models import Remark
from backend.plans.open_meeting import those_at_open_meeting
from backend.plans.sight import remarks_to_take_back


def heard_by(remark: Remark) -> Audience:
    """Who sees a remark beside citizen and consultant: the table, or (a supporter's own) only whoever made it.

    Never the wall, which shows no remark; but it shows who of those at the open meeting saw what is in the room.
    """
    if remark.member.role not in BROAD:
        is_shown = remark.is_seen and remark.step.in_room
        there = those_at_open_meeting(remark.plan_id) if is_shown else ()
        return Audience(frozenset({remark.member_id}), room=remark.member_id in there)
    return of_members(of_step(remark.step_id).members) if remark.audience == Remark.Audience.TABLE else US


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkOnStep:
    """Say something on a step. `us`: between citizen and consultant; `table`: also those it is shared with."""

    kind: ClassVar[str] = "remark_on_step"
    told: ClassVar[str] = "remark_made"
    power: ClassVar[str] = ""

    remark_id: UUID
    step_id: UUID
    words: Annotated[str, Len(1, texts.SHORT)]
    audience: Literal["us", "table"] = "us"

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        check_new(Remark, self.remark_id)
        remark = Remark.objects.create(
            pk=self.remark_id,
            plan=change.plan,
            step=step,
            member_id=change.me,
            words=texts.needed(self.words, longest=texts.SHORT, one_line=False),
            audience=self.audience,
            at=change.now,
        )
        return Happened(step_id=step.pk, only=True, also=heard_by(remark))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeStep:
    """Say by one tap that one saw it, and nothing more. While a meeting is open its room may know who did."""

    kind: ClassVar[str] = "notice_step"
    told: ClassVar[str] = "step_noticed"
    power: ClassVar[str] = ""

    remark_id: UUID
    step_id: UUID

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        check_new(Remark, self.remark_id)
        said = {"member_id": change.me, "is_seen": True, "audience": Remark.Audience.TABLE, "at": change.now}
        remark = Remark.objects.create(pk=self.remark_id, plan=change.plan, step=step, **said)
        return Happened(step_id=step.pk, only=True, also=heard_by(remark))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRemark:
    """Take back one's own remark. Can be undone for 15 minutes."""

    kind: ClassVar[str] = "remove_remark"
    told: ClassVar[str] = "remark_removed"
    power: ClassVar[str] = ""

    remark_id: UUID

    def carry_out(self, change: Change) -> Happened:
        remark = remarks_to_take_back(change.seat).filter(pk=self.remark_id, removed_at=None).first()
        if remark is None:
            raise NotHere
        return _turn(change, remark, removed_at=change.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreRemark:
    """Undo a removal."""

    kind: ClassVar[str] = "restore_remark"
    told: ClassVar[str] = "remark_restored"
    power: ClassVar[str] = ""

    remark_id: UUID

    def carry_out(self, change: Change) -> Happened:
        return _turn(change, removed(remarks_to_take_back(change.seat), change, self.remark_id), removed_at=None)


def _turn(change: Change, remark: Remark, *, removed_at: datetime | None) -> Happened:
    allow(remark.member_id == change.seat.member_id)
    remark.removed_at = removed_at
    remark.save(update_fields=["removed_at"])
    return Happened(step_id=remark.step_id, only=True, also=heard_by(remark))
