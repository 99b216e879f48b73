"""The network map: the citizen alone says who is there and how near; the consultant reads; nobody else knows of it."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.forget import forget_removed
from backend.plans.models import NetworkMember, NetworkMove
from backend.plans.reads.network_map import NetworkMap, NetworkPerson, read_name, read_network_map
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused

OTHERS = ["consultant", "supporter", "professional"]


def network(cast: Cast, role: str = "citizen") -> NetworkMap:
    return read_network_map(cast.seat(role))


def person(cast: Cast, name: str) -> NetworkPerson:
    return next(one for one in network(cast).people if one.name == name)


def days_ago(days: int) -> Any:
    return clock.standing_at(clock.now() - timedelta(days=days))


def test_the_citizen_says_who_how_near_and_what_they_do(cast: Cast) -> None:
    cast.knows("Karim", near=1, does="Ringer og vækker mig")
    cast.knows("Mor", "family", near=3)
    told = [(one.name, one.relation, one.near, one.does) for one in network(cast, "consultant").people]
    assert told == [("Karim", "friends", 1, "Ringer og vækker mig"), ("Mor", "family", 3, "")]


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_writes_in_it(cast: Cast, role: str) -> None:
    karim = cast.knows("Karim")
    gone = cast.knows("Mor")
    cast.does("citizen", do.RemoveNetworkMember(network_member_id=gone))
    for command in (
        do.AddNetworkMember(network_member_id=new_id(), name="Bo", relation="kin"),
        do.RewordNetworkMember(network_member_id=karim, field="name", text="K", was="Karim"),
        do.RelateNetworkMember(network_member_id=karim, relation="work"),
        do.MoveNetworkMember(network_member_id=karim, near=4),
        do.LinkNetworkMember(network_member_id=karim),
        do.RemoveNetworkMember(network_member_id=karim),
        do.RestoreNetworkMember(network_member_id=gone),
    ):
        refused(cast, role, command)


@pytest.mark.parametrize("role", ["supporter", "professional", "screen"])
def test_for_the_table_and_the_wall_it_is_not_there(cast: Cast, role: str) -> None:
    head = cast.seat(role).head
    karim = cast.knows("Karim", member_id=cast.members["supporter"])
    cast.does("citizen", do.MoveNetworkMember(network_member_id=karim, near=4))
    assert cast.seat(role).head == head
    with pytest.raises(NotHere):
        network(cast, role)
    with pytest.raises(NotHere):
        read_name(cast.seat(role), karim)


def test_words_are_reworded_and_two_who_write_get_both(cast: Cast) -> None:
    karim = cast.knows("Karim", does="Ringer")
    cast.does("citizen", do.RewordNetworkMember(network_member_id=karim, field="does", text="", was="Ringer"))
    cast.does("citizen", do.RewordNetworkMember(network_member_id=karim, field="name", text="Kimse", was="Karim"))
    assert (person(cast, "Kimse").does, read_name(cast.seat("citizen"), karim)) == ("", "Kimse")
    late = do.RewordNetworkMember(network_member_id=karim, field="name", text="Kalle", was="Karim")
    assert refused(cast, "citizen", late, "conflict").extra["theirs"] == "Kimse"
    refused(cast, "citizen", do.RewordNetworkMember(network_member_id=karim, field="name", text=" ", was=""), "empty")


def test_the_map_keeps_where_the_citizen_put_them(cast: Cast) -> None:
    karim = cast.knows("Karim", near=4)
    cast.does("citizen", do.MoveNetworkMember(network_member_id=karim, near=1, place=7))
    assert (person(cast, "Karim").near, person(cast, "Karim").place) == (1, 7)


def test_those_who_stand_as_near_do_not_stand_on_each_other(cast: Cast) -> None:
    for number in range(8):
        cast.knows(f"Ven {number}", near=2)
    places = sorted(one.place for one in network(cast).people)
    assert min(after - before for before, after in pairwise(places)) >= 10


def test_a_place_at_the_table_is_one_persons(cast: Cast) -> None:
    carl = cast.members["supporter"]
    assert {one.face.role for one in network(cast).waiting} == {"consultant", "supporter", "professional"}
    bror = cast.knows("Bror", "family", member_id=carl)
    assert person(cast, "Bror").table.face.member_id == carl  # type: ignore[union-attr]
    assert {one.face.role for one in network(cast).waiting} == {"consultant", "professional"}
    other = cast.knows("Mona")
    refused(cast, "citizen", do.LinkNetworkMember(network_member_id=other, member_id=carl), "already_there")
    mine = cast.members["citizen"]
    refused(cast, "citizen", do.LinkNetworkMember(network_member_id=other, member_id=mine))
    cast.does("citizen", do.LinkNetworkMember(network_member_id=bror))
    cast.does("citizen", do.LinkNetworkMember(network_member_id=other, member_id=carl))
    assert person(cast, "Mona").table is not None
    cast.does("citizen", do.EndMember(member_id=carl))
    assert person(cast, "Mona").table is None


def test_who_is_taken_off_comes_back_for_fifteen_minutes(cast: Cast) -> None:
    carl = cast.members["supporter"]
    bror = cast.knows("Bror", "family", member_id=carl)
    cast.does("citizen", do.RemoveNetworkMember(network_member_id=bror))
    assert network(cast).people == ()
    finds_nothing(cast, "citizen", do.MoveNetworkMember(network_member_id=bror, near=1))
    cast.knows("Mona", member_id=carl)
    cast.does("citizen", do.RestoreNetworkMember(network_member_id=bror))
    assert (person(cast, "Bror").table, person(cast, "Mona").table is None) == (None, False)
    finds_nothing(cast, "citizen", do.RestoreNetworkMember(network_member_id=bror))


def test_the_history_shows_who_came_nearer_once_a_day(cast: Cast) -> None:
    with days_ago(9):
        karim, mona = cast.knows("Karim", near=4), cast.knows("Mona", near=2)
    with days_ago(3):
        for near in (3, 4, 2):
            cast.does("citizen", do.MoveNetworkMember(network_member_id=karim, near=near))
        cast.does("citizen", do.MoveNetworkMember(network_member_id=mona, near=3))
        cast.does("citizen", do.MoveNetworkMember(network_member_id=mona, near=2))
    (move,) = network(cast, "consultant").moves
    assert (move.name, move.came_from, move.came_to, move.is_nearer) == ("Karim", 4, 2, True)
    assert move.on == clock.today() - timedelta(days=3)
    assert (person(cast, "Karim").came_from, person(cast, "Mona").came_from) == (4, None)
    with clock.standing_at(clock.now() + timedelta(days=88)):
        assert person(cast, "Karim").came_from is None, "that was long ago"


def test_the_figure_counts_those_who_are_not_professionals_and_is_the_citizens_own(cast: Cast) -> None:
    with days_ago(70):
        cast.knows("Mentor", "professional")
        karim, mona = cast.knows("Karim"), cast.knows("Mona")
    with days_ago(35):
        cast.does("citizen", do.RelateNetworkMember(network_member_id=mona, relation="professional"))
    cast.knows("Mor", "family")
    figure = network(cast).figure
    assert (figure[0].people, figure[-1].people) == (2, 2)
    assert min(month.people for month in figure) == 1
    cast.does("citizen", do.RemoveNetworkMember(network_member_id=karim))
    assert network(cast).figure[-1].people == 1
    assert network(cast, "consultant").figure == ()


def test_when_somebody_is_forgotten_only_a_number_is_left(cast: Cast) -> None:
    with days_ago(70):
        karim = cast.knows("Karim", near=4)
    with days_ago(35):
        cast.does("citizen", do.MoveNetworkMember(network_member_id=karim, near=1))
    cast.does("citizen", do.RemoveNetworkMember(network_member_id=karim))
    with clock.standing_at(clock.now() + timedelta(minutes=16)):
        assert forget_removed() == 1
    assert not NetworkMember.objects.exists()
    left = [(move.who, move.came_from, move.came_to, move.counts) for move in NetworkMove.objects.all()]
    assert left == [(None, None, None, 1), (None, None, None, -1)]
    assert (network(cast).figure[0].people, network(cast).figure[-1].people, network(cast).moves) == (1, 0, ())
