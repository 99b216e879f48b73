"""The second opinion on the network map: whom the citizen puts there, and which place at the table is whose."""

from dataclasses import dataclass
from typing import Any

from tests.access.oracle import NOT_HERE, Thing, World, need


@dataclass
class NetworkOrders(World):
    """The orders about the network; that they are the citizen's alone is said in oracle_orders."""

    def _add_network_member(self, who: str, network_member_id: Any, name: str, does: str, member_id: Any) -> None:
        need(network_member_id not in self.network)
        one = {"name": name, "does": does, "removed": False, "member": None}
        self._link(who, one, member_id)
        self.network[network_member_id] = one

    def _link(self, who: str, one: Thing, member_id: Any) -> None:
        """One place at the table is one person's, and the citizen's own is nobody's."""
        if member_id:
            self._known(who, member_id)
            need(member_id != "citizen")
            need(all(other is one or other["removed"] or other["member"] != member_id for other in self._network()))
        one["member"] = member_id

    def _network(self) -> list[Thing]:
        return list(self.network.values())

    def _on_map(self, network_member_id: Any, *, removed: bool = False) -> Thing:
        one = self.network.get(network_member_id)
        need(one is not None and one["removed"] is removed, NOT_HERE)
        return one  # type: ignore[return-value]

    def _reword_network_member(self, who: str, network_member_id: Any, field: str, text: str, was: str) -> None:
        one = self._on_map(network_member_id)
        need(one[field] in (was, text))
        one[field] = text

    def _relate_network_member(self, who: str, network_member_id: Any) -> None:
        self._on_map(network_member_id)

    _move_network_member = _relate_network_member

    def _link_network_member(self, who: str, network_member_id: Any, member_id: Any) -> None:
        self._link(who, self._on_map(network_member_id), member_id)

    def _remove_network_member(self, who: str, network_member_id: Any) -> None:
        self._on_map(network_member_id)["removed"] = True

    def _restore_network_member(self, who: str, network_member_id: Any) -> None:
        one = self._on_map(network_member_id, removed=True)
        one["removed"] = False
        if any(
            other["member"] == one["member"] for other in self._network() if other is not one and not other["removed"]
        ):
            one["member"] = None
