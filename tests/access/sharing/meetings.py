"""Meetings of an evening: what an open one lets those see who are asked to it, and what they see when it is over."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis.stateful import precondition, rule

from backend.common.ids import new_id
from backend.plans import commands as do
from tests.access.sharing.evening import ANY
from tests.access.sharing.guests import WithGuests
from tests.access.sharing.model import CITIZEN, Table, Thing

LONGEST, MOST = timedelta(hours=6), 4


@dataclass(eq=False)
class Met:
    """Planned, open until somebody ends it or six hours are over. `is_noted`: its end stands in the journal."""

    id: Any
    asked: set[str] = field(default_factory=set)
    begun: datetime | None = None
    is_noted: bool = False

    def is_open(self, now: datetime) -> bool:
        return self.begun is not None and not self.is_noted and now < self.begun + LONGEST


@dataclass
class MeetingTable(Table):
    """Decision 0100, for itself: whoever is asked sees what the room sees, while the meeting is open."""

    meetings: list[Met] = field(default_factory=list)
    room: set[Any] = field(default_factory=set)

    @property
    def met(self) -> set[str]:
        return {who for one in self.meetings if one.is_open(self.now) for who in one.asked if who in self.places}

    def knows(self, who: str) -> set[str]:
        """Of the guests, whose name they may read."""
        return {who} | (self.met if who in self.met else set())

    def _is_let(self, who: str, thing: Thing) -> bool:
        return self._is_shared(who, thing) or (who in self.met and thing.id in self.room)

    def _is_shared(self, who: str, thing: Thing) -> bool:
        return super()._is_let(who, thing)

    def assign(self, step: Thing, who: str) -> bool:
        if self.sees(CITIZEN, step) and who in self.places and not self._is_shared(who, step):
            self.places[who].shares[step.id] = None
        return super().assign(step, who)

    def end(self, who: str) -> bool:
        for one in self.meetings:
            one.asked.discard(who)
        return super().end(who)

    def show(self, thing: Thing, *, shown: bool) -> bool:
        may = self.sees(CITIZEN, thing)
        if may and shown:
            self.room.add(thing.id)
        elif may:
            self.room.discard(thing.id)
            self._leave(thing)
        return may

    def ask(self, one: Met, who: str) -> bool:
        may = who in self.places and not one.is_noted
        if may:
            one.asked.add(who)
        return may

    def unask(self, one: Met, who: str) -> bool:
        may = who in self.places and not one.is_noted and who in one.asked
        one.asked -= {who} if may else set()
        return may

    def begin(self, one: Met) -> bool:
        may = one.begun is None and not any(other.is_open(self.now) for other in self.meetings)
        if may:
            self.note_forgotten()
            one.begun = self.now
        return may

    def finish(self, one: Met) -> bool:
        may = one.is_open(self.now)
        one.is_noted = one.is_noted or may
        return may

    def note_forgotten(self) -> None:
        """What is over by the clock is written down as over."""
        for one in self.meetings:
            one.is_noted = one.is_noted or (one.begun is not None and not one.is_open(self.now))

    def keep_house(self) -> None:
        super().keep_house()
        self.note_forgotten()


class WithMeetings(WithGuests):
    """Planned, asked to, begun, ended or forgotten."""

    model: MeetingTable

    def __init__(self) -> None:
        super().__init__()
        self.model = MeetingTable()

    @precondition(lambda self: len(self.model.meetings) < MOST)
    @rule(to=ANY, more=ANY)
    def plans_a_meeting(self, to: int, more: int) -> None:
        one = Met(new_id())
        self.model.meetings.append(one)
        told: Any = {"meeting_kind": "network_meeting", "starts_at": self.model.now + timedelta(hours=1)}
        self._alike(True, CITIZEN, do.PlanMeeting(meeting_id=one.id, **told))
        self._is_asked(one, to)
        if more % 2:
            self._alike(self.model.begin(one), CITIZEN, do.StartMeeting(meeting_id=one.id))

    def _is_asked(self, one: Met, pick: int) -> None:
        who = self._guest(pick)
        command = do.AskToMeeting(meeting_id=one.id, member_id=self.real.place(who))
        self._alike(self.model.ask(one, who), CITIZEN, command)

    def _meeting(self, pick: int) -> Met:
        there = self.model.meetings
        return self._likely([one for one in there if not one.is_noted], there, pick)

    @precondition(lambda self: self.model.meetings)
    @rule(pick=ANY, to=ANY)
    def asks_or_takes_back(self, pick: int, to: int) -> None:
        one = self._meeting(pick)
        if to % 3:
            return self._is_asked(one, to)
        who = self._likely(sorted(one.asked), sorted(self.real.people), pick)
        member = self.real.place(who)
        if who in self.model.places:
            self._alike(self.model.unask(one, who), CITIZEN, do.UnaskFromMeeting(meeting_id=one.id, member_id=member))
        return None

    @precondition(lambda self: self.model.meetings)
    @rule(pick=ANY)
    def begins_or_ends(self, pick: int) -> None:
        one = self._meeting(pick)
        if one.begun is None:
            self._alike(self.model.begin(one), CITIZEN, do.StartMeeting(meeting_id=one.id))
        else:
            self._alike(self.model.finish(one), CITIZEN, do.EndMeeting(meeting_id=one.id))

    @precondition(lambda self: self.model.things)
    @rule(pick=ANY)
    def lets_the_room_see_or_hides(self, pick: int) -> None:
        thing = self._anything(pick)
        subject: Any = {"subject": "goal" if thing.is_goal else "step", "subject_id": thing.id}
        if thing.id in self.model.room:
            self._alike(self.model.show(thing, shown=False), CITIZEN, do.HideFromRoom(**subject))
        else:
            self._alike(self.model.show(thing, shown=True), CITIZEN, do.ShowInRoom(**subject))

    @precondition(lambda self: self.model.met)
    @rule()
    def six_hours_pass(self) -> None:
        self.time_moves_on(LONGEST)

    def the_heart_beats(self) -> None:
        """Within ten seconds what is over by the clock is told; until then only whoever asks anew is told so."""
        self.model.note_forgotten()
        self.real.heart_beats()
