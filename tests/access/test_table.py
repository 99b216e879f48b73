"""Every address, operation and socket has a row in the table; test_every_cell.py asks each of everybody."""

from importlib import import_module
from inspect import getsource

import pytest

from citizen_app.api import api
from tests.access.rich import Rich, plant
from tests.access.table import TABLE_OF_ACCESS
from tests.access.visitors import VISITORS, addresses, browsers, filled

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@pytest.fixture
def rich(db: None) -> Rich:
    return plant()


def address(rich: Rich, name: str) -> str:
    """About the supporter, and what they see."""
    ids = {"step_id": rich.steps[0], "goal_id": rich.goals[0], "member_id": rich.cast.members["supporter"]}
    ids |= {"meeting_id": rich.meetings[0], "held_id": rich.meetings[-1]}
    return filled(addresses()[name], plan_id=rich.cast.plan_id, **ids)


def test_no_address_is_forgotten() -> None:
    assert set(addresses()) == set(TABLE_OF_ACCESS)


def test_no_operation_of_the_api_is_forgotten() -> None:
    operations = [
        one for _prefix, router in api._routers for path in router.path_operations.values() for one in path.operations
    ]
    assert {one.view_func.__name__ for one in operations} <= set(TABLE_OF_ACCESS)
    assert all(one.auth_callbacks for one in operations), "nobody passes an operation without saying who they are"


def test_what_is_open_to_none_of_these_names_the_test_that_shows_whom_it_lets_in() -> None:
    assert not [name for name, row in TABLE_OF_ACCESS.items() if bool(row.open_to) == bool(row.shown_by)]
    named = {row.shown_by for row in TABLE_OF_ACCESS.values() if row.shown_by}
    for file, _dot, test in (name.rpartition(".") for name in named):
        shows = getattr(import_module(f"tests.{file}"), test, None)
        assert test.startswith("test_") and callable(shows), (file, test)
        assert "skip" not in getsource(shows) and "assert" in getsource(shows), (file, test)


@pytest.mark.parametrize("name", [name for name, row in TABLE_OF_ACCESS.items() if row.open_to])
def test_every_row_allows_somebody_and_denies_somebody(name: str) -> None:
    row = TABLE_OF_ACCESS[name]
    public = {
        "settings", "sign_in", "account_login", "sign_in_ask", "account_confirm_login_code", "sign_out", "leave",
        "sign_in_passkey", "sign_in_passkey_options",
        "accessibility", "healthz", "manifest", "worker", "offline",
    }  # fmt: skip
    public |= {"wall", "invitation", "invitation_answer", "invitation_say"}
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
