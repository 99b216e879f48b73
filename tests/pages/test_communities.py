"""The page of communities: where goals and offers lead, and which goals lead to none yet."""

import pytest
from django.test import Client

from backend.common.ids import new_id
from backend.plans import commands as do
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import Page, read

WITHOUT = "Mål uden et fællesskab"


@pytest.fixture
def citizen(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.citizen)


def page(cast: Cast, client: Client) -> Page:
    return read(client, f"/plans/{cast.plan_id}/communities/")


def joins(cast: Cast, **said: str) -> None:
    cast.does("citizen", do.AddOffer(offer_id=new_id(), title="Fodbold om torsdagen", **said))  # type: ignore[arg-type]


def test_goals_that_lead_to_none_are_named_also_where_no_goal_leads_anywhere(cast: Cast, citizen: Client) -> None:
    assert WITHOUT not in page(cast, citizen).words
    cast.adds_goal(title="Sove godt")
    words = page(cast, citizen).words
    assert "Her står ingen endnu" in words and WITHOUT in words and "Sove godt" in words


def test_the_community_of_an_offer_stands_with_the_offer_and_is_begun_by_the_citizen(
    cast: Cast, citizen: Client, signed_in: SignedIn
) -> None:
    joins(cast, community="Koret")
    there = page(cast, citizen)
    assert "Koret" in there.words and "Fodbold om torsdagen" in there.words
    assert any(link.startswith(f"/plans/{cast.plan_id}/offers/#of-") for link in there.links)
    asked = page(cast, signed_in(cast.consultant))
    assert "Koret" in asked.words and "Jeg er med her" not in asked.words
    assert not any(form.fields.get("kind") == "add_progress_area" for form in asked.forms)
    begin = next(form for form in there.forms if form.fields.get("name") == "Koret")
    assert begin.send(citizen).status_code in (302, 303)
    there = page(cast, citizen)
    assert "Jeg er med her" not in there.words
    assert [form.fields["company"] for form in there.forms if "company" in form.fields][:2] == ["alone", "accompanied"]


def test_one_with_a_name_too_long_for_an_area_is_named_alone(cast: Cast, citizen: Client) -> None:
    joins(cast, community="Koret " * 20)
    words = page(cast, citizen).words
    assert "Koret Koret" in words and "Jeg er med her" not in words
