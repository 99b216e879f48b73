"""The life of one card, told as acts."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from backend.plans import commands as do
from backend.plans.commands import Command

from .act import Act, Table, due_day, id_of, since_of
from .story import ME, US, Day, Step, Story


class StepActs:
    """The life of one card, from wish to where it stands now."""

    def __init__(self, story: Story, table: Table, step: Step, number: int) -> None:
        self.story, self.table, self.step = story, table, step
        self.id = id_of(story, "step", number)
        self.goal = next((goal for goal in story.goals if goal.key == step.goal), None)
        self.acts: list[Act] = []
        self.voices: set[str] = set()

    @property
    def settled(self) -> Day:
        """The day on which the citizen said yes: at once to one's own, else a day later."""
        step = self.step
        if step.status == "agreed" and step.since is not None:
            return step.since
        soonest = step.on if step.by == ME else step.on - 1
        changed = step.began if step.began is not None else step.since
        return max(soonest, changed) if changed is not None else soonest

    @property
    def is_agreement(self) -> bool:
        return self.step.who is not None and self.step.due is not None

    def told(self) -> list[Act]:
        self._written_down()
        self._hung()
        self._shared()
        self._given_to_someone()
        self._answered()
        self._moved()
        self._talked_about()
        return self.acts

    def _say(self, day: Day, who: str, command: Command) -> None:
        self.acts.append(Act(day, who, command))

    def _written_down(self) -> None:
        step, broad = self.step, self.step.by in (ME, US)
        whole = step.by == ME or (step.by == US and step.who in (None, ME, US))
        self._say(step.on, step.by, do.AddStep(
            step_id=self.id, title=step.title, how=step.how, words=step.words if step.by == ME else "",
            goal_id=self._goal_id if broad else None, due=self._due if whole else None,
            responsible=self._responsible if whole else None,
        ))  # fmt: skip
        if whole and self.is_agreement:
            self.voices = {step.by}

    @property
    def _goal_id(self) -> UUID | None:
        return id_of(self.story, "goal", self.goal.key) if self.goal else None

    @property
    def _due(self) -> date | None:
        return due_day(self.step.due, self.table.today)

    @property
    def _responsible(self) -> UUID | None:
        return self.table.members[self.step.who] if self.step.who else None

    def _hung(self) -> None:
        """A supporter's suggestion is hung on its goal by the citizen: only they decide who sees it there."""
        if self.step.by not in (ME, US) and self.goal:
            self._say(self.step.on, ME, do.HangStep(step_id=self.id, goal_id=self._goal_id))

    def _shared(self) -> None:
        """With those the citizen names and who do not see it already."""
        step = self.step
        through_goal = self.goal.to if self.goal else ()
        sees = {step.by, *through_goal, *([step.who] if step.by == ME else [])}
        for key in dict.fromkeys((*step.to, *([step.who] if step.who else []))):
            if key not in sees | {ME, US}:
                day = min(step.on, since_of(self.story, key))
                self._say(day, ME, do.ShareStep(step_id=self.id, member_id=self.table.members[key]))

    def _given_to_someone(self) -> None:
        """A supporter's suggestion gets a name and a day from the consultant, when they talk about it."""
        step = self.step
        if step.by == ME or (step.by == US and step.who in (None, ME, US)):
            return
        if step.who:
            self._say(step.on, US, do.AssignStep(step_id=self.id, responsible=self._responsible))
        if step.due is not None and (step.by != US or step.who):
            self._say(step.on, US, do.SetDue(step_id=self.id, due=self._due))
        if self.is_agreement:
            self.voices = {US}

    def _answered(self) -> None:
        step = self.step
        for who in dict.fromkeys((ME, US, step.who or ME)):
            answer = self._answer_of(who)
            is_asked = self.is_agreement or (who == ME and step.by != ME)
            if is_asked and not self._keeps_quiet(who, answer):
                self._say(self.settled, who, do.GiveVoice(step_id=self.id, answer=answer))

    def _answer_of(self, who: str) -> Literal["agreed", "disagreed", "not_yet"]:
        if who in self.step.no:
            return "disagreed"
        return "not_yet" if who in self.step.not_yet else "agreed"

    def _keeps_quiet(self, who: str, answer: str) -> bool:
        step = self.step
        if who in step.silent or (answer == "agreed" and who in self.voices):
            return True
        moves_itself = step.status in ("agreed", "doing", "done")
        return who == ME and answer == "agreed" and (step.waits or moves_itself)

    def _moved(self) -> None:
        step, since = self.step, self.step.since if self.step.since is not None else self.settled
        if step.status in ("agreed", "doing", "done"):
            self._say(self.settled, ME, do.MoveStep(step_id=self.id, status="agreed"))
        if step.in_room if step.in_room is not None else (self.story.open_room and not step.waits):
            self._say(self.settled, ME, do.ShowInRoom(subject="step", subject_id=self.id))
        if step.words and step.by != ME:
            self._say(self.settled, ME, do.RewordStep(step_id=self.id, field="words", text=step.words, was=""))
        mover = step.who if step.who and step.status in ("doing", "done") else ME
        if step.status == "done" and step.began is not None:
            self._say(step.began, mover, do.MoveStep(step_id=self.id, status="doing"))
        if step.status not in ("wish", "agreed"):
            self._say(since, mover, do.MoveStep(step_id=self.id, status=step.status))
        if step.carried:
            self._say(since, ME, do.SayCarried(step_id=self.id, carried_by=step.carried))
        if step.learned:
            self._say(since, ME, do.RewordStep(step_id=self.id, field="learned", text=step.learned, was=""))

    def _talked_about(self) -> None:
        for number, (who, day, words, *audience) in enumerate(self.step.talk):
            remark_id = id_of(self.story, self.id, "remark", number)
            heard: Literal["us", "table"] = "us" if audience else "table"
            self._say(day, who, do.RemarkOnStep(remark_id=remark_id, step_id=self.id, words=words, audience=heard))
