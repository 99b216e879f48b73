"""A canary in every private field: each seat reads exactly those it may, in reads and in the journal."""

import re

import pytest

from backend.common.errors import NotHere
from backend.plans import room
from tests.access.everything import everything
from tests.access.rich import Rich, plant

SEATS = ("citizen", "consultant", "supporter", "professional", "friend", "screen", "looking_in")


@pytest.fixture
def rich(db: None) -> Rich:
    return plant()


def canaries_of(rich: Rich, who: str) -> set[str]:
    told = everything(rich.cast.seat(who), steps=rich.steps, goals=rich.goals)
    return set(re.findall(r"kanarie\d+x", told))


def test_every_seat_reads_exactly_what_it_may(rich: Rich) -> None:
    for who in SEATS:
        heard = canaries_of(rich, who) & rich.exactly.keys()
        assert heard == {text for text, seen_by in rich.exactly.items() if who in seen_by}, who


def test_names_relations_and_telephones_go_no_further_than_they_may(rich: Rich) -> None:
    for who in SEATS:
        for text in canaries_of(rich, who) & rich.at_most.keys():
            assert who in rich.at_most[text], (who, text)


def test_every_canary_is_seen_by_somebody_unless_it_is_nobodys(rich: Rich) -> None:
    seen = set().union(*(canaries_of(rich, who) for who in SEATS))
    assert {text for text, seen_by in rich.exactly.items() if seen_by} == seen & rich.exactly.keys()


def test_the_wall_paired_by_its_screen_is_the_rooms_seat(rich: Rich) -> None:
    paired = room.seat_for_screen(screen_id=rich.screen_id, plan_id=rich.cast.plan_id)
    assert paired == rich.cast.seat("screen")
    with pytest.raises(NotHere):
        room.seat_for_screen(screen_id=rich.screen_id, plan_id=rich.other_plan)


@pytest.mark.parametrize("who", ["stranger", "ended"])
def test_for_strangers_and_those_who_left_there_is_no_seat(rich: Rich, who: str) -> None:
    with pytest.raises(NotHere):
        rich.cast.seat(who)


def test_only_citizen_and_consultant_open_the_wall_in_their_own_browser(rich: Rich) -> None:
    for who in ("supporter", "professional", "screen"):
        with pytest.raises(NotHere):
            room.room_seat(rich.cast.seat(who))


def test_viewers_who_share_a_key_read_the_same(rich: Rich) -> None:
    keys = {who: rich.cast.seat(who).key for who in SEATS}
    assert len(set(keys.values())) == len(SEATS)
    by_screen = room.seat_for_screen(screen_id=rich.screen_id, plan_id=rich.cast.plan_id)
    assert by_screen.key == keys["screen"]
