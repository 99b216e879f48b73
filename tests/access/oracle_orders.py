"""The second opinion's other half: who may do what, and what becomes of it. Nothing of the app here either."""

from dataclasses import dataclass
from typing import Any

from tests.access.oracle import BROAD, NOT_HERE, OK, REFUSED, No, Thing, need
from tests.access.oracle_consents import ConsentOrders
from tests.access.oracle_course import CourseOrders
from tests.access.oracle_meetings import MeetingOrders
from tests.access.oracle_network import NetworkOrders
from tests.access.oracle_places import Places
from tests.access.oracle_progress import ProgressOrders
from tests.access.oracle_said import SaidOrders
from tests.access.oracle_shares import Shares
from tests.access.oracle_talk import TalkOrders

CITIZENS_ALONE = {
    "write_about_me", "write_life_goal", "accept_strength", "decline_strength", "remove_strength", "restore_strength",
    "show_in_room", "answer_check_in",
    "hide_from_room", "blank_room", "show_room", "share_strength", "unshare_strength",
    "end_member", "end_member_on", "pause_member", "resume_member", "introduce_member", "set_member_apart",
    "invite", "withdraw_invitation",
    "confirm_invited", "add_network_member", "reword_network_member", "relate_network_member",
    "move_network_member", "link_network_member", "remove_network_member", "restore_network_member",
    "give_consent", "decline_consent", "withdraw_consent", "end_look_in", "see_look_in",
    "say_what_matters", "ask_to_meeting", "unask_from_meeting", "name_starter",
    "add_challenge", "remove_challenge", "restore_challenge", "be_proud_of",
    "approve_minutes", "show_rating", "hide_rating",
    "reword_progress_entry", "score_progress_entry", "add_progress_area", "rename_progress_area",
    "remove_progress_area", "restore_progress_area", "keep_progress_area", "open_progress_area",
    "share_progress_area", "unshare_progress_area", "scale_goal",
}  # fmt: skip
BROAD_ALONE = {"add_goal", "restore_goal", "say_rhythm", "answer_indicator", "move_course", "add_outcome",
               "change_outcome", "remove_outcome", "restore_outcome", "add_offer", "change_offer", "remove_offer",
               "restore_offer", "answer_overlap"}  # fmt: skip
CONSULTANTS_ALONE = {"ask_consent", "announce_to_meeting", "note_discussion", "remove_discussion", "restore_discussion"}
RESTING = ("wish", "paused", "dropped")
PROMISED = ("agreed", "doing", "done")


@dataclass
class Orders(
    ProgressOrders, Places, Shares, NetworkOrders, ConsentOrders, CourseOrders, MeetingOrders, SaidOrders, TalkOrders
):
    """`asks(who, kind, **fields)` says what becomes of an order: "ok" (and carries it out), "refused" or "not_here"."""

    def asks(self, who: str, kind: str, **fields: Any) -> str:
        try:
            need(who in self.seats - self.paused, NOT_HERE)
            need(kind not in CITIZENS_ALONE or who == "citizen")
            need(kind not in BROAD_ALONE or who in BROAD)
            need(kind not in CONSULTANTS_ALONE or who == "consultant")
            getattr(self, f"_{kind}")(who, **fields)
        except No as no:
            return str(no)
        return OK

    def _say_rhythm(self, who: str, days: int) -> None:
        need(days in (0, 7, 14, 28, 42))

    def _write_life_goal(self, who: str, words: str, was: str) -> None:
        need(was == (self.life_goals or [""])[-1])
        self.life_goals.append(words)

    def _add_goal(self, who: str, goal_id: Any, part_of: Any = None, **texts: str) -> None:
        need(goal_id not in self.goals)
        if part_of:
            need(not self._goal(who, part_of)["part_of"])
        texts = {"title": "", "community": "", "challenge": "", **texts}
        citizens = {name for name, text in texts.items() if text and who == "citizen"}
        new = {"part_of": part_of, "citizens": citizens, "removed": False, "in_room": False}
        self.goals[goal_id] = {**texts, **new}

    def _reword_goal(self, who: str, goal_id: Any, field: str, text: str, was: str) -> None:
        goal = self._goal(who, goal_id)
        need(who in BROAD)
        self._reword(who, goal, field, text, was)

    def _reword(self, who: str, thing: Thing, field: str, text: str, was: str) -> None:
        need(who == "citizen" or field not in thing["citizens"])
        need(thing[field] in (was, text))
        thing[field] = text
        thing["citizens"] = thing["citizens"] - {field} | ({field} if who == "citizen" and text else set())

    def _on_goal(self, who: str, goal_id: Any) -> Thing:
        goal = self._goal(who, goal_id)
        need(who in BROAD)
        return goal

    def _set_goal_area(self, who: str, goal_id: Any) -> None:
        self._on_goal(who, goal_id)

    _reach_goal = _reopen_goal = _set_goal_area

    def _move_goal(self, who: str, goal_id: Any, before: Any = None) -> None:
        self._on_goal(who, goal_id)
        need(before is None or self.sees_goal(who, before), NOT_HERE)

    def _remove_goal(self, who: str, goal_id: Any) -> None:
        need(self._may_remove_goal(who, self._goal(who, goal_id)))
        self.goals[goal_id]["removed"] = True

    def _restore_goal(self, who: str, goal_id: Any) -> None:
        need(self.sees_goal(who, goal_id, removed=True), NOT_HERE)
        need(self._may_remove_goal(who, self.goals[goal_id]))
        self.goals[goal_id]["removed"] = False

    def _add_step(self, who: str, step_id: Any, goal_id: Any = None, responsible: Any = None, **texts: str) -> None:
        need(step_id not in self.steps)
        texts = {"title": "", "words": "", "how": "", "learned": "", **texts}
        need(who == "citizen" or not texts["words"])
        need(who in BROAD or not (goal_id or responsible))
        if goal_id:
            self._on_goal(who, goal_id)
        if responsible:
            self._known(who, responsible)
        self._write_step(who, step_id, responsible, goal=goal_id, **texts)

    def _write_step(self, who: str, step_id: Any, responsible: Any, **told: Any) -> None:
        need(step_id not in self.steps)
        texts = {name: told.get(name, "") for name in ("title", "words", "how", "learned")}
        citizens = {name for name, text in texts.items() if text and who == "citizen"}
        step = {**texts, "goal": None, "by": who, "accepted": who == "citizen", "citizens": citizens, "due": None}
        self.steps[step_id] = {
            **step,
            "status": "wish",
            "removed": False,
            "in_room": False,
            "responsible": None,
            "said": "",
            **told,
        }
        try:
            self._make_responsible(who, step_id, responsible)
        except No:
            del self.steps[step_id]
            raise
        if who not in BROAD:
            self.shares.add((who, "step", step_id))

    def _make_responsible(self, who: str, step_id: Any, responsible: Any) -> None:
        """Whoever is to do it must see it, and that is the citizen's to decide, unless they see it in the meeting."""
        step = self.steps[step_id]
        if responsible and who != "citizen":
            sees_in_room = responsible in self.met and step["in_room"]
            need(responsible in BROAD or self._is_shared_with(responsible, step_id) or sees_in_room)
        if step["responsible"] != responsible:
            self._asks_anew(who, step)
        step["responsible"] = responsible
        self._say_yes(who, step_id)

    def _asks_anew(self, who: str, step: Thing) -> None:
        """Who changes an agreement agrees with it; the citizen's yes or no to what it was is gone."""
        step["said"] = "agreed" if who == "citizen" else ""

    def agreed(self) -> set[Any]:
        """What counts as agreed: somebody is to do it by a day, and the citizen has said yes to that."""
        there = {
            key: one for key, one in self.steps.items() if one["responsible"] and one["due"] and not one["removed"]
        }
        return {key for key, one in there.items() if one["accepted"] and one["said"] == "agreed"}

    def _is_shared_with(self, member: str, step_id: Any) -> bool:
        goal_id = self.steps[step_id]["goal"]
        by_goal = goal_id in self.goals and not self.goals[goal_id]["removed"]
        return (member, "step", step_id) in self.shares or (by_goal and (member, "goal", goal_id) in self.shares)

    def _say_yes(self, who: str, step_id: Any) -> None:
        """The citizen's yes lets whoever is to do it see it."""
        member = self.steps[step_id]["responsible"]
        if who == "citizen" and member and member not in BROAD and not self._is_shared_with(member, step_id):
            self.shares.add((member, "step", step_id))

    def _reword_step(self, who: str, step_id: Any, field: str, text: str, was: str) -> None:
        step = self._step(who, step_id)
        need(who in BROAD or (field == "how" and step["responsible"] == who and not self.protected))
        need(field != "words" or who == "citizen")
        stood = step[field]
        self._reword(who, step, field, text, was)
        if field in ("title", "how") and text != stood and step["due"] and step["responsible"]:
            self._asks_anew(who, step)
            self._say_yes(who, step_id)

    def _move_step(self, who: str, step_id: Any, status: str, before: Any = None) -> None:
        step = self._step(who, step_id)
        need(who in BROAD or (step["responsible"] == who and status in PROMISED))
        need(who == "citizen" or step["accepted"] or status in RESTING)
        goes_on = status in ("agreed", "doing") and step["status"] != status
        need(who == "citizen" or not goes_on or step["said"] != "disagreed")
        need(before is None or before == step_id or self.sees_step(who, before), NOT_HERE)
        if who == "citizen" and status in PROMISED and step["status"] != status:
            step["accepted"] = True
            if goes_on:
                step["said"] = "agreed"
                self._say_yes(who, step_id)
        step["status"] = status

    def _on_step(self, who: str, step_id: Any) -> Thing:
        step = self._step(who, step_id)
        need(who in BROAD)
        return step

    def _hang_step(self, who: str, step_id: Any, goal_id: Any = None) -> None:
        step = self._on_step(who, step_id)
        need(goal_id is None or self.sees_goal(who, goal_id), NOT_HERE)
        names, came_from = self.seats - set(BROAD), step["goal"]
        saw = {name for name in names if self.sees_step(name, step_id)}
        step["goal"] = goal_id
        if who != "citizen" and any(self.sees_step(name, step_id) for name in names - saw):
            step["goal"] = came_from
            raise No(REFUSED)
        self._leave_promise(step_id)

    def _assign_step(self, who: str, step_id: Any, responsible: Any = None) -> None:
        self._on_step(who, step_id)
        if responsible:
            self._known(who, responsible)
        self._make_responsible(who, step_id, responsible)

    def _set_due(self, who: str, step_id: Any, due: Any) -> None:
        step = self._on_step(who, step_id)
        is_new, step["due"] = step["due"] != due, due
        if is_new:
            self._asks_anew(who, step)
        if is_new and due:
            self._say_yes(who, step_id)

    def _give_voice(self, who: str, step_id: Any, answer: str) -> None:
        step = self._step(who, step_id)
        need(who in BROAD or step["responsible"] == who)
        step["accepted"] = step["accepted"] or (who == "citizen" and answer == "agreed")
        step["said"] = answer if who == "citizen" else step["said"]
        if answer == "agreed":
            self._say_yes(who, step_id)

    def _say_carried(self, who: str, step_id: Any) -> None:
        need(self._on_step(who, step_id)["status"] == "done")

    def _remove_step(self, who: str, step_id: Any) -> None:
        need(self._may_remove_step(who, self._step(who, step_id)))
        self.steps[step_id] |= {"removed": True, "removed_by": who}

    def _restore_step(self, who: str, step_id: Any) -> None:
        need(self.sees_step(who, step_id, removed=True), NOT_HERE)
        need(self._may_remove_step(who, self.steps[step_id]))
        self.steps[step_id]["removed"] = False
        self._leave_promise(step_id)
