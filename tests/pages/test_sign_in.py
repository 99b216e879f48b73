"""Coming in is explained; going out is one tap, ends the session, and takes the pages with it."""

from typing import Any

import pytest
from django.test import Client

from backend.people.models import Session
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def test_outside_the_demo_it_is_told_who_opens_the_door(client: Client, db: None) -> None:
    page = read(client, "/sign-in/")
    assert "MitID" in page.words
    assert "/demo/" not in page.links


def test_in_the_demo_the_people_are_a_tap_away(client: Client, db: None, settings: Any) -> None:
    settings.TAVLEN_DEMO = True
    assert "/demo/" in {form.action for form in read(client, "/sign-in/").forms}


@pytest.mark.parametrize("way_out", ["/sign-out/", "/leave/"])
def test_going_out_ends_the_session(cast: Cast, signed_in: SignedIn, way_out: str) -> None:
    client = signed_in(cast.citizen)
    assert client.get(f"/plans/{cast.plan_id}/today/").status_code == 200
    client.post(way_out)
    assert not Session.objects.exists()
    again = client.get(f"/plans/{cast.plan_id}/today/")
    assert again.headers["Location"].startswith("/sign-in/")


def test_hurtig_ud_leads_somewhere_harmless_and_clears_the_device(
    cast: Cast, signed_in: SignedIn, settings: Any
) -> None:
    settings.TAVLEN_QUICK_EXIT_URL = "https://weather.example/"
    answer = signed_in(cast.citizen).post("/leave/")
    assert answer.headers["Refresh"] == "0; url=https://weather.example/"
    assert "Amina" not in answer.content.decode()
    assert "storage" in answer.headers["Clear-Site-Data"]


@pytest.mark.parametrize("way_out", ["/sign-out/", "/leave/"])
def test_a_stranger_may_tap_it_too_and_a_link_does_nothing(
    cast: Cast, signed_in: SignedIn, client: Client, way_out: str
) -> None:
    assert client.post(way_out).status_code in (200, 303)
    inside = signed_in(cast.citizen)
    assert inside.get(way_out).status_code == 405
    assert Session.objects.count() == 1
