"""The second opinion on small steps: whose area is whose, and who reads what was noted there. Nothing of the app."""

from typing import Any

from tests.access.oracle import BROAD, NOT_HERE, ROOM, Thing, World, need

# Whose question, in which set, answered by a figure, by words.
ASKED = {
    "health": ("citizen", "eleven", True, False),
    "consultant_belief": ("consultant", "eleven", True, True),
    "insight": ("citizen", "empowerment", False, True),
}


class ProgressOrders(World):
    """`areas`: with a name, or standard. `small`: by whom, where, in which words. `area_of` a community: its id."""

    area_of: Any = None

    def knows_area(self, who: str, area_id: Any) -> bool:
        """The three that all have are known to everybody with a place, whatever they see into."""
        area = self.areas.get(area_id)
        if area is None or area["removed"] or who not in self.seats - self.paused or self._is_place(who, area_id):
            return False
        return bool(area["standard"]) or self._sees_into(who, area_id)

    def _is_place(self, who: str, area_id: Any) -> bool:
        """A community, while the address is protected, to anybody but citizen and consultant."""
        return self.protected and who not in BROAD and self.areas[area_id].get("community", False)

    def _sees_into(self, who: str, area_id: Any) -> bool:
        if who == "consultant":
            return not self.areas[area_id]["kept"]
        return who == "citizen" or (who, "progress_area", area_id) in self.shares

    def sees_small(self, who: str, entry_id: Any) -> bool:
        entry = self.small.get(entry_id)
        if entry is None or entry["removed"] or self.areas[entry["area"]]["removed"] or not self._looks(who):
            return False
        if self._is_place(who, entry["area"]):
            return False
        if entry["in_room"] and (who == ROOM or who in self.met):
            return True
        if who == ROOM or not self.knows_area(who, entry["area"]):
            return False
        return entry["by"] == who or (self._sees_into(who, entry["area"]) and (who in BROAD or entry["by"] in BROAD))

    def read_of_small(self, who: str) -> set[str]:
        texts = {self._said(entry) for one, entry in self.small.items() if self.sees_small(who, one)}
        texts |= {area["name"] for one, area in self.areas.items() if self.knows_area(who, one)}
        mine = [entry for entry in self.small.values() if entry["removed"] == who]
        texts |= {self._said(entry) for entry in mine if self.knows_area(who, entry["area"])}
        if who == "citizen":
            texts |= {area["name"] for area in self.areas.values() if area["removed"]}
        return texts | {one["words"] for one in self.measured.values() if self._sees_answer(who, one)}

    def _sees_answer(self, who: str, one: Thing) -> bool:
        """Measured: the citizen's alone, save what the consultant said themself; and whom the citizen lets."""
        if who not in self.seats - self.paused:
            return False
        return self._sees_into(who, one["area"]) or (who == "consultant" and one["by"] == who)

    def _answer_indicator(self, who: str, indicator: str, score: Any = None, words: str = "") -> None:
        need(indicator in ASKED, NOT_HERE)
        whose, code, has_scale, has_words = ASKED[indicator]
        need(whose == who and (score is None or has_scale) and (not words or has_words))
        area = next(one for one, told in self.areas.items() if told.get("measures") == code)
        self.measured[indicator] = {"by": who, "words": words, "area": area}

    def _scale_goal(self, who: str, goal_id: Any, score: Any = None, wanted: Any = None) -> None:
        self._goal(who, goal_id)

    def _said(self, entry: Thing) -> str:
        """Its words; without any, the name of its area."""
        return entry["words"] or self.areas[entry["area"]]["name"]

    def _area(self, who: str, area_id: Any) -> Thing:
        need(self.knows_area(who, area_id), NOT_HERE)
        return self.areas[area_id]

    def _own_area(self, who: str, area_id: Any) -> Thing:
        area = self._area(who, area_id)
        need(not area["standard"] and "measures" not in area)
        return area

    def _entry(self, who: str, entry_id: Any) -> Thing:
        need(self.sees_small(who, entry_id), NOT_HERE)
        return self.small[entry_id]

    def _add_progress_entry(
        self,
        who: str,
        progress_entry_id: Any,
        progress_area_id: Any,
        words: str = "",
        score: Any = None,
        company: str = "",
        goal_id: Any = None,
    ) -> None:
        if goal_id:
            self._begin_community(who, progress_area_id, goal_id)
        area = self._area(who, progress_area_id)
        need("measures" not in area and bool(company) == area.get("community", False), NOT_HERE)
        need(progress_entry_id not in self.small)
        need(score is None or who == "citizen")
        said = {"by": who, "area": progress_area_id, "words": words, "in_room": False, "removed": None}
        self.small[progress_entry_id] = said

    def _begin_community(self, who: str, area_id: Any, goal_id: Any) -> None:
        """Where the goal's own community has no area yet, it begins with this tap: if the tap stands."""
        goal = self._goal(who, goal_id)
        need(who in BROAD and goal["community"], NOT_HERE)
        if area_id not in self.areas and area_id == self.area_of(goal["community"]):
            told = {"name": goal["community"], "standard": "", "kept": False, "removed": False, "community": True}
            self.areas[area_id] = told

    def _reword_progress_entry(self, who: str, progress_entry_id: Any, text: str, was: str) -> None:
        entry = self._entry(who, progress_entry_id)
        need(entry["by"] == who)
        need(entry["words"] in (was, text))
        entry["words"] = text

    def _score_progress_entry(self, who: str, progress_entry_id: Any, score: Any = None) -> None:
        self._entry(who, progress_entry_id)

    def _remove_progress_entry(self, who: str, progress_entry_id: Any) -> None:
        entry = self._entry(who, progress_entry_id)
        need(who == "citizen" or entry["by"] == who)
        entry["removed"] = who

    def _restore_progress_entry(self, who: str, progress_entry_id: Any) -> None:
        entry = self.small.get(progress_entry_id, {})
        need(entry.get("removed") == who and self.knows_area(who, entry["area"]), NOT_HERE)
        entry["removed"] = None

    def _add_progress_area(
        self, who: str, progress_area_id: Any, name: str, kept: bool = False, community: bool = False
    ) -> None:
        need(progress_area_id not in self.areas)
        self.areas[progress_area_id] = {
            "name": name, "standard": "", "kept": kept, "removed": False, "community": community,
        }  # fmt: skip

    def _rename_progress_area(self, who: str, progress_area_id: Any, text: str, was: str) -> None:
        area = self._own_area(who, progress_area_id)
        need(area["name"] in (was, text))
        area["name"] = text

    def _remove_progress_area(self, who: str, progress_area_id: Any) -> None:
        self._own_area(who, progress_area_id)["removed"] = True

    def _restore_progress_area(self, who: str, progress_area_id: Any) -> None:
        need(self.areas.get(progress_area_id, {}).get("removed", False), NOT_HERE)
        self.areas[progress_area_id]["removed"] = False

    def _keep_progress_area(self, who: str, progress_area_id: Any, *, kept: bool = True) -> None:
        self._area(who, progress_area_id)["kept"] = kept

    def _open_progress_area(self, who: str, progress_area_id: Any) -> None:
        self._keep_progress_area(who, progress_area_id, kept=False)

    def _share_progress_area(self, who: str, progress_area_id: Any, member_id: str) -> None:
        self._area(who, progress_area_id)
        self._known(who, member_id)
        need(member_id not in BROAD)
        self.shares.add((member_id, "progress_area", progress_area_id))

    def _unshare_progress_area(self, who: str, progress_area_id: Any, member_id: str) -> None:
        self._area(who, progress_area_id)
        self._known(who, member_id)
        need((member_id, "progress_area", progress_area_id) in self.shares)
        self.shares.discard((member_id, "progress_area", progress_area_id))

    def show_small_in_room(self, who: str, entry_id: Any, *, shown: bool) -> None:
        self._entry(who, entry_id)["in_room"] = shown
