"""Mig: what I can, what can be brought back, how it looks, and the way out."""

import pytest

from backend.plans import commands as do
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


@pytest.mark.parametrize("role", ["citizen", "consultant", "supporter", "professional"])
def test_everybody_has_a_page_with_the_way_out(cast: Cast, signed_in: SignedIn, role: str) -> None:
    page = read(signed_in(cast.person_of(role)), f"/plans/{cast.plan_id}/me/")
    assert {"/sign-out/", "/leave/", "/settings/"} <= {form.action for form in page.forms}


def test_what_was_removed_is_brought_back_here(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    step_id = cast.adds_step(title="Ring til lægen")
    cast.does("citizen", do.RemoveStep(step_id=step_id))
    page = read(citizen, f"/plans/{cast.plan_id}/me/")
    assert "Ring til lægen" in page.words
    page.form("restore_step").send(citizen)
    assert citizen.get(f"/plans/{cast.plan_id}/steps/{step_id}/").status_code == 200
    assert not read(citizen, f"/plans/{cast.plan_id}/me/").has_form("restore_step")


def test_one_choice_of_each_is_pressed(cast: Cast, signed_in: SignedIn) -> None:
    html = signed_in(cast.citizen).get(f"/plans/{cast.plan_id}/me/").content.decode()
    assert html.count('aria-pressed="true"') == html.count("<fieldset") == 4


def test_a_supporter_is_not_shown_what_is_the_citizens(cast: Cast, signed_in: SignedIn) -> None:
    cast.does("citizen", do.SuggestStrength(strength_id=cast.members["citizen"], words="Stædig"))
    page = read(signed_in(cast.supporter), f"/plans/{cast.plan_id}/me/")
    assert "Stædig" not in page.words
    assert not {f"/plans/{cast.plan_id}/{place}/" for place in ("network", "life-goal", "screen")} & set(page.links)
