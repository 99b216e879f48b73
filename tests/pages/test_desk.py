"""The desk and the first page: whoever signs in stands before what they would do first."""

from collections.abc import Callable

from django.test import Client

from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import commands
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def test_everybody_has_a_first_page_of_their_own(cast: Cast, signed_in: SignedIn) -> None:
    plan = f"/plans/{cast.plan_id}/"
    firsts = {cast.citizen: f"{plan}today/", cast.consultant: "/desk/", cast.supporter: plan}
    for person, address in firsts.items():
        assert signed_in(person).get("/").headers["Location"] == address


def test_nobody_signed_in_is_led_to_sign_in(cast: Cast) -> None:
    assert Client().get("/").headers["Location"].startswith("/sign-in/")


def test_somebody_without_a_plan_is_told_so_kindly(cast: Cast, signed_in: SignedIn) -> None:
    assert "Det er helt i orden." in read(signed_in(cast.stranger), "/").words


def test_the_desk_says_who_waits_and_why(cast: Cast, signed_in: SignedIn) -> None:
    cast.does("citizen", commands.WriteLifeGoal(words="Et roligt hjem"))
    client = signed_in(cast.consultant)
    assert "Har ændret sit livsmål i dag" in read(client, "/desk/").words
    desk = read(client, f"/plans/{cast.plan_id}/").words
    assert "Har ændret sit livsmål i dag" in desk
    assert "Aminas drøm Et roligt hjem" in desk


def test_the_desk_shows_what_the_citizen_can_before_anything_hard(cast: Cast, signed_in: SignedIn) -> None:
    cast.does("citizen", commands.SuggestStrength(strength_id=new_id(), words="Holde aftaler"))
    desk = read(signed_in(cast.consultant), f"/plans/{cast.plan_id}/").words
    assert "Det kan Amina" in desk
    assert "Holde aftaler" in desk


def test_a_consultant_without_citizens_has_an_empty_desk_and_nobody_else_has_one(
    cast: Cast, signed_in: SignedIn, colleague: Callable[[str], Person]
) -> None:
    assert "Du har ingen borgere endnu." in read(signed_in(colleague("consultant")), "/desk/").words
    assert signed_in(cast.stranger).get("/desk/").status_code == 404
