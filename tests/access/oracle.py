"""A second opinion on access, written from the written rules alone: plain dicts and sets, nothing of the app.

Here: what there is and who may see it. `World.reads(who)` is every text that `who` may come to read, where `who` is
citizen, consultant, room, or anyone else's name. What may be done is in oracle_orders.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

OK, REFUSED, NOT_HERE = "ok", "refused", "not_here"
BROAD = ("citizen", "consultant")
ROOM = "room"
Thing = dict[str, Any]


class No(Exception):
    """Why an order is not carried out."""


def need(is_so: bool, otherwise: str = REFUSED) -> None:
    if not is_so:
        raise No(otherwise)


@dataclass
class World:
    """One plan as it should be."""

    protected: bool = False
    known: set[str] = field(default_factory=set)
    seats: set[str] = field(default_factory=lambda: {"citizen", "consultant"})
    steps: dict[Any, Thing] = field(default_factory=dict)
    goals: dict[Any, Thing] = field(default_factory=dict)
    remarks: dict[Any, Thing] = field(default_factory=dict)
    strengths: dict[Any, Thing] = field(default_factory=dict)
    network: dict[Any, Thing] = field(default_factory=dict)
    shares: set[tuple[str, str, Any]] = field(default_factory=set)
    paused: set[str] = field(default_factory=set)
    about_me: str = ""
    life_goals: list[str] = field(default_factory=list)
    life_goal_in_room: bool = False
    room_blank: bool = False
    out_of_hours: str = ""
    invitations: set[Any] = field(default_factory=set)
    withdrawn: set[Any] = field(default_factory=set)
    messages: dict[Any, Thing] = field(default_factory=dict)
    questions: dict[Any, Thing] = field(default_factory=dict)
    discussions: dict[Any, str] = field(default_factory=dict)
    discussions_removed: dict[Any, str] = field(default_factory=dict)
    meetings: dict[Any, Thing] = field(default_factory=dict)
    challenges: dict[Any, Thing] = field(default_factory=dict)
    item_words: dict[Any, str] = field(default_factory=dict)  # those that were written here
    items: dict[Any, list[Any]] = field(default_factory=dict)  # what stands on each meeting's agenda
    items_removed: dict[Any, list[Any]] = field(default_factory=dict)
    item_parts: dict[Any, str] = field(default_factory=dict)  # whose own part one is
    areas: dict[Any, Thing] = field(default_factory=dict)
    measured: dict[str, Thing] = field(default_factory=dict)
    small: dict[Any, Thing] = field(default_factory=dict)
    outcomes: dict[Any, Thing] = field(default_factory=dict)
    offers: dict[Any, Thing] = field(default_factory=dict)
    phase: tuple[str, str] | None = None  # said of the course, and why
    goes: str = ""  # how it goes after the course, as it was said last
    thirds: dict[Any, str] = field(default_factory=dict)  # colleagues without a place, and what they are called

    # What may be seen

    @property
    def met(self) -> set[str]:
        """Who is asked to the open meeting, and so sees what the room sees."""
        return {who for one in self.meetings.values() if one["state"] == "open" for who in one["asked"]}

    @property
    def open_meeting(self) -> Any:
        return next((one for one, meeting in self.meetings.items() if meeting["state"] == "open"), None)

    def sees_goal(self, who: str, goal_id: Any, *, removed: bool = False) -> bool:
        goal = self.goals.get(goal_id)
        if goal is None or goal["removed"] is not removed or not self._looks(who):
            return False
        return who in BROAD or (
            goal["in_room"]
            if who == ROOM
            else (who, "goal", goal_id) in self.shares or (who in self.met and goal["in_room"])
        )

    def sees_step(self, who: str, step_id: Any, *, removed: bool = False) -> bool:
        step = self.steps.get(step_id)
        if step is None or step["removed"] is not removed or not self._looks(who):
            return False
        if who in BROAD or who == ROOM:
            return who != ROOM or bool(step["in_room"])
        if (who, "step", step_id) in self.shares or (who in self.met and step["in_room"]):
            return True
        return (who, "goal", step["goal"]) in self.shares and self.sees_goal(who, step["goal"])

    def _looks(self, who: str) -> bool:
        """Somebody with a place that is not paused; the room while it is not made blank."""
        return not self.room_blank if who == ROOM else who in self.seats - self.paused

    def hears_remark(self, who: str, remark: Thing) -> bool:
        if remark["removed"] or who == ROOM or not self.sees_step(who, remark["step"]):
            return False
        to_the_table = remark["by"] in BROAD and remark["audience"] == "table"
        return who in BROAD or remark["by"] == who or to_the_table

    def reads(self, who: str) -> set[str]:
        """Every text this viewer may come to read, whatever they open."""
        texts: set[str] = set(self.undoes(who))
        for step_id, step in self.steps.items():
            if self.sees_step(who, step_id):
                texts |= {step[name] for name in self._step_texts(who, step)}
        for goal_id, goal in self.goals.items():
            if self.sees_goal(who, goal_id):
                texts |= {goal[name] for name in self._goal_texts(who)}
        texts |= {remark["words"] for remark in self.remarks.values() if self.hears_remark(who, remark)}
        texts |= {one["words"] for one in self.strengths.values() if self._sees_strength(who, one)}
        if who in BROAD:
            texts |= {*self.life_goals, *self.discussions.values(), *(self.phase or ())[1:], self.about_me, self.goes}
            texts |= {
                one[name] for one in self.outcomes.values() if not one["removed"] for name in ("words", "follows")
            }
            texts |= {one[name] for one in self.questions.values() for name in ("giver", "receiver", "what", "why")}
            texts |= {one[name] for one in self.network.values() if not one["removed"] for name in ("name", "does")}
        elif ((who == ROOM and not self.room_blank) or who in self.met) and self.life_goal_in_room:
            texts |= set(self.life_goals[-1:])
        texts |= self.said_to(who) | self.read_in_talk(who) | self.read_of_small(who) | self.read_of_offers(who)
        for meeting_id, meeting in self.meetings.items():
            names = self._meeting_texts(who, meeting)
            texts |= {meeting[name] for name in names}
            if "purpose" in names and not meeting["cancelled"]:
                there = self.items.get(meeting_id, [])
                texts |= {told.get(item, "") for item in there for told in (self.item_words, self.item_parts)}
                gone = self.items_removed.get(meeting_id, []) if who in BROAD else []
                texts |= {self.item_words.get(item, "") for item in gone}
            texts |= set(meeting["views"].values()) if who in BROAD else set()
        return texts - {""}

    def _meeting_texts(self, who: str, meeting: Thing) -> tuple[str, ...]:
        """The wall shows an open one's purpose."""
        if meeting["cancelled"]:
            return ("purpose",) if who in BROAD else ()
        if who in BROAD:
            return "purpose", "place", "matters", "announcement", "third"
        if self.protected:
            return ()
        if who == ROOM:
            return ("purpose",) if meeting["state"] == "open" and not self.room_blank else ()
        return ("purpose", "place", "announcement") if who in meeting["asked"] else ()

    def undoes(self, who: str) -> Iterable[str]:
        """The texts by which removed things are offered back."""
        for step_id, step in self.steps.items():
            is_told = who in BROAD or not self.protected or step.get("removed_by") == who
            if is_told and self.sees_step(who, step_id, removed=True) and self._may_remove_step(who, step):
                yield step["title"]
        for goal in self.goals.values():
            if goal["removed"] and self._may_remove_goal(who, goal):
                yield goal["title"]
        for remark in self.remarks.values():
            if remark["removed"] and remark["by"] == who and self.sees_step(who, remark["step"]):
                yield remark["words"]
        if who in BROAD:
            yield from (one["words"] for one in self.outcomes.values() if one["removed"])
            yield from (one["title"] for one in self.offers.values() if one["removed"])
        if who == "consultant":
            yield from self.discussions_removed.values()
        if who == "citizen":
            yield from (one["words"] for one in self.strengths.values() if one["removed"])
            yield from (one["name"] for one in self.network.values() if one["removed"])

    def _step_texts(self, who: str, step: Thing) -> list[str]:
        if who in BROAD:
            return ["title", "words", "how", "learned"]
        if who == ROOM or self.protected:
            return ["title"]
        return ["title", "how"]

    def _goal_texts(self, who: str) -> list[str]:
        if who in BROAD:
            return ["title", "community", "challenge"]
        return ["title"] if self.protected else ["title", "community"]

    def _sees_strength(self, who: str, strength: Thing) -> bool:
        if strength["removed"] or strength["status"] == "declined":
            return False
        if (
            strength["in_room"]
            and strength["status"] == "accepted"
            and ((who == ROOM and not self.room_blank) or who in self.met)
        ):
            return True
        return who in BROAD or strength["by"] == who or (who, "strength", strength["id"]) in self.shares

    def said_to(self, who: str) -> set[str]:
        return set()

    def read_in_talk(self, who: str) -> set[str]:
        return set()

    def read_of_offers(self, who: str) -> set[str]:
        return set()

    def sees_small(self, who: str, entry_id: Any) -> bool:
        raise NotImplementedError  # in oracle_progress

    def read_of_small(self, who: str) -> set[str]:
        return set()

    def show_small_in_room(self, who: str, entry_id: Any, *, shown: bool) -> None:
        raise NotImplementedError  # in oracle_progress

    # What both sides of the rules lean on

    def _step(self, who: str, step_id: Any) -> Thing:
        need(self.sees_step(who, step_id), NOT_HERE)
        return self.steps[step_id]

    def _goal(self, who: str, goal_id: Any) -> Thing:
        need(self.sees_goal(who, goal_id), NOT_HERE)
        return self.goals[goal_id]

    def _strength(self, strength_id: Any, *, removed: bool = False) -> Thing:
        need(strength_id in self.strengths and self.strengths[strength_id]["removed"] is removed, NOT_HERE)
        return self.strengths[strength_id]

    def _known(self, who: str, member: Any) -> None:
        know_of_each_other = {who, member} <= self.known or {who, member} <= self.met
        need(member in self.seats and (who in BROAD or member in {*BROAD, who} or know_of_each_other), NOT_HERE)

    def _may_remove_step(self, who: str, step: Thing) -> bool:
        if who in BROAD:
            return who == "citizen" or not step["citizens"]
        return step["by"] == who and not step["accepted"]

    def _may_remove_goal(self, who: str, goal: Thing) -> bool:
        return who == "citizen" or (who == "consultant" and not goal["citizens"])

    def _leave_promise(self, step_id: Any) -> None:
        """Whoever sees a step no more has it no more to do, unless it is done."""
        step = self.steps[step_id]
        who = step["responsible"]
        if who and who not in BROAD and step["status"] != "done" and not self.sees_step(who, step_id):
            step |= {"responsible": None, "said": ""}
