"""Every address, operation and socket has a row in the table, and each row is proven both ways."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from backend.common.ids import new_id
from citizen_app.api import api
from tests.access.rich import Rich, plant
from tests.access.table import TABLE_OF_ACCESS, Row
from tests.access.visitors import VISITORS, addresses, browsers, filled

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ENDS_THE_SESSION = ("sign_out", "leave")
SIGNING_IN = ("sign_out", "sign_in_ask", "sign_in_passkey", "account_confirm_login_code")


@pytest.fixture
def rich(db: None) -> Rich:
    return plant()


def address(rich: Rich, name: str) -> str:
    """About the supporter, and what they see."""
    ids = {"step_id": rich.steps[0], "goal_id": rich.goals[0], "member_id": rich.cast.members["supporter"]}
    return filled(addresses()[name], plan_id=rich.cast.plan_id, **ids)


def asked(rich: Rich, client: Client, name: str) -> Any:
    """This visitor's answer at this address."""
    row = TABLE_OF_ACCESS[name]
    url = address(rich, name)
    sends = {key: str(new_id()) if value == "new" else value for key, value in row.sends.items()}
    if row.is_json:
        return client.post(url, json.dumps(sends), content_type="application/json")
    return client.get(url, sends) if row.method == "GET" else client.post(url, sends)


def leads_to_sign_in(answer: HttpResponse) -> bool:
    return answer.headers.get("Location", "").startswith(settings.LOGIN_URL)


def test_no_address_is_forgotten() -> None:
    assert set(addresses()) == set(TABLE_OF_ACCESS)


def test_no_operation_of_the_api_is_forgotten() -> None:
    operations = [
        one for _prefix, router in api._routers for path in router.path_operations.values() for one in path.operations
    ]
    assert {one.view_func.__name__ for one in operations} <= set(TABLE_OF_ACCESS)
    assert all(one.auth_callbacks for one in operations), "nobody passes an operation without saying who they are"


def test_whoever_may_is_answered_and_nobody_else(rich: Rich) -> None:
    come = browsers(rich)
    for name in sorted(TABLE_OF_ACCESS, key=lambda name: name in ENDS_THE_SESSION):
        for who, client in (browsers(rich) if name in ENDS_THE_SESSION else come).items():
            answer = asked(rich, client, name)
            assert _is_right(TABLE_OF_ACCESS[name], who, answer, name), (who, name, answer.status_code, answer.headers)


def _is_right(row: Row, who: str, answer: HttpResponse, name: str) -> bool:
    if who in row.open_to:
        is_led_on = answer.status_code in (302, 303) and (name in SIGNING_IN or not leads_to_sign_in(answer))
        return answer.status_code == 200 or is_led_on
    expected = row.nobody if who == "nobody" else row.others
    if who == "screen" and answer.status_code == 302:
        return leads_to_sign_in(answer)
    return answer.status_code == expected and (expected != 302 or leads_to_sign_in(answer))


@pytest.mark.parametrize("name", [name for name, row in TABLE_OF_ACCESS.items() if row.open_to])
def test_every_row_allows_somebody_and_denies_somebody(name: str) -> None:
    row = TABLE_OF_ACCESS[name]
    public = {
        "settings", "sign_in", "account_login", "sign_in_ask", "account_confirm_login_code", "sign_out", "leave",
        "sign_in_passkey", "sign_in_passkey_options",
        "accessibility", "healthz", "manifest", "worker", "offline",
    }  # fmt: skip
    public |= {"invitation", "invitation_answer", "invitation_say"}
    assert row.open_to <= set(VISITORS)
    assert (row.open_to == set(VISITORS)) == (name in public)


def test_no_address_takes_another_method_or_changes_anything_by_being_looked_at(rich: Rich) -> None:
    client, before = browsers(rich)["citizen"], rich.cast.seat("citizen").head
    for name, row in TABLE_OF_ACCESS.items():
        url = address(rich, name)
        for method in set(METHODS) - {row.method}:
            answer = client.generic(method, url)
            assert answer.status_code < 500, (name, method)
            assert row.method == "GET" or answer.status_code in (404, 405), (name, method)
    assert rich.cast.seat("citizen").head == before


def test_hidden_foreign_and_unknown_are_the_same_bytes(rich: Rich) -> None:
    routes, elsewhere = addresses(), 10**9
    for who, client in browsers(rich).items():
        if who in ("citizen", "consultant", "nobody"):
            continue
        seen = set(_nothings(rich, client, routes, elsewhere))
        assert len(seen) == 1, (who, seen)


def _nothings(rich: Rich, client: Client, routes: dict[str, str], elsewhere: int) -> Iterator[tuple[int, bytes]]:
    """(status, body) where nothing may be found."""
    private, unknown, removed = rich.steps[1], new_id(), rich.steps[-2]
    here = rich.cast.plan_id
    for step_id, plan_id in (
        (private, here),
        (unknown, here),
        (removed, here),
        (private, rich.other_plan),
        (unknown, elsewhere),
    ):
        yield _told(client.get(filled(routes["step"], plan_id=plan_id, step_id=step_id, goal_id=unknown)))
    for goal_id in (rich.goals[1], unknown):
        yield _told(client.get(filled(routes["goal"], plan_id=here, step_id=unknown, goal_id=goal_id)))
    for plan_id in (rich.other_plan, elsewhere):
        yield _told(client.get(filled(routes["plan"], plan_id=plan_id, step_id=unknown, goal_id=unknown)))


def _told(answer: Any) -> tuple[int, bytes]:
    return answer.status_code, answer.content


def test_the_api_tells_hidden_from_unknown_in_no_way(rich: Rich) -> None:
    client = browsers(rich)["supporter"]
    url = filled(addresses()["make_changes"], plan_id=rich.cast.plan_id, step_id=new_id(), goal_id=new_id())
    outcomes = []
    for step_id in (rich.steps[1], rich.steps[-2], rich.steps[-1], new_id()):
        for kind, more in (
            ("move_step", {"status": "doing"}),
            ("restore_step", {}),
            ("give_voice", {"answer": "agreed"}),
        ):
            change = {"change_id": str(new_id()), "kind": kind, "step_id": str(step_id), **more}
            sent = json.dumps({"device": str(new_id()), "changes": [change]})
            outcome = client.post(url, sent, content_type="application/json").json()["outcomes"][0]
            outcomes.append({name: value for name, value in outcome.items() if name != "change_id"})
    assert all(outcome == outcomes[0] for outcome in outcomes), outcomes
