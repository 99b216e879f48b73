"""The second opinion on the course: which phase, and who reads why. Nothing of the app."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.access.oracle import NOT_HERE, Thing, need
from tests.access.oracle_offers import OfferOrders


class CourseOrders(OfferOrders):
    """Plans are played within their first day, on which one phase takes another's place."""

    def _move_course(self, who: str, phase: str, began: date, words: str = "") -> None:
        need(began == datetime.now(ZoneInfo("Europe/Copenhagen")).date())
        need(bool(self.phase) or phase != "getting_to_know")
        self.phase = None if phase == "getting_to_know" else (phase, words)

    def _answer_check_in(self, who: str, due: date, answer: str, words: str) -> None:
        """They are played with a first question on the very day that aftercare begins; the later answer stands."""
        is_asked = self.phase is not None and self.phase[0] == "aftercare"
        need(is_asked and due == datetime.now(ZoneInfo("Europe/Copenhagen")).date())
        self.goes = words

    def _add_outcome(self, who: str, outcome_id: Any, outcome: str, began: date, words: str, follows: str = "") -> None:
        need(outcome_id not in self.outcomes)
        need(bool(follows) or outcome != "placement")
        self.outcomes[outcome_id] = {"kind": outcome, "words": words, "follows": follows, "removed": False, "by": who}

    def _change_outcome(self, who: str, outcome_id: Any, read: int, words: str, **rest: Any) -> None:
        """With the number from before another's change there is a no; a placement is changed to what leads nowhere."""
        one = self._outcome(outcome_id)
        need((read >= 0 or one["by"] == who) and one["kind"] != "placement")
        one["words"], one["follows"], one["by"] = words, "", who

    def _remove_outcome(self, who: str, outcome_id: Any) -> None:
        self._outcome(outcome_id).update(removed=True, by=who)

    def _restore_outcome(self, who: str, outcome_id: Any) -> None:
        self._outcome(outcome_id, removed=True).update(removed=False, by=who)

    def _outcome(self, outcome_id: Any, *, removed: bool = False) -> Thing:
        one = self.outcomes.get(outcome_id)
        need(one is not None and one["removed"] is removed, NOT_HERE)
        assert one is not None
        return one
