"""What the citizen does of an evening, at random, and what the model says to it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import commands as do
from tests.access.sharing.model import CITIZEN, GUESTS, Table, Thing
from tests.access.sharing.table import Real
from tests.cast import Cast

T = TypeVar("T")
ANY, DAYS = st.integers(0, 10_000), st.sampled_from((None, None, 0, 1, 3))


def has_a_step(evening: "Evening") -> bool:
    return any(not thing.is_goal for thing in evening.model.things)


class Evening(RuleBasedStateMachine):
    """A table of the cast's, for as long as the evening lasts."""

    cast: ClassVar[Cast]
    people: ClassVar[dict[str, Person]]

    def __init__(self) -> None:
        super().__init__()
        self.model, self.real = Table(), Real(self.cast, self.people)
        self.real.stands_at(self.model.now)
        self.ever: list[Thing] = []
        self.taken_back: list[Thing] = []

    def teardown(self) -> None:
        self.real.is_over()

    def _new(self, *, is_goal: bool = False, goal: Thing | None = None) -> Thing:
        self.ever.append(Thing(new_id(), f"ord{len(self.ever)}x", is_goal, goal))
        return self.ever[-1]

    def _likely(self, some: Sequence[T], others: Sequence[T], pick: int) -> T:
        """Mostly one of those with whom something comes of it; now and then one of the others."""
        chosen = some if some and pick % 6 else others
        return chosen[pick // 6 % len(chosen)]

    def _step(self, pick: int) -> Thing:
        steps = [thing for thing in self.model.things if not thing.is_goal]
        return self._likely([step for step in steps if step.is_there], steps, pick)

    def _goal(self, pick: int) -> Thing | None:
        goals = [thing for thing in self.model.things if thing.is_goal]
        return self._likely(goals, goals, pick) if goals and pick % 3 else None

    def _guest(self, pick: int) -> str:
        return self._likely(sorted(self.model.places), GUESTS, pick)

    def _anything(self, pick: int) -> Thing:
        things = self.model.things
        return self._likely([thing for thing in things if thing.is_there], things, pick)

    def _shared(self, pick: int) -> tuple[Thing, str]:
        """A thing and a guest with whom it is shared."""
        pairs = [(one, who) for who, place in self.model.places.items() for one in self.ever if one.id in place.shares]
        return self._likely(pairs, [(thing, GUESTS[pick % 4]) for thing in self.ever], pick)

    def _alike(self, expected: bool, who: str, command: Any) -> None:
        assert self.real.does(who, command) is expected, command

    def _day(self, days: int | None) -> date | None:
        return None if days is None else self.model.today + timedelta(days=days)

    @initialize()
    def begins_with_something(self) -> None:
        """A goal that Carl sees, a step on it, and two free ones, of which Dorte sees one."""
        goal = self._new(is_goal=True)
        carl, dorte = self.real.place("carl"), self.real.place("dorte")
        for thing in (goal, self._new(goal=goal), self._new(), self._new()):
            self._is_written(thing)
        last = self.ever[-1]
        self.model.share(goal, "carl", None)
        self.model.share(last, "dorte", None)
        self._alike(True, CITIZEN, do.ShareGoal(goal_id=goal.id, member_id=carl))
        self._alike(True, CITIZEN, do.ShareStep(step_id=last.id, member_id=dorte))

    def _is_written(self, thing: Thing) -> None:
        command: Any = do.AddGoal(goal_id=thing.id, title=thing.title, life_area="home")
        if not thing.is_goal:
            goal_id = thing.goal.id if thing.goal else None
            command = do.AddStep(step_id=thing.id, title=thing.title, goal_id=goal_id)
        may = thing.goal is None or self.model.sees(CITIZEN, thing.goal)
        if may:
            self.model.things.append(thing)
        self._alike(may, CITIZEN, command)

    @rule(on=ANY)
    def writes_a_step(self, on: int) -> None:
        self._is_written(self._new(goal=self._goal(on)))

    @rule()
    def writes_a_goal(self) -> None:
        self._is_written(self._new(is_goal=True))

    @precondition(lambda self: self.model.things)
    @rule(pick=ANY, to=ANY, days=DAYS)
    def shares(self, pick: int, to: int, days: int | None) -> None:
        thing, who, until = self._anything(pick), self._guest(to), self._day(days)
        member = self.real.place(who)
        command: Any = do.ShareStep(step_id=thing.id, member_id=member, until=until)
        if thing.is_goal:
            command = do.ShareGoal(goal_id=thing.id, member_id=member, until=until)
        self._alike(self.model.share(thing, who, until), CITIZEN, command)

    @rule(pick=ANY)
    def shares_no_more(self, pick: int) -> None:
        thing, who = self._shared(pick)
        self.taken_back.append(thing)
        member = self.real.place(who)
        command: Any = do.UnshareStep(step_id=thing.id, member_id=member)
        if thing.is_goal:
            command = do.UnshareGoal(goal_id=thing.id, member_id=member)
        self._alike(self.model.unshare(thing, who), CITIZEN, command)

    @precondition(has_a_step)
    @rule(pick=ANY, on=ANY)
    def hangs(self, pick: int, on: int) -> None:
        step, goal = self._step(pick), self._goal(on)
        command = do.HangStep(step_id=step.id, goal_id=goal.id if goal else None)
        self._alike(self.model.hang(step, goal), CITIZEN, command)

    @precondition(lambda self: self.model.things)
    @rule(pick=ANY)
    def removes_or_brings_back(self, pick: int) -> None:
        """Likely something of which somebody has been shown before, and is no more."""
        gone = [thing for thing in self.model.things if not thing.is_there]
        once = [thing for thing in self.taken_back if thing in self.model.things]
        thing = self._likely(gone or once, self.model.things, pick)
        if thing.is_there:
            self.model.remove(thing)
            away: Any = do.RemoveGoal(goal_id=thing.id) if thing.is_goal else do.RemoveStep(step_id=thing.id)
            return self._alike(True, CITIZEN, away)
        back: Any = do.RestoreGoal(goal_id=thing.id) if thing.is_goal else do.RestoreStep(step_id=thing.id)
        return self._alike(self.model.bring_back(thing), CITIZEN, back)

    @precondition(has_a_step)
    @rule(pick=ANY, to=ANY)
    def asks_somebody_to_do_it(self, pick: int, to: int) -> None:
        step, who = self._step(pick), self._guest(to)
        command = do.AssignStep(step_id=step.id, responsible=self.real.place(who))
        self._alike(self.model.assign(step, who), CITIZEN, command)

    @rule(pick=ANY, paused=st.booleans())
    def pauses_or_resumes(self, pick: int, paused: bool) -> None:
        who, command = self._guest(pick), do.PauseMember if paused else do.ResumeMember
        self._alike(self.model.pause(who, paused=paused), CITIZEN, command(member_id=self.real.place(who)))

    @rule(pick=ANY, days=DAYS)
    def sets_a_last_day(self, pick: int, days: int | None) -> None:
        who, until = self._guest(pick), self._day(days)
        command = do.EndMemberOn(member_id=self.real.place(who), until=until)
        self._alike(self.model.last_day(who, until), CITIZEN, command)

    @precondition(lambda self: len(self.model.places) > 1)
    @rule(pick=ANY)
    def ends_a_place(self, pick: int) -> None:
        who = self._guest(pick)
        member = self.real.place(who)
        self._alike(self.model.end(who), CITIZEN, do.EndMember(member_id=member))
