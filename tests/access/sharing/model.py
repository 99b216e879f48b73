"""Who sees what at one table, written from docs/access.md alone: names, days and dicts, nothing of the app.

Every order says whether it may be given, and is carried out if so.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

UNDO, INVITED_FOR = timedelta(minutes=15), timedelta(hours=72)
CITIZEN, STAFF, GUESTS = "citizen", ("bente", "grete"), ("carl", "dorte", "karim", "ida")
EVERYBODY = (CITIZEN, *STAFF, *GUESTS)
DAWN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(eq=False)
class Thing:
    """A goal, or a step (which may hang on a goal, and have somebody who does it)."""

    id: Any
    title: str
    is_goal: bool
    goal: "Thing | None" = None
    doer: str | None = None
    removed_at: datetime | None = None
    by: str = CITIZEN

    @property
    def is_there(self) -> bool:
        return self.removed_at is None


@dataclass(eq=False)
class Place:
    """A guest's, with what is shared with it and until when."""

    until: date | None = None
    is_paused: bool = False
    shares: dict[Any, date | None] = field(default_factory=dict)


@dataclass(eq=False)
class Asked:
    """An invitation."""

    id: Any
    link: str
    offers: list[Thing]
    until: datetime
    by: str | None = None
    is_over: bool = False


@dataclass
class Table:
    now: datetime = DAWN
    consultant: str = "bente"
    desk: Place = field(default_factory=Place)
    places: dict[str, Place] = field(default_factory=lambda: {"carl": Place(), "dorte": Place()})
    things: list[Thing] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo("Europe/Copenhagen")).date()

    # Who sees what

    def is_seated(self, who: str) -> bool:
        place = self.places.get(who)
        is_guest = place is not None and not place.is_paused and self._counts(place.until)
        return who in (CITIZEN, self.consultant) or is_guest

    def sees(self, who: str, thing: Thing) -> bool:
        if not (self.is_seated(who) and thing in self.things and thing.is_there):
            return False
        return who in (CITIZEN, self.consultant) or self._is_let(who, thing)

    def may_undo(self, who: str, thing: Thing) -> bool:
        """Of what was removed a moment ago: citizen, and consultant where the words are not the citizen's."""
        is_fresh = thing in self.things and not thing.is_there and self.now - thing.removed_at < UNDO  # type: ignore[operator]
        return is_fresh and (who == CITIZEN or (who == self.consultant and thing.by != CITIZEN))

    def is_told_of(self, who: str) -> set[Thing]:
        """What a guest hears of in due time, though they may be paused just now."""
        return {thing for thing in self.things if thing.is_there and self._is_let(who, thing)}

    def seen_by(self, who: str) -> set[Thing]:
        return {thing for thing in self.things if self.sees(who, thing)}

    def _counts(self, until: date | None) -> bool:
        return until is None or until >= self.today

    def _is_let(self, who: str, thing: Thing) -> bool:
        """Is it shared with that guest, for itself or with its goal?"""
        ways = [thing] if thing.goal is None or not thing.goal.is_there else [thing, thing.goal]
        shares = self.places[who].shares if who in self.places else {}
        return any(way.id in shares and self._counts(shares[way.id]) for way in ways)

    # The citizen's orders

    def share(self, thing: Thing, who: str, until: date | None) -> bool:
        may = self.sees(CITIZEN, thing) and who in self.places
        if may:
            self.places[who].shares[thing.id] = until
        return may

    def unshare(self, thing: Thing, who: str) -> bool:
        place = self.places.get(who)
        may = self.sees(CITIZEN, thing) and place is not None and thing.id in place.shares
        if not may or not self._counts(place.shares[thing.id]):  # type: ignore[union-attr]
            return False
        del place.shares[thing.id]  # type: ignore[union-attr]
        self._promises_fall(who, thing.id)
        return True

    def _promises_fall(self, who: str, thing_id: Any) -> None:
        """What a guest is to do and sees no more, nobody is to do. What is removed keeps its story."""
        for step in self.things:
            is_about = step.id == thing_id or (step.goal is not None and step.goal.id == thing_id)
            if is_about and step.doer == who and step.is_there:
                self._leave(step)

    def hang(self, step: Thing, goal: Thing | None) -> bool:
        may = self.sees(CITIZEN, step) and (goal is None or self.sees(CITIZEN, goal))
        if may:
            step.goal = goal
            self._leave(step)
        return may

    def _leave(self, step: Thing) -> None:
        if step.doer and not self._is_let(step.doer, step):
            step.doer = None

    def remove(self, thing: Thing) -> bool:
        may = self.sees(CITIZEN, thing)
        if may:
            thing.removed_at = self.now
        return may

    def bring_back(self, thing: Thing) -> bool:
        may = thing in self.things and not thing.is_there and self.now - thing.removed_at <= UNDO  # type: ignore[operator]
        if may:
            thing.removed_at = None
            self._leave(thing)
        return may

    def assign(self, step: Thing, who: str) -> bool:
        may = self.sees(CITIZEN, step) and who in self.places
        if may and not self._is_let(who, step):
            self.places[who].shares[step.id] = None
        if may:
            step.doer = who
        return may

    def pause(self, who: str, *, paused: bool) -> bool:
        if who in self.places:
            self.places[who].is_paused = paused
        return who in self.places

    def last_day(self, who: str, until: date | None) -> bool:
        if who in self.places:
            self.places[who].until = until
        return who in self.places

    def end(self, who: str) -> bool:
        for step in self.things:
            if step.doer == who:
                step.doer = None
        return self.places.pop(who, None) is not None

    def hand_over(self, to: str) -> bool:
        may = to != self.consultant
        if may:
            self.consultant, self.desk = to, Place()
        return may

    def place(self, who: str) -> Place | None:
        return self.desk if who == self.consultant else self.places.get(who)

    # Whoever is invited

    def invite(self, asked_id: Any, link: str, offers: list[Thing]) -> None:
        self.asked.append(Asked(asked_id, link, offers, self.now + INVITED_FOR))

    def is_open(self, asked: Asked) -> bool:
        return not asked.is_over and asked.until > self.now

    def accept(self, asked: Asked, who: str) -> bool:
        may = self.is_open(asked) and asked.by is None and who not in self.places
        if may:
            asked.by, asked.until = who, self.now + INVITED_FOR
        return may

    def confirm(self, asked: Asked) -> bool:
        may = self.is_open(asked) and asked.by is not None and asked.by not in self.places
        if may:
            offered = {thing.id: None for thing in asked.offers if self.sees(CITIZEN, thing)}
            self.places[str(asked.by)] = Place(shares=dict(offered))
            asked.is_over = True
        return may

    def withdraw(self, asked: Asked) -> bool:
        may = self.is_open(asked)
        asked.is_over = True
        return may

    # Guests' own orders

    def suggest(self, who: str, step: Thing) -> None:
        self.things.append(step)
        step.by = who
        if who in self.places:
            self.places[who].shares[step.id] = None

    def take(self, who: str, step: Thing) -> bool:
        may = who in GUESTS and self.sees(who, step) and step.doer is None
        if may:
            step.doer = who
        return may

    def give_back(self, who: str, step: Thing) -> bool:
        may = who in GUESTS and self.sees(who, step) and step.doer == who
        if may:
            step.doer = None
        return may

    # Time

    def keep_house(self) -> None:
        """What is over is written down as over, and what was removed is gone."""
        for who, place in list(self.places.items()):
            over = [one for one, until in place.shares.items() if not self._counts(until)]
            for one in over:
                del place.shares[one]
                self._promises_fall(who, one)
            if not self._counts(place.until):
                self.end(who)
        gone = [one for one in self.things if one.removed_at and self.now - one.removed_at > UNDO]
        self.things = [one for one in self.things if one not in gone]
        for step in self.things:
            step.goal = None if step.goal in gone else step.goal
