"""The second opinion on places at the table: who takes a step, who is paused, who is asked. Nothing of the app here."""

from typing import Any

from tests.access.oracle import BROAD, NOT_HERE, No, World, need


class Places(World):
    """Orders about people and their own hand on a step."""

    def _take_step(self, who: str, step_id: Any, due: Any) -> None:
        step = self._step(who, step_id)
        need(step["responsible"] is None and step["status"] in ("wish", "agreed", "doing"))
        step |= {"responsible": who, "due": due or step["due"], "accepted": step["accepted"] or who == "citizen"}
        step["said"] = "agreed" if who == "citizen" else ""

    def _give_back_step(self, who: str, step_id: Any) -> None:
        step = self._step(who, step_id)
        need(who not in BROAD and step["responsible"] == who and step["status"] != "done")
        step |= {"responsible": None, "said": ""}

    def _end_member(self, who: str, member_id: str) -> None:
        need(member_id in self.seats, NOT_HERE)
        need(member_id not in BROAD)
        self.seats.discard(member_id)
        self.shares = {share for share in self.shares if share[0] != member_id}
        for step in self.steps.values():
            if step["responsible"] == member_id and step["status"] != "done":
                step |= {"responsible": None, "said": ""}
        self.paused.discard(member_id)
        self.known.discard(member_id)

    def _end_member_on(self, who: str, member_id: str) -> None:
        need(member_id in self.seats, NOT_HERE)
        need(member_id not in BROAD)

    def _introduce_member(self, who: str, member_id: str) -> None:
        self._end_member_on(who, member_id)
        need(member_id not in self.known)
        self.known.add(member_id)

    def _set_member_apart(self, who: str, member_id: str) -> None:
        self._end_member_on(who, member_id)
        need(member_id in self.known)
        self.known.discard(member_id)

    def _pause_member(self, who: str, member_id: str) -> None:
        self._end_member_on(who, member_id)
        self.paused.add(member_id)

    def _resume_member(self, who: str, member_id: str) -> None:
        self._end_member_on(who, member_id)
        self.paused.discard(member_id)

    def _invite(self, who: str, invitation_id: Any, name: str, offers: Any) -> None:
        need(invitation_id not in self.invitations and len(self.invitations) - len(self.withdrawn) < 10)
        for one in offers:
            need(self.sees_step(who, one) or self.sees_goal(who, one), NOT_HERE)
        self.invitations.add(invitation_id)

    def _withdraw_invitation(self, who: str, invitation_id: Any) -> None:
        need(invitation_id in self.invitations - self.withdrawn, NOT_HERE)
        self.withdrawn.add(invitation_id)

    def _end_look_in(self, who: str, look_id: Any) -> None:
        raise No(NOT_HERE)  # nobody looks in here

    _see_look_in = _end_look_in

    def _confirm_invited(self, who: str, invitation_id: Any) -> None:
        raise No(NOT_HERE)  # nobody answers here: tests/access/test_sharing_machine.py
