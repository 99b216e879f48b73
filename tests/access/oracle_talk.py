"""The second opinion on the conversation: between two, and what is removed its writer's alone. Nothing of the app."""

from typing import Any

from tests.access.oracle import BROAD, NOT_HERE, Thing, World, need


class TalkOrders(World):
    """Messages: written, put right and taken back by whoever wrote them."""

    def read_in_talk(self, who: str) -> set[str]:
        there = self.messages.values()
        removed = {one["words"] for one in there if one["removed"] and one["by"] == who}
        agreed = {self.out_of_hours} if who in BROAD else set()
        return removed | agreed | ({one["words"] for one in there if not one["removed"]} if who in BROAD else set())

    def _write_message(self, who: str, message_id: Any, words: str, step_id: Any = None) -> None:
        need(who in BROAD)
        need(message_id not in self.messages)
        if step_id:
            need(self.sees_step(who, step_id), NOT_HERE)
        self.messages[message_id] = {"by": who, "words": words, "step": step_id, "removed": False}

    def _message(self, who: str, message_id: Any) -> Thing:
        need(who in BROAD)
        need(message_id in self.messages and not self.messages[message_id]["removed"], NOT_HERE)
        need(self.messages[message_id]["by"] == who)
        return self.messages[message_id]

    def _reword_message(self, who: str, message_id: Any, text: str, was: str) -> None:
        message = self._message(who, message_id)
        need(message["words"] in (was, text))
        message["words"] = text

    def _remove_message(self, who: str, message_id: Any) -> None:
        self._message(who, message_id)["removed"] = True

    def _restore_message(self, who: str, message_id: Any) -> None:
        need(who in BROAD)
        message = self.messages.get(message_id)
        need(message is not None and message["removed"] and message["by"] == who, NOT_HERE)
        self.messages[message_id]["removed"] = False

    def _agree_out_of_hours(self, who: str, words: str) -> None:
        need(who == "consultant")
        self.out_of_hours = words

    def _show_reading(self, who: str) -> None:
        need(who == "citizen")

    _hide_reading = _show_reading
