"""The second opinion on consent: the consultant asks, the citizen alone answers. Nothing of the app here."""

from typing import Any

from tests.access.oracle import NOT_HERE, Thing, World, need

MOST_OPEN = 5


class ConsentOrders(World):
    """A question is asked, given or withdrawn; each is between two administrations of its own here."""

    def _ask_consent(self, who: str, question_id: Any, **said: str) -> None:
        need(question_id not in self.questions)
        need(sum(one["stands"] == "asked" for one in self.questions.values()) < MOST_OPEN)
        self.questions[question_id] = {**said, "stands": "asked"}

    def _question(self, question_id: Any) -> Thing:
        need(question_id in self.questions, NOT_HERE)
        return self.questions[question_id]

    def _give_consent(self, who: str, question_id: Any, version: int) -> None:
        question = self._question(question_id)
        need(version == 1)
        question["stands"] = "given"

    def _decline_consent(self, who: str, question_id: Any) -> None:
        question = self._question(question_id)
        need(question["stands"] != "given")
        question["stands"] = "declined"

    def _withdraw_consent(self, who: str, question_id: Any) -> None:
        question = self._question(question_id)
        need(question["stands"] == "given")
        question["stands"] = "withdrawn"
