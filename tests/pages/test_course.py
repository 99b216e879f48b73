"""Forløb, without scripts: the phase one is in, the way on, and all that has been, for the two alone."""

import pytest
from django.test import Client

from backend.common import clock
from backend.people.first_course_templates import plant_first
from backend.people.models import CourseLine, CourseTemplate
from backend.plans import commands as do
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def page_of(cast: Cast) -> str:
    return f"/plans/{cast.plan_id}/course/"


@pytest.fixture
def desk(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.consultant)


def test_the_consultant_moves_it_and_the_citizen_reads_where_they_are(
    cast: Cast, desk: Client, signed_in: SignedIn
) -> None:
    form = read(desk, page_of(cast)).form("move_course")
    form.send(desk, phase="under_way", began=str(clock.today()), words="Planen er lagt")
    phone = signed_in(cast.citizen)
    words = read(phone, page_of(cast)).words
    assert "Hjælp i gang Siden" in words and "Planen er lagt" in words
    assert "har ført forløbet videre" in read(phone, f"/plans/{cast.plan_id}/today/").words


def test_the_citizen_moves_it_and_it_stands_among_what_the_consultant_is_to_see(cast: Cast, desk: Client) -> None:
    cast.does("citizen", do.MoveCourse(phase="begun", began=clock.today()))
    home = read(desk, "/desk/")
    assert "Har ført forløbet videre" in home.words
    assert page_of(cast) in home.links


def test_it_is_found_from_mig_and_from_the_board_of_the_consultant(
    cast: Cast, desk: Client, signed_in: SignedIn
) -> None:
    assert page_of(cast) in read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/me/").links
    assert page_of(cast) in read(desk, f"/plans/{cast.plan_id}/").links
    assert page_of(cast) not in read(signed_in(cast.supporter), f"/plans/{cast.plan_id}/").links


def test_a_day_ahead_comes_back_with_a_sentence(cast: Cast, desk: Client) -> None:
    form = read(desk, page_of(cast)).form("move_course")
    answer = form.send(desk, phase="closed", began="2999-01-01")
    assert "Vælg i dag eller en dag, der er gået." in answer.content.decode()


def test_the_look_at_it_is_told_to_the_citizen(cast: Cast, desk: Client, signed_in: SignedIn) -> None:
    read(desk, page_of(cast))
    assert "forløbet" in read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/visits/").words


def test_a_suggestion_of_a_template_is_taken_onto_the_board_by_one_tap(
    cast: Cast, desk: Client, signed_in: SignedIn
) -> None:
    plant_first(CourseTemplate, CourseLine)
    words, chosen = "Aftal med løsladelsen: Hvem henter dig?", CourseTemplate.objects.get(code="release").pk
    there = f"{page_of(cast)}suggestions/?template={chosen}"
    assert f"{page_of(cast)}suggestions/" in read(desk, page_of(cast)).links
    answer = read(desk, there).form("add_step", title=words).send(desk)
    assert answer.headers["Location"] == there
    assert f"{words} Står på tavlen" in read(desk, there).words
    assert words in read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/").words
    assert desk.get(f"{page_of(cast)}suggestions/?template=999999").status_code == 404
