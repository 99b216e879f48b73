"""A leader sees numbers for whole teams, none of which points at anybody; an administrator sees who works where."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Organisation, Person, Team
from backend.plans import commands as do
from backend.plans.open import open_plan
from backend.plans.reads.numbers import FEWEST, Counts, read_numbers
from tests.cast import Cast, person
from tests.pages.conftest import SignedIn
from tests.pages.reading import read

Hire = Callable[[str], Person]


def team(name: str, *, citizens: int) -> Person:
    """A team with one consultant who has so many citizens."""
    town, _ = Organisation.objects.get_or_create(name="Prøve Kommune", kind="municipality")
    hired = person(f"{name}-consultant", f"{name} Holm", staff_role="consultant")
    hired.team = Team.objects.create(organisation=town, name=name)
    hired.save()
    for number in range(citizens):
        open_plan(citizen=person(f"{name}-{number}", f"Borger {number}"), consultant=hired)
    return hired


def moved_to(cast: Cast, consultant: Person) -> None:
    """The cast's plan now belongs to this consultant's team."""
    cast.does("citizen", do.ReplaceConsultant(member_id=new_id(), person_id=consultant.pk))


@pytest.mark.django_db
def test_a_team_with_few_citizens_is_told_nothing_of_and_no_sum_tells_it() -> None:
    team("Nord", citizens=FEWEST)
    team("Syd", citizens=FEWEST - 1)
    north, south = read_numbers().teams
    assert (north.counts.citizens, south.counts) == (FEWEST, Counts(None, None, None))
    assert read_numbers().total.citizens is None


@pytest.mark.django_db
def test_teams_large_enough_are_added_up() -> None:
    team("Nord", citizens=FEWEST)
    team("Syd", citizens=FEWEST + 2)
    assert read_numbers().total.citizens == 2 * FEWEST + 2


def test_small_counts_of_a_large_team_are_held_back(cast: Cast) -> None:
    moved_to(cast, team("Nord", citizens=FEWEST))
    steps = [cast.adds_step(title=f"Skridt {number}") for number in range(FEWEST)]
    for step_id in steps[1:]:
        cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    assert read_numbers().teams[0].counts.steps_done is None
    cast.does("citizen", do.MoveStep(step_id=steps[0], status="done"))
    assert read_numbers().teams[0].counts.steps_done == FEWEST


def test_an_agreement_is_counted_with_the_citizens_yes_alone(cast: Cast) -> None:
    hired = team("Nord", citizens=FEWEST)
    steps = [cast.adds_step(responsible=cast.members["citizen"], due=clock.today()) for _ in range(FEWEST)]
    for step_id in steps:
        cast.does("citizen", do.MoveStep(step_id=step_id, status="agreed"))
    moved_to(cast, hired)
    assert read_numbers().teams[0].counts.agreements == FEWEST
    cast.does("citizen", do.GiveVoice(step_id=steps[0], answer="disagreed"))
    assert read_numbers().teams[0].counts.agreements is None


def test_what_is_long_ago_or_removed_is_not_counted(cast: Cast) -> None:
    moved_to(cast, team("Nord", citizens=FEWEST))
    with clock.standing_at(clock.now() - timedelta(days=31)):
        old = [cast.adds_step(title=f"Skridt {number}") for number in range(FEWEST)]
        for step_id in old:
            cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    assert read_numbers().teams[0].counts.steps_done is None


@pytest.mark.django_db
def test_the_leaders_page_names_teams_and_nobody(colleague: Hire, signed_in: SignedIn) -> None:
    team("Nord", citizens=FEWEST)
    team("Syd", citizens=2)
    words = read(signed_in(colleague("leader")), "/numbers/").words
    assert "Nord" in words
    assert f"færre end {FEWEST}" in words
    assert "Borger 0" not in words


@pytest.mark.django_db
def test_the_administrators_page_names_consultants_and_no_citizen(colleague: Hire, signed_in: SignedIn) -> None:
    team("Nord", citizens=3)
    words = read(signed_in(colleague("administrator")), "/office/").words
    assert "Nord Holm 3 borgere" in words
    assert "Borger 0" not in words


@pytest.mark.parametrize(("address", "role"), [("/numbers/", "leader"), ("/office/", "administrator")])
def test_to_everybody_else_the_page_is_not_there(
    cast: Cast, colleague: Hire, signed_in: SignedIn, client: Client, address: str, role: str
) -> None:
    other = colleague({"leader": "administrator", "administrator": "leader"}[role])
    for who in (cast.citizen, cast.consultant, cast.supporter, other):
        assert signed_in(who).get(address).status_code == 404
    assert client.get(address).headers["Location"] == f"/sign-in/?next={address}"
