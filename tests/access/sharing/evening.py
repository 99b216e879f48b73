"""What the citizen does of an evening, at random, and what the model says to it."""

from datetime import date, timedelta
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import commands as do
from tests.access.sharing.model import CITIZEN, GUESTS, Table, Thing
from tests.access.sharing.table import Real
from tests.cast import Cast

ANY, A_GUEST = st.integers(0, 10_000), st.sampled_from(GUESTS)
DAYS = st.sampled_from((None, 0, 1, 3))


class Evening(RuleBasedStateMachine):
    """A table of the cast's, for as long as the evening lasts."""

    cast: ClassVar[Cast]
    people: ClassVar[dict[str, Person]]

    def __init__(self) -> None:
        super().__init__()
        self.model, self.real = Table(), Real(self.cast, self.people)
        self.real.stands_at(self.model.now)
        self.ever: list[Thing] = []

    def teardown(self) -> None:
        self.real.is_over()

    def _new(self, *, is_goal: bool = False, goal: Thing | None = None) -> Thing:
        self.ever.append(Thing(new_id(), f"ord{len(self.ever)}x", is_goal, goal))
        return self.ever[-1]

    def _pick(self, pick: int, *, goals: bool) -> Thing:
        """Any of them, also what is removed."""
        there = [thing for thing in self.model.things if thing.is_goal is goals]
        return there[pick % len(there)]

    def _has(self, *, goals: bool) -> bool:
        return any(thing.is_goal is goals for thing in self.model.things)

    def _alike(self, expected: bool, who: str, command: Any) -> None:
        assert self.real.does(who, command) is expected, command

    def _day(self, days: int | None) -> date | None:
        return None if days is None else self.model.today + timedelta(days=days)

    @rule(on=ANY)
    def writes_a_step(self, on: int) -> None:
        goal = self._pick(on, goals=True) if self._has(goals=True) and on % 2 else None
        step = self._new(goal=goal)
        may = goal is None or goal.is_there
        if may:
            self.model.things.append(step)
        goal_id = goal.id if goal else None
        self._alike(may, CITIZEN, do.AddStep(step_id=step.id, title=step.title, goal_id=goal_id))

    @rule()
    def writes_a_goal(self) -> None:
        goal = self._new(is_goal=True)
        self.model.things.append(goal)
        self._alike(True, CITIZEN, do.AddGoal(goal_id=goal.id, title=goal.title, life_area="home"))

    @precondition(lambda self: self.model.things)
    @rule(pick=ANY, who=A_GUEST, days=DAYS)
    def shares(self, pick: int, who: str, days: int | None) -> None:
        thing, until = self.model.things[pick % len(self.model.things)], self._day(days)
        member = self.real.place(who)
        command: Any = do.ShareStep(step_id=thing.id, member_id=member, until=until)
        if thing.is_goal:
            command = do.ShareGoal(goal_id=thing.id, member_id=member, until=until)
        self._alike(self.model.share(thing, who, until), CITIZEN, command)

    @precondition(lambda self: self.model.things)
    @rule(pick=ANY, who=A_GUEST)
    def shares_no_more(self, pick: int, who: str) -> None:
        thing, member = self.model.things[pick % len(self.model.things)], self.real.place(who)
        command: Any = do.UnshareStep(step_id=thing.id, member_id=member)
        if thing.is_goal:
            command = do.UnshareGoal(goal_id=thing.id, member_id=member)
        self._alike(self.model.unshare(thing, who), CITIZEN, command)

    @precondition(lambda self: self._has(goals=False))
    @rule(pick=ANY, on=ANY)
    def hangs(self, pick: int, on: int) -> None:
        step = self._pick(pick, goals=False)
        goal = self._pick(on, goals=True) if self._has(goals=True) and on % 3 else None
        command = do.HangStep(step_id=step.id, goal_id=goal.id if goal else None)
        self._alike(self.model.hang(step, goal), CITIZEN, command)

    @precondition(lambda self: self.model.things)
    @rule(pick=ANY)
    def removes_or_brings_back(self, pick: int) -> None:
        thing = self.model.things[pick % len(self.model.things)]
        if thing.is_there:
            self.model.remove(thing)
            gone: Any = do.RemoveGoal(goal_id=thing.id) if thing.is_goal else do.RemoveStep(step_id=thing.id)
            return self._alike(True, CITIZEN, gone)
        back: Any = do.RestoreGoal(goal_id=thing.id) if thing.is_goal else do.RestoreStep(step_id=thing.id)
        return self._alike(self.model.bring_back(thing), CITIZEN, back)

    @precondition(lambda self: self._has(goals=False))
    @rule(pick=ANY, who=A_GUEST)
    def asks_somebody_to_do_it(self, pick: int, who: str) -> None:
        step = self._pick(pick, goals=False)
        command = do.AssignStep(step_id=step.id, responsible=self.real.place(who))
        self._alike(self.model.assign(step, who), CITIZEN, command)

    @rule(who=A_GUEST, paused=st.booleans())
    def pauses_or_resumes(self, who: str, paused: bool) -> None:
        command = do.PauseMember if paused else do.ResumeMember
        self._alike(self.model.pause(who, paused=paused), CITIZEN, command(member_id=self.real.place(who)))

    @rule(who=A_GUEST, days=DAYS)
    def sets_a_last_day(self, who: str, days: int | None) -> None:
        until = self._day(days)
        command = do.EndMemberOn(member_id=self.real.place(who), until=until)
        self._alike(self.model.last_day(who, until), CITIZEN, command)

    @rule(who=A_GUEST)
    def ends_a_place(self, who: str) -> None:
        member = self.real.place(who)
        self._alike(self.model.end(who), CITIZEN, do.EndMember(member_id=member))
