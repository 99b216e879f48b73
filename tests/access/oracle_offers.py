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
        return {one[name] for one in self.offers.values() if self.sees_offer(who, one) for name in TEXTS}

    def _add_offer(self, who: str, offer_id: Any, **said: Any) -> None:
        need(offer_id not in self.offers)
        self.offers[offer_id] = self._offer_said(who, **said)

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

    def _remove_offer(self, who: str, offer_id: Any) -> None:
        self._offer(offer_id).update(removed=True, by=who)

    def _restore_offer(self, who: str, offer_id: Any) -> None:
        self._offer(offer_id, removed=True).update(removed=False, by=who)

    def _offer(self, offer_id: Any, *, removed: bool = False) -> Thing:
        one = self.offers.get(offer_id)
        need(one is not None and one["removed"] is removed, NOT_HERE)
        assert one is not None
        return one
