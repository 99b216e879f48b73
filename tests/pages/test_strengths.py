"""What the citizen can: said by anyone at the table, kept only if the citizen says so."""

from django.test import Client

from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import Page, read


def page_of(cast: Cast, client: Client) -> Page:
    return read(client, f"/plans/{cast.plan_id}/strengths/")


def test_a_supporter_suggests_and_the_citizen_keeps_it(cast: Cast, signed_in: SignedIn) -> None:
    supporter, citizen = signed_in(cast.supporter), signed_in(cast.citizen)
    page_of(cast, supporter).form("suggest_strength").send(supporter, words="God til at lytte")
    page = page_of(cast, citizen)
    assert "Skrevet af Carl Holm" in page.words
    page.form("accept_strength").send(citizen)
    assert "Set af Carl Holm" in page_of(cast, citizen).words


def test_not_me_takes_it_away(cast: Cast, signed_in: SignedIn) -> None:
    consultant, citizen = signed_in(cast.consultant), signed_in(cast.citizen)
    page_of(cast, consultant).form("suggest_strength").send(consultant, words="Altid glad")
    page_of(cast, citizen).form("decline_strength").send(citizen)
    assert "Altid glad" not in page_of(cast, citizen).words


def test_the_citizens_own_stands_at_once_and_can_be_removed_and_brought_back(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    page_of(cast, citizen).form("suggest_strength").send(citizen, words="Stædig på den gode måde")
    page_of(cast, citizen).form("remove_strength").send(citizen)
    page_of(cast, citizen).form("restore_strength").send(citizen)
    assert page_of(cast, citizen).has_form("remove_strength")


def test_others_answer_nothing_and_see_only_their_own(cast: Cast, signed_in: SignedIn) -> None:
    supporter, professional = signed_in(cast.supporter), signed_in(cast.professional)
    page_of(cast, supporter).form("suggest_strength").send(supporter, words="God til at lytte")
    page = page_of(cast, professional)
    assert "God til at lytte" not in page.words
    assert not page.has_form("accept_strength")
    assert not page_of(cast, supporter).has_form("accept_strength")


def test_empty_is_an_invitation(cast: Cast, signed_in: SignedIn) -> None:
    assert "Hvad gik godt i denne uge?" in page_of(cast, signed_in(cast.citizen)).words
