"""The leader's numbers by team: none points at anybody, alone, by who has it not, or by subtracting from the whole."""

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.people.models import Organisation, Person, Team
from backend.plans.models import Member, Outcome, Plan
from backend.plans.open import open_plan
from backend.plans.reads.numbers import FEWEST, Shown
from backend.plans.reads.outcome_numbers import Cell, read_outcome_numbers, shown
from tests.cast import Cast, person
from tests.pages.reading import read

CELLS = st.lists(st.integers(0, 16).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), max_size=4)


def worlds(cells: Sequence[Cell], by_team: Sequence[Shown], everybody: Shown) -> Iterator[tuple[int, ...]]:
    """Every way in which it could be, for somebody who knows how many citizens each team has and what is told."""
    each = [range(of + 1) if told is None else [told] for told, (_having, of) in zip(by_team, cells, strict=True)]
    return (world for world in product(*each) if everybody is None or sum(world) == everybody)


@given(cells=CELLS)
def test_nobody_can_work_out_a_number_that_is_held_back(cells: list[Cell]) -> None:
    by_team, everybody = shown(cells)
    possible = list(worlds(cells, by_team, everybody))
    for place, (having, of) in enumerate(cells):
        values = {world[place] for world in possible}
        assert having in values
        if by_team[place] is None:
            assert max(values) - min(values) >= min(FEWEST, of), "it is left open"
        else:
            assert min(having, of - having) >= FEWEST, "what is told is not small, from either side"


@given(cells=CELLS)
def test_the_whole_is_told_by_the_same_rule_and_what_is_left_of_it_is_not_small(cells: list[Cell]) -> None:
    by_team, everybody = shown(cells)
    hidden = [cell for cell, told in zip(cells, by_team, strict=True) if told is None]
    if everybody is None:
        return
    many, of = (sum(side) for side in zip(*cells, strict=True))
    assert everybody == many and min(many, of - many) >= FEWEST
    if hidden:
        rest, among = (sum(side) for side in zip(*hidden, strict=True))
        assert len(hidden) > 1 and min(rest, among - rest) >= FEWEST


@pytest.mark.parametrize(
    ("cells", "by_team", "everybody"),
    [
        ([(6, 15), (7, 15)], (6, 7), 13),
        ([(6, 15), (2, 15)], (None, None), 8),  # the second is small, and 8 less 6 would tell it
        ([(6, 15), (2, 15), (9, 15)], (None, None, 9), 17),
        ([(6, 15), (13, 15), (9, 15)], (None, None, 9), 28),  # all but two have it
        ([(1, 15), (1, 15), (9, 20)], (None, None, None), 11),  # two together are small, too
        ([(0, 15), (1, 15)], (None, None), None),
        ([(15, 20), (0, 2)], (15, None), None),  # so few that the sum would tell what the larger one has
        ([], (), None),
    ],
)
def test_what_is_told_where(cells: list[Cell], by_team: tuple[Shown, ...], everybody: Shown) -> None:
    assert shown(cells) == (by_team, everybody)


def in_team(name: str, *, of: int, having: int) -> None:
    """A team with a consultant of so many citizens, and so many of them in education."""
    town, _ = Organisation.objects.get_or_create(name="Prøve Kommune", kind="municipality")
    team = Team.objects.create(organisation=town, name=name)
    hired = person(f"{name}-consultant", f"{name} Holm", staff_role="consultant", team=team)
    for number in range(of):
        plan_id = open_plan(citizen=person(f"{name}-{number}", f"Borger {number}"), consultant=hired)
        if number < having:
            by = Member.objects.get(plan_id=plan_id, role="citizen")
            row = {"kind": "education", "began": clock.today(), "at": clock.now(), "seq": 1, "by": by}
            Outcome.objects.create(plan=Plan.objects.get(pk=plan_id), **row)


@pytest.mark.usefixtures("cast")
def test_the_teams_are_counted_apart_and_the_page_says_so(client: Client) -> None:
    in_team("Nord", of=12, having=5)
    in_team("Syd", of=13, having=6)
    told = read_outcome_numbers()
    assert told.teams == ("Nord", "Syd")
    (education,) = [one for one in told.kinds if one.called == "Uddannelse"]
    assert (education.by_team, education.citizens) == ((5, 6), 11)
    client.force_login(Person.objects.create_person(handle="leder", name="Leder", staff_role="leader"))
    assert "Uddannelse 5 6 11" in read(client, "/numbers/").words


def test_a_plan_of_no_team_is_counted_nowhere(cast: Cast) -> None:
    assert read_outcome_numbers().teams == ()
    assert all(one.citizens is None and one.by_team == () for one in read_outcome_numbers().kinds)
    assert Plan.objects.filter(pk=cast.plan_id).exists()
