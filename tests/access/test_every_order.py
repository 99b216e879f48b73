"""Every order and every live page by the API: what is hidden, removed and forgotten answers as what never was."""

import dataclasses
import json
from typing import Any, get_type_hints

import pytest

from backend.common.ids import new_id
from backend.plans import commands as do
from tests.access.kinds import STATES, Town, build
from tests.plans.test_foreign_ids import fields_with_ids, right

GONE = STATES[1:]
NOUNS = {"step_id": "step", "goal_id": "goal", "member_id": "member", "responsible": "member", "part_of": "goal"}
ORDERS = [(kind, name) for kind, name in fields_with_ids() if kind in do.OPEN and name in NOUNS]
# To whom each state is as if it never was: citizen and consultant see what is hidden, and may hear of what was removed.
TOLD_NOTHING = {"citizen": GONE[2:], "consultant": GONE[2:]} | dict.fromkeys(
    ("supporter", "professional", "supporter without a share"), GONE
)


@pytest.fixture
def town(db: None) -> Town:
    return build()


def order(town: Town, kind: str, name: str, thing_id: Any) -> dict[str, Any]:
    """As a phone sends it: everything right, but for one id."""
    command, hints = do.COMMANDS[kind], get_type_hints(do.COMMANDS[kind])
    needed = [one.name for one in dataclasses.fields(command) if one.default is dataclasses.MISSING]
    there = {field: town.things[noun]["there"] for field, noun in NOUNS.items()}
    fields = {field: there.get(field) or right(field, hints[field]) for field in needed}
    return {"change_id": str(new_id()), "kind": kind, **fields, name: thing_id}


def outcomes_of(town: Town, who: str) -> dict[Any, list[Any]]:
    """By order and field: what was answered for a thing in each state. Whoever left the table is nobody here."""
    left = ("hidden", "removed", "never")
    states = {one: left if NOUNS[one[1]] == "member" else TOLD_NOTHING[who] for one in ORDERS}
    asked = [(one, state) for one in ORDERS for state in states[one]]
    changes = [order(town, *one, town.things[NOUNS[one[1]]][state]) for one, state in asked]
    url, answered = f"/api/plans/{town.cast.plan_id}/changes", []
    for start in range(0, len(changes), 200):
        letter = json.dumps({"device": str(new_id()), "changes": changes[start : start + 200]}, default=str)
        answered += town.browsers[who].post(url, letter, content_type="application/json").json()["outcomes"]
    found: dict[Any, list[Any]] = {}
    for (one, _state), outcome in zip(asked, answered, strict=True):
        found.setdefault(one, []).append({name: told for name, told in outcome.items() if name != "change_id"})
    return found


@pytest.mark.parametrize("who", TOLD_NOTHING)
def test_no_order_tells_what_is_hidden_from_what_never_was(town: Town, who: str) -> None:
    for one, outcomes in outcomes_of(town, who).items():
        assert all(outcome == outcomes[-1] and outcome["status"] == "refused" for outcome in outcomes), (one, outcomes)


@pytest.mark.parametrize("who", TOLD_NOTHING)
def test_no_live_page_does(town: Town, who: str) -> None:
    for noun in ("step", "goal"):
        told = {
            town.browsers[who].get(f"/api/plans/{town.cast.plan_id}/catch-up?after=0&page={noun}:{thing_id}").content
            for thing_id in (town.things[noun][state] for state in TOLD_NOTHING[who])
        }
        assert len(told) == 1, (who, noun)
