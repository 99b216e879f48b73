"""What guests do of an evening: they are invited, come, act, write without signal and leave; and time goes by."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from backend.common.ids import new_id
from backend.plans import commands as do
from tests.access.sharing.evening import ANY, Evening, has_a_step
from tests.access.sharing.model import CITIZEN, GUESTS, STAFF, Asked, Thing
from tests.access.sharing.watching import Nothing

NOT_THE_CITIZEN = (*STAFF, *GUESTS)
WAITS = st.sampled_from((timedelta(minutes=5), timedelta(minutes=16), timedelta(hours=25), timedelta(hours=73)))
LETTERS = st.sampled_from(("remark_on_step", "take_step", "add_step"))
AN_HOUR = timedelta(hours=1)


@dataclass(eq=False)
class Letter:
    """A change that a phone keeps until it has signal; `under` is the place under which it was acknowledged."""

    who: str
    kind: str
    step: Thing
    body: dict[str, Any]
    under: object = None


class WithGuests(Evening):
    """`nothing`: what is answered where there is nothing, by pages and by the API."""

    nothing: ClassVar[dict[str, Nothing]]

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[Letter] = []

    @rule(pick=ANY, many=st.integers(0, 2))
    def invites(self, pick: int, many: int) -> None:
        """Half of them say yes at once."""
        there = [thing for thing in self.model.things if thing.is_there]
        offers = [there[(pick + n) % len(there)] for n in range(min(many, len(there)))]
        if sum(map(self.model.is_open, self.model.asked)) < 5:
            self.model.invite(*self.real.invites([thing.id for thing in offers]), offers)
            if pick % 2:
                self._is_answered(self.model.asked[-1], pick)

    def _is_answered(self, asked: Asked, by: int) -> None:
        away = [who for who in GUESTS if who not in self.model.places]
        who = self._likely(away, GUESTS, by)
        assert self.real.says_yes(who, asked.link) is self.model.accept(asked, who)

    def _asked(self, pick: int, *, answered: bool) -> Asked:
        """Also one that has run out meanwhile."""
        asked = self.model.asked
        some = [one for one in asked if not one.is_over and (one.by is not None) is answered]
        return self._likely(some, asked, pick)

    @precondition(lambda self: self.model.asked)
    @rule(pick=ANY, by=ANY)
    def says_yes(self, pick: int, by: int) -> None:
        self._is_answered(self._asked(pick, answered=False), by)

    @precondition(lambda self: self.model.asked)
    @rule(pick=ANY)
    def confirms(self, pick: int) -> None:
        asked = self._asked(pick, answered=True)
        self._alike(self.model.confirm(asked), CITIZEN, do.ConfirmInvited(invitation_id=asked.id))

    @precondition(lambda self: len(self.model.asked) > 2)
    @rule(pick=ANY)
    def withdraws(self, pick: int) -> None:
        asked = self._likely(self.model.asked, self.model.asked, pick)
        self._alike(self.model.withdraw(asked), CITIZEN, do.WithdrawInvitation(invitation_id=asked.id))

    @rule(to=st.sampled_from(STAFF))
    def hands_over(self, to: str) -> None:
        who, command = self.model.consultant, do.ReplaceConsultant(member_id=new_id(), person_id=self.people[to].pk)
        self._alike(self.model.hand_over(to), who, command)

    @rule(pick=ANY)
    def suggests_a_step(self, pick: int) -> None:
        step, who = self._new(), self._guest(pick)
        may = self.model.is_seated(who)
        if may:
            self.model.suggest(who, step)
        self._alike(may, who, do.AddStep(step_id=step.id, title=step.title))

    @precondition(has_a_step)
    @rule(pick=ANY, by=ANY)
    def takes_it_or_gives_it_back(self, pick: int, by: int) -> None:
        who = self._guest(by)
        seen = [thing for thing in self.model.seen_by(who) if not thing.is_goal]
        step = self._likely(sorted(seen, key=self.ever.index), [self._step(pick)], pick)
        if step.doer == who:
            self._alike(self.model.give_back(who, step), who, do.GiveBackStep(step_id=step.id))
        else:
            self._alike(self.model.take(who, step), who, do.TakeStep(step_id=step.id))

    @rule(by=ANY, kind=LETTERS, pick=ANY)
    def writes_without_signal(self, by: int, kind: str, pick: int) -> None:
        who = self._likely([one for one in NOT_THE_CITIZEN if self.model.is_seated(one)], NOT_THE_CITIZEN, by)
        seen = [thing for thing in self.model.things if self.model.sees(who, thing) and not thing.is_goal]
        if not self.model.is_seated(who) or not (seen or kind == "add_step"):
            return
        if kind == "take_step" and who not in GUESTS:
            return  # what a consultant promises goes with the desk: told in tests/plans
        step = self._new() if kind == "add_step" else seen[pick % len(seen)]
        more = {"add_step": {"title": step.title}, "remark_on_step": {"remark_id": str(new_id()), "words": "Nej"}}
        change = {"change_id": str(new_id()), "kind": kind, "step_id": str(step.id), **more.get(kind, {})}
        change["said_at"] = self.model.now.isoformat()
        self.letters.append(Letter(who, kind, step, {"device": str(new_id()), "changes": [change]}))

    @precondition(lambda self: self.letters)
    @rule(pick=ANY)
    def has_signal_again(self, pick: int) -> None:
        """When it may be too late; and, as the answer was lost, a second time."""
        letter = self.letters[-1 - pick % min(4, len(self.letters))]
        for _time in ("once", "again"):
            expected = self._becomes_of(letter)
            answer = self.real.windows[letter.who].sends(letter.body)
            if expected == "nothing":
                assert (answer.status_code, answer.content) == self.nothing["api"]
            else:
                [outcome] = answer.json()["outcomes"]
                told = f"{outcome['status']} {outcome.get('code', '')}".strip()
                assert told == expected, (letter.who, letter.kind, told, expected)

    def _becomes_of(self, letter: Letter) -> str:
        who, place = letter.who, self.model.place(letter.who)
        if not self.model.is_seated(who):
            return "nothing"
        if letter.under:
            return "repeated" if letter.under is place else "refused not_here"
        if letter.kind == "add_step":
            self.model.suggest(who, letter.step)
        elif not self.model.sees(who, letter.step):
            return "refused not_here"
        elif letter.kind == "take_step" and not self.model.take(who, letter.step):
            return "refused not_allowed"
        letter.under = place
        return "accepted"

    @rule(waits=WAITS)
    def waits_a_while(self, waits: timedelta) -> None:
        self.time_moves_on(waits)

    def time_moves_on(self, waits: timedelta) -> None:
        self.model.now += waits
        self.real.stands_at(self.model.now)
        if waits > AN_HOUR:
            for window in self.real.windows.values():
                window.sign_in_anew()

    @rule()
    def the_minute_is_over(self) -> None:
        self.model.keep_house()
        self.real.keeps_house()
