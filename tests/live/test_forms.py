"""Every change without scripts: done leads on, a double click is one change, and a refusal keeps the words."""

import re
from typing import Any

import pytest
from django.test import Client

from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.models import Step
from tests.live.scene import Scene, set_the_scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return set_the_scene()


def posts(scene: Scene, role: str = "citizen", **fields: Any) -> Any:
    client = Client()
    client.force_login(getattr(scene.cast, role))
    return client.post(f"/plans/{scene.cast.plan_id}/changes/", {"after": "41", **fields})


def test_a_change_leads_on(scene: Scene) -> None:
    response = posts(scene, kind="move_step", step_id=scene.steps["agreement"], status="doing", before="", next="/x/")
    assert (response.status_code, response["Location"]) == (303, "/x/")
    assert Step.objects.get(pk=scene.steps["agreement"]).status == "doing"


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "", "/\\evil"]
)
def test_it_never_leads_to_another_site(scene: Scene, elsewhere: str) -> None:
    response = posts(scene, kind="reach_goal", goal_id=scene.goal, next=elsewhere)
    assert response["Location"] == f"/plans/{scene.cast.plan_id}/"


def test_a_double_click_is_one_step_and_a_new_page_another(scene: Scene) -> None:
    for after in ("41", "41", "42"):
        assert posts(scene, kind="add_step", title="Købe sko", after=after, due="", goal_id="").status_code == 303
    assert Step.objects.filter(title="Købe sko").count() == 2


def test_line_ends_of_a_browser_are_no_conflict(scene: Scene) -> None:
    step = scene.steps["wish"]
    scene.cast.does("citizen", c.RewordStep(step_id=step, field="words", text="Først\nså", was=""))
    said: dict[str, Any] = {"kind": "reword_step", "step_id": step, "field": "words"}
    assert posts(scene, **said, text="Først\r\nså\r\nmere", was="Først\r\nså").status_code == 303
    assert Step.objects.get(pk=step).words == "Først\nså\nmere"


def test_a_refused_invitation_keeps_all_that_was_written(scene: Scene) -> None:
    told = {"name": "Karim", "asks": "Vil du ringe? " * 50, "relation": "Fra klubben", "role": "supporter"}
    page = posts(scene, kind="invite", **told).content.decode()
    assert "Det, du beder om: der er plads til 500 tegn." in page
    assert "Vil du ringe? Vil du ringe?" in page and "Karim" in page and "Fra klubben" in page


def test_a_refusal_says_why_and_keeps_the_words(scene: Scene) -> None:
    response = posts(scene, kind="add_step", title="Ringe " * 100)
    assert response.status_code == 422
    page = response.content.decode()
    assert "plads til 120 tegn" in page
    assert "Ringe Ringe" in page


def test_what_one_may_not_do_is_said(scene: Scene) -> None:
    assert posts(scene, "consultant", kind="write_life_goal", words="Mit", was="").status_code == 403


@pytest.mark.parametrize(
    "fields", [{}, {"kind": "fly"}, {"kind": "open_screen"}, {"kind": "move_step", "step_id": "x"}]
)
def test_a_broken_form_gets_a_sentence(scene: Scene, fields: dict[str, str]) -> None:
    assert posts(scene, **fields).status_code == 422


def test_a_step_that_is_gone_is_gone(scene: Scene) -> None:
    assert posts(scene, kind="move_step", step_id=new_id(), status="done").status_code == 404


def test_a_conflict_shows_both_and_either_can_be_kept(scene: Scene) -> None:
    said = {"kind": "write_life_goal", "next": "/x/"}
    first = posts(scene, **said, words="Et hus", was="Noget gammelt")
    assert first.status_code == 409
    page = first.content.decode()
    assert "Et hus" in page and "Et roligt sted at bo" in page
    mine = _form(page, 0)
    assert posts(scene, **mine).status_code == 303
    scene.cast.does("citizen", c.WriteLifeGoal(words="Igen", was="Et hus"))
    assert posts(scene, **mine).status_code == 303, "the same form again is the same change"


def _form(page: str, place: int) -> dict[str, str]:
    forms = re.findall(r"<form[^>]*changes/[^>]*>(.*?)</form>", page, re.S)
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', forms[place]))


def test_a_stranger_finds_nothing_and_nobody_is_led_to_sign_in(scene: Scene) -> None:
    assert posts(scene, "stranger", kind="reach_goal", goal_id=scene.goal).status_code == 404
    response = Client().post(f"/plans/{scene.cast.plan_id}/changes/", {"kind": "reach_goal"})
    assert (response.status_code, response["Location"]) == (302, "/sign-in/")
