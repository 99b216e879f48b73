"""The second opinion on offers: who reads one, and who writes it. Nothing of the app."""

from typing import Any

from tests.access.oracle import BROAD, NOT_HERE, Thing, World, need

TEXTS = ("title", "delivered_by", "community", "why")
PROFESSIONALS = {"professional"}


class OfferOrders(World):
    """The two read all; a professional the one that they deliver, when its goal is shared with them."""

    def sees_offer(self, who: str, offer: Thing) -> bool:
        if offer["removed"] or who in BROAD:
            return not offer["removed"]
        delivers = who in PROFESSIONALS and offer["deliverer"] == who and not self.protected
        return delivers and who in self.seats - self.paused and self._has_its_goal(who, offer["goal"])

    def _has_its_goal(self, who: str, goal_id: Any) -> bool:
        goal = self.goals.get(goal_id)
        return goal is not None and not goal["removed"] and (who, "goal", goal_id) in self.shares

    def read_of_offers(self, who: str) -> set[str]:
        seen = [one for one in self.offers.values() if self.sees_offer(who, one)]
        return {one[name] for one in seen for name in TEXTS} | {text for one in seen for text in self._help(who, one)}

    def _help(self, who: str, offer: Thing) -> list[str]:
        """One's own; the two read the others' when the citizen's stands."""
        all_of_it = who in BROAD and "citizen" in offer["help"]
        return [words for by, words in offer["help"].items() if all_of_it or by == who]

    def _add_offer(self, who: str, offer_id: Any, **said: Any) -> None:
        need(offer_id not in self.offers)
        self.offers[offer_id] = {**self._offer_said(who, **said), "help": {}}

    def _change_offer(self, who: str, offer_id: Any, read: int, **said: Any) -> None:
        """With the number from before another's change there is a no."""
        one = self._offer(offer_id)
        need(read >= 0 or one["by"] == who)
        one.update(self._offer_said(who, **said))

    def _offer_said(self, who: str, goal_id: Any = None, member_id: Any = None, **texts: str) -> Thing:
        need(goal_id is None or self.sees_goal(who, goal_id), NOT_HERE)
        if member_id is not None:
            self._known(who, member_id)
            need(member_id in PROFESSIONALS)
        told = {name: texts.get(name, "") for name in TEXTS}
        return {**told, "goal": goal_id, "deliverer": member_id, "removed": False, "by": who}

    def _say_how_offer_helped(self, who: str, offer_id: Any, words: str, **said: Any) -> None:
        need(who in BROAD or who in PROFESSIONALS)
        offer = self.offers.get(offer_id)
        need(offer is not None and self.sees_offer(who, offer), NOT_HERE)
        assert offer is not None
        offer["help"][who] = words

    def _answer_overlap(self, who: str, offer_id: Any, other_id: Any, answer: str) -> None:
        """Those that are played have open ends."""
        one, other = self._offer(offer_id), self._offer(other_id)
        need(one is not other and one["goal"] is not None and one["goal"] == other["goal"])
        need(not self.goals[one["goal"]]["removed"])

    def _remove_offer(self, who: str, offer_id: Any) -> None:
        self._offer(offer_id).update(removed=True, by=who)

    def _restore_offer(self, who: str, offer_id: Any) -> None:
        self._offer(offer_id, removed=True).update(removed=False, by=who)

    def _offer(self, offer_id: Any, *, removed: bool = False) -> Thing:
        one = self.offers.get(offer_id)
        need(one is not None and one["removed"] is removed, NOT_HERE)
        assert one is not None
        return one
