"""Hurtig ud stands on pages that say no, on a shared phone, in the demo; on all others: test_every_cell.py."""

import re
from typing import Any

import pytest
from django.test import Client, RequestFactory

from citizen_app.fragments import PAGE_NAME
from citizen_app.pages.errors import failed
from tests.access.rich import Rich, plant
from tests.access.table import TABLE_OF_ACCESS
from tests.access.visitors import addresses, browsers, filled

FORM = re.compile(r'<form class="leave" method="post" action="/leave/" data-leave="https://[^"]+"><button')
NAMED = re.compile(r' data-page="?([^">\s]+)')
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


def leads_out(answer: Any) -> bool:
    """True for what is no page, too."""
    return not _is_page(answer) or FORM.search(answer.content.decode()) is not None


def can_be_followed(answer: Any) -> bool:
    """Is the page's own name one that its socket takes? Else it would fetch itself anew for ever."""
    named = NAMED.search(answer.content.decode()) if _is_page(answer) else None
    return named is None or re.fullmatch(PAGE_NAME, named[1]) is not None


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
