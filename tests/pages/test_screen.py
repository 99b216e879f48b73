"""The wall shows what the citizen lets into the room, and not one word more."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from citizen_app.viewer import SCREEN_ID
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


@pytest.fixture
def wall(cast: Cast) -> Client:
    """A browser paired as the wall of the meeting room."""
    screen_id = new_id()
    cast.does("consultant", do.OpenScreen(screen_id=screen_id, room_name="Mødelokale 2"))
    client = Client()
    session = client.session
    session[SCREEN_ID] = str(screen_id)
    session.save()
    return client


def address(cast: Cast) -> str:
    return f"/plans/{cast.plan_id}/screen/"


def test_an_empty_wall_says_who_decides(cast: Cast, wall: Client) -> None:
    cast.adds_step(title="Ring til lægen")
    cast.does("citizen", do.WriteLifeGoal(words="Et roligt sted at bo"))
    words = read(wall, address(cast)).words
    assert "Amina bestemmer, hvad skærmen viser." in words
    assert "Ring til lægen" not in words
    assert "Et roligt sted at bo" not in words


def test_a_wall_that_is_opened_finds_its_own_board_until_it_is_closed(cast: Cast, wall: Client) -> None:
    assert wall.get("/").headers["Location"] == address(cast)
    cast.does("consultant", do.CloseScreen(screen_id=UUID(wall.session[SCREEN_ID])))
    assert wall.get("/").headers["Location"].startswith("/sign-in/")


def test_what_is_let_in_shows_with_first_name_and_day(cast: Cast, wall: Client) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    own: dict[str, Any] = {"responsible": cast.members["citizen"], "due": tomorrow}
    step_id = cast.adds_step(title="Ring til lægen", words="Jeg er bange", how="Fra køkkenet", **own)
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
    words = read(wall, address(cast)).words
    assert "Ring til lægen" in words
    assert "Amina · i morgen" in words
    for private in ("Holm", "Krog", "Jeg er bange", "Fra køkkenet", "12 34 56 78"):
        assert private not in words


def test_it_has_nothing_to_press_and_no_menu(cast: Cast, wall: Client) -> None:
    page = read(wall, address(cast))
    assert not page.forms
    assert [link for link in page.links if not link.startswith("#")] == []


@pytest.mark.parametrize("role", ["citizen", "consultant"])
def test_citizen_and_consultant_see_the_same_in_their_own_browser(cast: Cast, signed_in: SignedIn, role: str) -> None:
    hidden = cast.adds_step(title="Hemmeligt skridt")
    shown = cast.adds_step(title="Ring til lægen")
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=shown))
    html = signed_in(cast.person_of(role)).get(address(cast)).content.decode()
    assert str(shown) in html
    assert str(hidden) not in html


@pytest.mark.parametrize("role", ["supporter", "professional", "stranger"])
def test_nobody_else_finds_it(cast: Cast, signed_in: SignedIn, role: str) -> None:
    assert signed_in(getattr(cast, role)).get(address(cast)).status_code == 404


def test_the_wall_finds_nothing_else_and_is_dark_when_closed(cast: Cast, wall: Client) -> None:
    goal_id, step_id = cast.adds_goal(), cast.adds_step()
    for page in (f"goals/{goal_id}/", f"steps/{step_id}/", "life-goal/", "network/", "me/", "strengths/", "today/"):
        assert wall.get(f"/plans/{cast.plan_id}/{page}").status_code == 404
    cast.does("consultant", do.CloseScreen(screen_id=wall.session[SCREEN_ID]))
    assert wall.get(address(cast)).status_code == 404


def test_suggestions_and_disagreement_are_seen(cast: Cast, wall: Client) -> None:
    own: dict[str, Any] = {"responsible": cast.members["citizen"], "due": clock.today() + timedelta(days=1)}
    suggested, disputed = cast.adds_step("consultant", title="Tal med banken"), cast.adds_step(title="Sov", **own)
    cast.does("citizen", do.GiveVoice(step_id=disputed, answer="disagreed"))
    for step_id in (suggested, disputed):
        cast.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
    words = read(wall, address(cast)).words
    assert "Venter på et ja" in words
    assert "Uenig: Amina" in words
