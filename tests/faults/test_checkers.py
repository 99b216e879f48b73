"""The checkers see what they are there for: a history and a database that fit, and every way in which they may not."""

from dataclasses import replace
from typing import Any

import pytest

from tests.faults import checkers
from tests.faults.history import Event
from tests.faults.tables import Row, Tables

STEP = "5" * 32
SENT = {"plan_id": 1, "device": "d"}


def said(change_id: str, kind: str, **fields: Any) -> Event:
    return {"what": "said", "at": 1.0, "change_id": change_id, "kind": kind, "fields": fields, **SENT}


def answered(change_id: str, number: int, status: str = "accepted", **more: Any) -> Event:
    told = {"what": "answered", "at": 2.0, "change_id": change_id, "status": status, "number": number, **SENT}
    return {**told, "is_broad": True, "there": True, **more}


def entry(seq: int, change_id: str, kind: str = "step_moved") -> Row:
    return {"id": seq, "seq": seq, "change_id": change_id, "kind": kind, "step_id": STEP, **SENT}


def heard(who: str, *marks: str, is_broad: bool = False, numbers: tuple[int, ...] = ()) -> Event:
    return {"what": "heard", "at": 3.0, "who": who, "marks": list(marks), "is_broad": is_broad, "numbers": numbers}


EVENTS = [
    said("a", "add_step", step_id=STEP, title="nr. 1"),
    said("b", "move_step", step_id=STEP, status="doing"),
    said("c", "move_step", step_id=STEP, status="agreed"),
    answered("a", 1),
    answered("b", 2),
    answered("b", 2, "repeated"),
    answered("c", 3),
    heard("citizen 1", "us", "table", is_broad=True),
    heard("supporter 1", "table", numbers=(2,)),
    {"what": "compared", "at": 4.0, "who": "citizen 1", "differences": ""},
]
TABLES = Tables(
    plans=[{"id": 1, "head_seq": 3, "room_head": 0}],
    members=[{"id": "m", "plan_id": 1, "head": 2}],
    entries=[entry(1, "a", "step_added"), entry(2, "b"), entry(3, "c")],
    deliveries=[{"plan_id": 1, "member_id": "m", "number": number} for number in (1, 2)],
    steps=[{"id": STEP, "plan_id": 1, "title": "nr. 1", "status": "agreed", "how": ""}],
    remarks=[],
    strengths=[],
)
STEPS = TABLES.steps
WRONG: dict[str, tuple[Tables, str]] = {
    "an acknowledged change is not in the journal": (
        replace(TABLES, plans=[{"id": 1, "head_seq": 2, "room_head": 0}], entries=TABLES.entries[:2]),
        "lost",
    ),
    "a change is there twice": (
        replace(TABLES, plans=[{"id": 1, "head_seq": 4, "room_head": 0}], entries=[*TABLES.entries, entry(4, "c")]),
        "twice in the journal",
    ),
    "a card is there twice": (replace(TABLES, steps=[*STEPS, {**STEPS[0], "id": "6" * 32}]), "twice among the steps"),
    "a number was told that another has": (
        replace(TABLES, entries=[entry(1, "a"), entry(2, "c"), entry(3, "b")]),
        "told 2, stands at 3",
    ),
    "the effect is that of an earlier change": (replace(TABLES, steps=[{**STEPS[0], "status": "doing"}]), "status is"),
    "the effect is not there": (replace(TABLES, steps=[]), "title is None"),
    "a number was passed over": (
        replace(TABLES, plans=[{"id": 1, "head_seq": 4, "room_head": 0}]),
        "numbers of ('plan', 1): head 4, 3 rows",
    ),
    "a narrow reader's number was passed over": (
        replace(TABLES, deliveries=TABLES.deliveries[1:]),
        "numbers of ('member', 'm'): head 2, 1 rows",
    ),
}
HEARD: dict[str, tuple[Event, str]] = {
    "an answer came before the commit": (answered("c", 3, there=False), "acknowledged before the commit"),
    "something was never answered": (said("z", "move_step", step_id=STEP, status="wish"), "never answered"),
    "a forbidden byte came": (heard("supporter 1", "us"), "received"),
    "a page differs": ({"what": "compared", "at": 5.0, "who": "desk", "differences": "-<li>"}, "desk differs"),
}


def test_what_fits_is_let_be() -> None:
    assert checkers.everything(EVENTS, TABLES) == []


@pytest.mark.parametrize("case", WRONG)
def test_what_the_database_holds_otherwise_is_seen(case: str) -> None:
    tables, sentence = WRONG[case]
    assert any(sentence in found for found in checkers.everything(EVENTS, tables))


@pytest.mark.parametrize("case", HEARD)
def test_what_somebody_heard_or_was_not_told_is_seen(case: str) -> None:
    event, sentence = HEARD[case]
    found = checkers.everything([*EVENTS, event], TABLES)
    assert len(found) == 1 and sentence in found[0]


def test_a_frame_of_what_came_after_the_end_is_seen() -> None:
    ended = {"what": "revoked", "at": 3.0, "who": "supporter 1", "number": 2}
    assert checkers.after_revoked([*EVENTS, ended]) == []
    assert checkers.after_revoked([*EVENTS, {**ended, "number": 1}])
