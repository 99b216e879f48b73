"""Hurtig ud stands on every page that anybody can be shown: made from all addresses there are, and all visitors."""

import re
from typing import Any

import pytest
from django.test import Client, RequestFactory

from citizen_app.pages.errors import failed
from tests.access.rich import Rich, plant
from tests.access.table import TABLE_OF_ACCESS
from tests.access.visitors import addresses, browsers, filled

FORM = re.compile(r'<form class="leave" method="post" action="/leave/" data-leave="https://[^"]+"><button')
THE_WALL = {("screen", "plan"), ("screen", "screen")}  # nobody is behind it, and it has nothing to press
DOORS = ("demo",)  # made-up people on this machine alone


@pytest.fixture
def rich(db: None) -> Rich:
    return plant()


def pages_of(rich: Rich, client: Client) -> list[tuple[str, Any]]:
    """Every page that a GET shows to this visitor, also where there is nothing for them."""
    asked = [(name, client.get(_address(rich, name))) for name in TABLE_OF_ACCESS if name not in DOORS]
    return [(name, answer) for name, answer in asked if _is_page(answer)]


def _address(rich: Rich, name: str) -> str:
    return filled(addresses()[name], plan_id=rich.cast.plan_id, step_id=rich.steps[0], goal_id=rich.goals[0])


def _is_page(answer: Any) -> bool:
    is_html = answer.headers.get("Content-Type", "").startswith("text/html")
    return is_html and answer.status_code not in (302, 303, 405)


def test_every_page_of_every_visitor_has_it(rich: Rich) -> None:
    seen = set()
    for who, client in browsers(rich).items():
        for name, answer in pages_of(rich, client):
            has_it = FORM.search(answer.content.decode()) is not None
            assert has_it or (who, name) in THE_WALL, (who, name, answer.status_code)
            seen.add((name, answer.status_code))
    assert {("today", 200), ("step", 200), ("screen", 200), ("numbers", 200), ("sign_in", 200), ("me", 404)} <= seen


def test_a_page_that_refuses_has_it_too(rich: Rich) -> None:
    sent = {"kind": "write_life_goal", "words": "x" * 5000, "was": "", "next": "/"}
    answer = browsers(rich)["citizen"].post(f"/plans/{rich.cast.plan_id}/changes/", sent)
    assert answer.status_code == 422
    assert FORM.search(answer.content.decode())


def test_so_has_the_page_that_says_that_something_went_wrong() -> None:
    assert FORM.search(failed(RequestFactory().get("/")).content.decode())


def test_so_have_all_pages_on_a_shared_phone_and_in_the_demo(rich: Rich, settings: Any) -> None:
    settings.TAVLEN_DEMO = True
    client = Client()
    assert client.post("/demo/enter", {"person": rich.cast.citizen.pk, "shared": "1"}).status_code == 303
    assert client.post("/demo/enter", {"person": "0"}).status_code == 422
    pages = pages_of(rich, client)
    assert pages
    assert all(FORM.search(answer.content.decode()) for name, answer in pages if not name.startswith("openapi"))
