"""The second opinion on the course: which phase, and who reads why. Nothing of the app."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.access.oracle import World, need


class CourseOrders(World):
    """Plans are played within their first day, on which one phase takes another's place."""

    def _move_course(self, who: str, phase: str, began: date, words: str = "") -> None:
        need(began == datetime.now(ZoneInfo("Europe/Copenhagen")).date())
        need(self.phase or phase != "getting_to_know")
        self.phase = None if phase == "getting_to_know" else (phase, words)

    def _answer_check_in(self, who: str, **said: object) -> None:
        """On their first day nobody is asked."""
        need(False)
