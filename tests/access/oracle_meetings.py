"""The second opinion on meetings: who plans, who is asked, who leads, and what an open one lets be seen."""

from typing import Any

from tests.access.oracle import BROAD, NOT_HERE, Thing, World, need


class MeetingOrders(World):
    """Orders about meetings. `World.met` is who sits in the open one beside citizen and consultant."""

    def _plan_meeting(
        self, who: str, meeting_id: Any, meeting_kind: str, purpose: str, place: str, third: Any = None
    ) -> None:
        """The citizen may name who was their consultant before, and in these plans there was nobody."""
        need(who in BROAD)
        need(meeting_id not in self.meetings)
        need(third is None or (who == "consultant" and third in self.thirds), NOT_HERE)
        there = {"state": "planned", "asked": set(), "cancelled": False, "pen": None, "starter": None, "words": {}}
        self.meetings[meeting_id] = {**there, "purpose": purpose, "place": place, "matters": "", "views": {}}
        self.meetings[meeting_id] |= {"announcement": "", "third": self.thirds.get(third, "")}

    def _meeting(self, who: str, meeting_id: Any, *states: str) -> Thing:
        meeting = self.meetings.get(meeting_id)
        need(meeting is not None and not meeting["cancelled"], NOT_HERE)
        assert meeting is not None
        need(who in BROAD or who in meeting["asked"], NOT_HERE)
        need(meeting["state"] in states)
        return meeting

    def _move_meeting(self, who: str, meeting_id: Any) -> None:
        need(who in BROAD)
        self._meeting(who, meeting_id, "planned")

    def _reword_meeting(self, who: str, meeting_id: Any, field: str, text: str) -> None:
        need(who in BROAD)
        self._meeting(who, meeting_id, "planned", "open")[field] = text

    def _add_agenda_item(self, who: str, meeting_id: Any, item_id: Any, words: str) -> None:
        need(who in BROAD)
        need(all(item_id not in items for items in (*self.items.values(), *self.items_removed.values())))
        self._meeting(who, meeting_id, "planned", "open")
        self.items[meeting_id] = [*self.items.get(meeting_id, ()), item_id]
        self.item_words[item_id] = words

    def _move_agenda_item(self, who: str, meeting_id: Any, item_id: Any) -> None:
        need(who in BROAD)
        self._meeting(who, meeting_id, "planned", "open")
        need(item_id in self.items.get(meeting_id, ()), NOT_HERE)

    def _reword_agenda_item(self, who: str, meeting_id: Any, item_id: Any, words: str) -> None:
        self._move_agenda_item(who, meeting_id, item_id)
        self.item_words[item_id] = words

    def _remove_agenda_item(self, who: str, meeting_id: Any, item_id: Any) -> None:
        self._move_agenda_item(who, meeting_id, item_id)
        self.items[meeting_id].remove(item_id)
        self.items_removed.setdefault(meeting_id, []).append(item_id)

    def _restore_agenda_item(self, who: str, meeting_id: Any, item_id: Any) -> None:
        need(who in BROAD)
        self._meeting(who, meeting_id, "planned", "open")
        need(item_id in self.items_removed.get(meeting_id, ()), NOT_HERE)
        self.items_removed[meeting_id].remove(item_id)
        self.items[meeting_id].append(item_id)

    def _name_part(self, who: str, meeting_id: Any, item_id: Any, administration: str, member_id: Any = None) -> None:
        self._move_agenda_item(who, meeting_id, item_id)
        if member_id:
            self._comes(self.meetings[meeting_id], member_id)
        self.item_parts[item_id] = administration

    def _announce_to_meeting(self, who: str, meeting_id: Any, words: str) -> None:
        self._meeting(who, meeting_id, "planned", "open")["announcement"] = words

    def _say_what_matters(self, who: str, meeting_id: Any, words: str) -> None:
        self._meeting(who, meeting_id, "planned", "open")["matters"] = words

    def _cancel_meeting(self, who: str, meeting_id: Any) -> None:
        need(who in BROAD)
        self._meeting(who, meeting_id, "planned")["cancelled"] = True

    def _restore_meeting(self, who: str, meeting_id: Any) -> None:
        need(who in BROAD)
        need(meeting_id in self.meetings and self.meetings[meeting_id]["cancelled"], NOT_HERE)
        self.meetings[meeting_id]["cancelled"] = False

    def _ask_to_meeting(self, who: str, meeting_id: Any, member_id: str) -> None:
        meeting = self._meeting(who, meeting_id, "planned", "open")
        self._known(who, member_id)
        need(member_id not in BROAD)
        meeting["asked"].add(member_id)

    def _unask_from_meeting(self, who: str, meeting_id: Any, member_id: str) -> None:
        meeting = self._meeting(who, meeting_id, "planned", "open")
        self._known(who, member_id)
        need(member_id not in BROAD)
        need(member_id in meeting["asked"], NOT_HERE)
        meeting["asked"].discard(member_id)
        for name in ("pen", "starter"):
            meeting[name] = None if meeting[name] == member_id else meeting[name]

    def _answer_meeting(self, who: str, meeting_id: Any, answer: str) -> None:
        need(who not in BROAD)
        self._meeting(who, meeting_id, "planned", "open")

    def _name_starter(self, who: str, meeting_id: Any, member_id: str | None) -> None:
        meeting = self._meeting(who, meeting_id, "planned", "open")
        meeting["starter"] = self._comes(meeting, member_id) if member_id else None

    def _comes(self, meeting: Thing, member_id: str) -> str:
        need(member_id in self.seats and (member_id in BROAD or member_id in meeting["asked"]), NOT_HERE)
        return member_id

    def _start_meeting(self, who: str, meeting_id: Any) -> None:
        meeting = self._meeting(who, meeting_id, "planned")
        need(who in ("citizen", meeting["starter"]))
        need(all(other["state"] != "open" for other in self.meetings.values()))
        meeting |= {"state": "open", "pen": who}
        self.room_blank = self.room_blank and who != "citizen"

    def _end_meeting(self, who: str, meeting_id: Any) -> None:
        meeting = self._meeting(who, meeting_id, "open")
        need(who in ("citizen", meeting["starter"]))
        meeting["state"] = "over"

    def _approve_minutes(self, who: str, meeting_id: Any, **said: Any) -> None:
        self._meeting(who, meeting_id, "over")

    _show_rating = _hide_rating = _rate_meeting = _approve_minutes

    def _say_own_view(self, who: str, meeting_id: Any, words: str, was: str) -> None:
        need(who in BROAD)
        views = self._meeting(who, meeting_id, "over")["views"]
        need(views.get(who, "") == was)
        views[who] = words

    def _led(self, who: str, meeting_id: Any) -> Thing:
        meeting = self._meeting(who, meeting_id, "open")
        need(who in ("citizen", meeting["pen"]))
        return meeting

    def _pass_pen(self, who: str, meeting_id: Any, member_id: str) -> None:
        meeting = self._led(who, meeting_id)
        meeting["pen"] = self._comes(meeting, member_id)

    def _go_to_item(self, who: str, meeting_id: Any, item_id: Any) -> None:
        self._led(who, meeting_id)
        need(item_id in self.items.get(meeting_id, ()), NOT_HERE)

    def _light_step(self, who: str, meeting_id: Any, step_id: Any) -> None:
        self._led(who, meeting_id)
        if step_id is not None:
            need(self.sees_step(who, step_id), NOT_HERE)
            need(self.steps[step_id]["in_room"])
