"""Moving a step: between columns, within one, and from goal to goal."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.common.prepared import Prepared, PreparedUpdate, a_number, an_id, blanks
from backend.plans.audience import Audience, of_room, of_step, through_goal
from backend.plans.commands.agreement import is_refused, leave_promise, share_with_responsible
from backend.plans.commands.base import GAP, Change, Happened, place_before
from backend.plans.models import Step

StatusName = Literal["wish", "agreed", "doing", "done", "paused", "dropped"]
_MOVED = ("status", "position", "done_at", "voices", "accepted_at", "carried_by", "seq")
_SAVE = PreparedUpdate(lambda: (Step.objects.filter(pk=an_id("pk")), blanks(Step, *_MOVED)))
_RESTING = {"wish", "paused", "dropped"}
_FOR_RESPONSIBLE = {"agreed", "doing", "done"}
_WITH_A_YES = {"agreed", "doing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveStep:
    """Move a step to a column, just before another card or (without `before`) last; a step just done stands first.

    The citizen's move to `agreed` or `doing` is their yes to it; anybody else's is not, and until the citizen has said
    yes the card is not counted there (decision 0172). What the citizen has said no to, nobody else moves there. A
    suggestion waits where it is until the citizen has said yes.
    """

    kind: ClassVar[str] = "move_step"
    told: ClassVar[str] = "step_moved"
    power: ClassVar[str] = ""

    step_id: UUID
    status: StatusName
    before: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        self._check(change, step)
        came_from, asks = step.status, step.is_agreement or step.accepted_at is None
        asked = (step.accepted_at, step.voices)
        is_laid_out_anew = self._place(change, step)
        if self.status != came_from:
            self._change_status(change, step)
        is_yes = change.seat.role == "citizen" and self.status in _WITH_A_YES and self.status != came_from
        is_shared = is_yes and share_with_responsible(change, step)
        _SAVE(**{name: getattr(step, name) for name in ("pk", *_MOVED)})
        facts: dict[str, Any] = {"from": came_from, "to": self.status, "asks": asks}
        if is_laid_out_anew:
            facts["all"] = True
        if (step.accepted_at, step.voices) != asked:
            facts["answered"] = True
        return Happened(step_id=step.pk, facts=facts, is_seen_as_before=not is_shared, new_policy=is_shared)

    def _check(self, change: Change, step: Step) -> None:
        if not change.seat.is_broad and self.status not in _FOR_RESPONSIBLE:
            raise Refused(_("Du kan flytte det, du har lovet, til Aftalt, I gang eller Klaret."), code="not_allowed")
        if change.seat.role != "citizen" and step.accepted_at is None and self.status not in _RESTING:
            raise Refused(_("Det er et forslag. Borgeren siger ja, før det flyttes."), code="waits_for_yes")
        is_onwards = self.status in _WITH_A_YES and self.status != step.status
        if is_onwards and change.seat.role != "citizen" and is_refused(step):
            raise Refused(_("Borgeren har sagt nej. Kun borgeren kan flytte det hertil."), code="citizens_no")

    def _change_status(self, change: Change, step: Step) -> None:
        step.status = self.status
        step.done_at = change.now if self.status == "done" else None
        if self.status != "done":
            step.carried_by = ""
        if change.seat.role == "citizen":
            if self.status not in _RESTING:
                step.accepted_at = step.accepted_at or change.now
            mine = str(change.seat.member_id)
            if self.status in _WITH_A_YES and step.voices.get(mine, [""])[::2] != ["agreed"]:  # or another wrote it
                step.voices = {**step.voices, mine: ["agreed", change.now.isoformat()]}

    def _place(self, change: Change, step: Step) -> bool:
        """Give the step its place; True when all others had to be laid out anew."""
        if self.before == step.pk and self.status == step.status:
            return False
        nxt = change.step(self.before, "remark_on_step") if self.before not in (None, step.pk) else None
        if nxt is None or nxt.status != self.status:
            newly_done = nxt is None and self.status == "done" and step.status != "done"
            step.position = _before_all_done(step) if newly_done else _after_all(step)
            return False
        others = Step.objects.filter(plan=change.plan).exclude(pk=step.pk)
        found = place_before(others, nxt.position)
        step.position = _lay_out_anew(change, others, nxt) if found is None else found
        return found is None


def _after_all(step: Step) -> int:
    return (_LAST.one(plan_id=step.plan_id, step_id=step.pk) or 0) + GAP


def _before_all_done(step: Step) -> int:
    return (_FIRST_DONE.one(plan_id=step.plan_id, step_id=step.pk) or 0) - GAP


def _places(by: str, **more: str) -> QuerySet[Step, int]:
    others = Step.objects.filter(plan_id=a_number("plan_id"), **more).exclude(pk=an_id("step_id"))
    return others.order_by(by).values_list("position", flat=True)[:1]


_LAST = Prepared(lambda: _places("-position"))
_FIRST_DONE = Prepared(lambda: _places("position", status="done"))


def _lay_out_anew(change: Change, others: QuerySet[Step], nxt: Step) -> int:
    """Give every card a place with a gap before it; returns the free place just before `nxt`."""
    free = 0
    for number, step in enumerate(others.order_by("position", "pk"), start=1):
        step.position, step.seq = number * GAP, change.plan.head_seq
        step.save(update_fields=["position", "seq"])
        if step.pk == nxt.pk:
            free = step.position - GAP // 2
    return free


@dataclass(frozen=True, slots=True, kw_only=True)
class HangStep:
    """Hang a step on a goal; free when `goal_id` is empty."""

    kind: ClassVar[str] = "hang_step"
    told: ClassVar[str] = "step_hung"
    power: ClassVar[str] = ""

    step_id: UUID
    goal_id: UUID | None = None

    def carry_out(self, change: Change) -> Happened:
        step = change.step(self.step_id, self.kind)
        came_from, saw = step.goal_id, of_step(step.pk).members
        step.goal = change.goal(self.goal_id, "reach_goal") if self.goal_id else None
        step.save(update_fields=["goal", "seq"])
        sees = of_step(step.pk).members
        if sees - saw and change.seat.role != "citizen":
            raise Refused(_("Målet er delt med andre. Det er borgeren, der lader dem se skridtet."), code="not_shared")
        return Happened(
            step_id=step.pk,
            goal_id=self.goal_id,
            facts={"from": str(came_from) if came_from else None},
            only=True,
            also=_who_notice(step, came_from) | leave_promise(step),
            new_policy=bool(came_from or self.goal_id),
        )


def _who_notice(step: Step, came_from: UUID | None) -> Audience:
    """Those who see either goal see the step come or go; the wall only notices for a card that it shows."""
    heard = [through_goal(goal) for goal in (came_from, step.goal_id) if goal]
    members = Audience(frozenset(member for audience in heard for member in audience.members))
    is_noticed = step.in_room and any(audience.room for audience in heard)
    return members | of_room(step.plan_id) if is_noticed else members
