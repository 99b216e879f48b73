"""The second opinion on sharing: what the citizen lets one person see. Nothing of the app here."""

from typing import Any

from tests.access.oracle import BROAD, World, need


class Shares(World):
    """Orders about who sees a step, a goal or a strength."""

    def _share(self, who: str, what: str, thing_id: Any, member: str) -> tuple[str, str, Any]:
        if what == "strength":
            self._strength(thing_id)
        else:
            (self._step if what == "step" else self._goal)(who, thing_id)
        need(who == "citizen")
        self._known(who, member)
        need(member not in BROAD)
        return member, what, thing_id

    def _unshare(self, who: str, what: str, thing_id: Any, member: str) -> None:
        share = self._share(who, what, thing_id, member)
        need(share in self.shares)
        self.shares.discard(share)

    def _share_step(self, who: str, step_id: Any, member_id: str) -> None:
        self.shares.add(self._share(who, "step", step_id, member_id))

    def _share_goal(self, who: str, goal_id: Any, member_id: str) -> None:
        self.shares.add(self._share(who, "goal", goal_id, member_id))

    def _share_strength(self, who: str, strength_id: Any, member_id: str) -> None:
        need(self._strength(strength_id)["status"] == "accepted")
        self.shares.add(self._share(who, "strength", strength_id, member_id))

    def _unshare_strength(self, who: str, strength_id: Any, member_id: str) -> None:
        self._unshare(who, "strength", strength_id, member_id)

    def _unshare_step(self, who: str, step_id: Any, member_id: str) -> None:
        self._unshare(who, "step", step_id, member_id)
        self._leave_promise(step_id)

    def _unshare_goal(self, who: str, goal_id: Any, member_id: str) -> None:
        self._unshare(who, "goal", goal_id, member_id)
        for step_id, step in self.steps.items():
            if step["goal"] == goal_id and step["responsible"] == member_id and not step["removed"]:
                self._leave_promise(step_id)
