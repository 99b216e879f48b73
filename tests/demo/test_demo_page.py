"""The demo's front door shows everybody who lives in the town, one button each, and turns a browser into the wall."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from backend.demo import cast
from citizen_app.viewer import SCREEN_ID
from tests.pages.reading import read


@pytest.fixture
def door(town: Any, db: None, settings: Any) -> Client:
    """A browser that has not been here before."""
    settings.TAVLEN_DEMO = True
    return Client()


def test_everyone_stands_on_the_page(door: Client) -> None:
    page = read(door, "/demo/")
    known = {one.person_id: one for group in cast.everyone() for one in group.people}
    shown = {int(form.fields["person"]) for form in page.forms if "person" in form.fields}
    main = set(cast.main_cast().values())
    assert shown | main == set(known)
    assert all(known[person_id].name in page.words for person_id in main)


def test_the_main_cast_and_the_wall_have_a_button_by_role(door: Client) -> None:
    html = door.get("/demo/").content.decode()
    for role in (*cast.MAIN, "screen"):
        assert f'name="as" value="{role}"' in html


def test_each_consultants_citizens_stand_beneath_them(door: Client) -> None:
    assert read(door, "/demo/").words.count("· 15 borgere") == 3


def test_this_browser_becomes_the_wall(door: Client) -> None:
    answer = door.post("/demo/enter", {"as": "screen"})
    assert answer.headers["Location"] == f"/plans/{cast.main_plan_id()}/screen/"
    assert UUID(door.session[SCREEN_ID])
    assert door.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize("role", cast.MAIN)
def test_every_button_leads_somewhere(door: Client, role: str) -> None:
    entered = door.post("/demo/enter", {"as": role})
    assert door.get(entered.headers["Location"], follow=True).status_code == 200
