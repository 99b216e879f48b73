"""The life goal: the citizen's own words, with every earlier version kept."""

import pytest

from backend.common.errors import NotHere
from backend.plans import commands as do
from backend.plans.reads.board import read_board
from backend.plans.reads.life_goal import read_life_goals
from tests.cast import Cast
from tests.plans.saying_no import refused


def test_the_citizen_writes_it_and_everyone_broad_reads_it(cast: Cast) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Et arbejde og ro"))
    for role in ("citizen", "consultant"):
        assert read_board(cast.seat(role)).life_goal.words == "Et arbejde og ro"


def test_every_earlier_version_is_kept(cast: Cast) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Først"))
    cast.does("citizen", do.WriteLifeGoal(words="Så", was="Først"))
    versions = read_life_goals(cast.seat("citizen"))
    assert [(v.words, v.is_current) for v in versions] == [("Så", True), ("Først", False)]


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional"])
def test_nobody_else_writes_it(cast: Cast, role: str) -> None:
    refused(cast, role, do.WriteLifeGoal(words="Min idé"))


@pytest.mark.parametrize("role", ["supporter", "professional", "screen"])
def test_it_is_not_theirs_to_read(cast: Cast, role: str) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Hemmelig drøm"))
    assert read_board(cast.seat(role)).life_goal.words == ""
    with pytest.raises(NotHere):
        read_life_goals(cast.seat(role))


def test_the_room_reads_it_only_while_the_citizen_lets_it(cast: Cast) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Et arbejde"))
    cast.does("citizen", do.ShowInRoom(subject="life_goal"))
    assert read_board(cast.seat("screen")).life_goal.words == "Et arbejde"
    assert read_board(cast.seat("supporter")).life_goal.words == ""
    cast.does("citizen", do.HideFromRoom(subject="life_goal"))
    assert read_board(cast.seat("screen")).life_goal.words == ""


def test_two_phones_of_the_citizen_lose_no_words(cast: Cast) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Fra telefonen"))
    no = refused(cast, "citizen", do.WriteLifeGoal(words="Fra tavlen", was=""), "conflict")
    assert no.extra == {"theirs": "Fra telefonen", "yours": "Fra tavlen", "field": "words"}


def test_saying_the_same_again_makes_no_new_version(cast: Cast) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Ro"))
    cast.does("citizen", do.WriteLifeGoal(words="Ro", was="Ro"))
    assert len(read_life_goals(cast.seat("citizen"))) == 1


def test_it_cannot_be_written_away(cast: Cast) -> None:
    refused(cast, "citizen", do.WriteLifeGoal(words=" \n ", was=""), "empty")
