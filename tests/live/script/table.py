"""Lays the table of the script in the server's own process: who comes, and what there is before the meeting.

Everything is told as orders, (who, kind, fields) with people by their names, so that the oracle can be told the same.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import MeetingKind, Principle
from backend.plans import commands as do
from tests.cast import Cast, gather

GUESTS = {
    "supporter": "Carl", "professional": "Dorte", "fie": "Fie Fog", "gerda": "Gerda Gram", "hans": "Hans Hvid",
    "inge": "Inge Ibsen", "jonas": "Jonas Juul", "karen": "Karen Krag", "lars": "Lars Lund",
}  # fmt: skip
LATE = "mads"  # joins by code in the first minutes: the tenth


@dataclass
class Laid:
    """`people`: ids by name. `members`: of those with a place. `things`: what the rows speak about, by name."""

    plan_id: int = 0
    people: dict[str, int] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)
    things: dict[str, str] = field(default_factory=dict)
    orders: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    written: int = 0


def lay() -> None:
    """Prints the table as JSON; run by `manage.py shell`."""
    table = Laying(gather())
    with clock.standing_at(clock.now() - timedelta(days=14)):
        table.sit_down()
        table.write_the_plan()
        table.meet_once()
    with clock.standing_at(clock.now() - timedelta(days=4)):
        table.do_some_of_it()
    print("laid", json.dumps(vars(table.laid)))


class Laying:
    """One order after the other, from whoever gives it."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.laid = cast, Laid(plan_id=cast.plan_id)

    def says(self, who: str, kind: str, **fields: Any) -> None:
        self.laid.orders.append((who, kind, fields))
        self.cast.does(who, do.COMMANDS[kind](**{name: self._as_told(name, value) for name, value in fields.items()}))

    def _as_told(self, name: str, value: Any) -> Any:
        if name in ("member_id", "responsible"):
            return self.cast.members[value]
        if name.endswith("_id") and value is not None:
            return UUID(value)
        read: dict[str, Any] = {"due": date.fromisoformat, "starts_at": datetime.fromisoformat}
        return read[name](value) if name in read else value

    def sit_down(self) -> None:
        for number, (name, called) in enumerate(GUESTS.items()):
            if name not in self.cast.members:
                self.cast.sits_down(name, called, "professional" if number % 3 == 2 else "supporter")
        self.laid.members = {name: str(member_id) for name, member_id in self.cast.members.items()}
        everybody = ("citizen", "consultant", *GUESTS)
        self.laid.people = {name: self.cast.person_of(name).pk for name in everybody}

    def write_the_plan(self) -> None:
        self.says("citizen", "write_life_goal", words=self.text("Et roligt sted at bo"), was="")
        self.says("citizen", "show_in_room", subject="life_goal", subject_id=None)
        for name, in_room in (("goal", True), ("private goal", False)):
            goal = {"goal_id": self.thing(name), "title": self.text("Mere ro på"), "challenge": self.text("Støj")}
            self.says("citizen", "add_goal", life_area="home", **goal)
            if in_room:
                self.says("citizen", "show_in_room", subject="goal", subject_id=goal["goal_id"])
        for name in ("got up", "walked", "private done", "on the wall", "to hide", "private", "carl's", "dorte's"):
            title, how = self.text(name), self.text("sådan")
            self.says("citizen", "add_step", step_id=self.thing(name), title=title, how=how)
        for name in ("got up", "walked", "on the wall", "to hide"):
            self.says("citizen", "show_in_room", subject="step", subject_id=self.laid.things[name])
        for name, who in (("carl's", "supporter"), ("walked", "supporter"), ("dorte's", "professional")):
            self.says("citizen", "share_step", step_id=self.laid.things[name], member_id=who)
        for name in ("kept", "broken"):
            due = (clock.today() + timedelta(days=9)).isoformat()
            promise = {"title": self.text(name), "responsible": "consultant", "due": due}
            self.says("citizen", "add_step", step_id=self.thing(name), **promise)
            self.says("citizen", "move_step", step_id=self.laid.things[name], status="agreed")

    def meet_once(self) -> None:
        meeting = {"meeting_id": self.thing("last meeting")}
        told = {"meeting_kind": "network_meeting", "purpose": self.text("Sidst"), "place": self.text("Hjemme")}
        MeetingKind.objects.get_or_create(code="network_meeting", defaults={"name": "Netværksmøde"})
        Principle.objects.create(words="Vi begynder med det, du kan.", place=1)
        self.says("citizen", "plan_meeting", starts_at=clock.now().isoformat(), **told, **meeting)
        for kind in ("start_meeting", "end_meeting"):
            self.says("citizen", kind, **meeting)

    def do_some_of_it(self) -> None:
        for name in ("got up", "walked", "private done"):
            self.says("citizen", "move_step", step_id=self.laid.things[name], status="done")
        self.says("consultant", "move_step", step_id=self.laid.things["kept"], status="done")

    def thing(self, name: str) -> str:
        return self.laid.things.setdefault(name, str(new_id()))

    def text(self, words: str) -> str:
        self.laid.written += 1
        return f"{words} ⟦{self.laid.written}⟧"
