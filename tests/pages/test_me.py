"""Mig: what I can, what can be brought back, how it looks, and the way out."""

import pytest
from allauth.mfa.models import Authenticator

from backend.common.ids import new_id
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


def test_each_is_told_that_two_offers_wait_for_their_own_answer(cast: Cast, signed_in: SignedIn) -> None:
    goal_id, pair = cast.adds_goal(), (new_id(), new_id())
    for offer_id in pair:
        cast.does("citizen", do.AddOffer(offer_id=offer_id, title="Mentor", goal_id=goal_id))
    assert asked(cast, signed_in) == ["citizen", "consultant"]
    cast.does("citizen", do.AnswerOverlap(offer_id=pair[0], other_id=pair[1], answer="fine"))
    assert asked(cast, signed_in) == ["consultant"]


def asked(cast: Cast, signed_in: SignedIn) -> list[str]:
    """Whose page says that a question waits."""
    pages = {role: read(signed_in(cast.person_of(role)), f"/plans/{cast.plan_id}/me/") for role in cast.members}
    waits = ("Det jeg er med i 1 Et spørgsmål venter", "Tilbud i planen 1 Et spørgsmål venter")
    return [role for role, page in pages.items() if any(words in page.words for words in waits)]


def test_beside_the_home_screen_stands_how_to_get_in_again(cast: Cast, signed_in: SignedIn) -> None:
    citizen, here = signed_in(cast.citizen), f"/plans/{cast.plan_id}/me/"
    ways = [link for link in read(citizen, here).links if link == "#passkeys"]
    assert len(ways) == 3, "one for each kind of phone, of which one is shown"
    assert 'id="passkeys"' in citizen.get(here).content.decode()
    key = Authenticator.objects.create(user=cast.citizen, type="webauthn", data={"name": "Chrome,Android"})
    assert "#passkeys" not in read(citizen, here).links
    key.delete()
    citizen.post("/devices/share/")
    assert "#passkeys" not in read(citizen, here).links
