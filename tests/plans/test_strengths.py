"""What the citizen can: suggested by anyone at the table, kept only if the citizen says so."""

from uuid import UUID

import pytest

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.strengths import read_strengths
from backend.plans.reads.today import read_today
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused

EVERYONE = ["citizen", "consultant", "supporter", "professional"]


def suggest(cast: Cast, role: str, words: str = "God til at lytte") -> UUID:
    strength_id = new_id()
    cast.does(role, do.SuggestStrength(strength_id=strength_id, words=words))
    return strength_id


def words(cast: Cast, role: str, status: str = "suggested") -> list[str]:
    return [strength.words for strength in getattr(read_strengths(cast.seat(role)), status)]


@pytest.mark.parametrize("role", EVERYONE[1:])
def test_anyone_at_the_table_suggests_and_the_citizen_answers(cast: Cast, role: str) -> None:
    first, second = suggest(cast, role, "Tålmodig"), suggest(cast, role, "Sjov")
    assert [strength.id for strength in read_today(cast.seat("citizen")).strengths_waiting] == [first, second]
    cast.does("citizen", do.AcceptStrength(strength_id=first))
    cast.does("citizen", do.DeclineStrength(strength_id=second))
    for reader in ("citizen", role):
        assert (words(cast, reader, "accepted"), words(cast, reader)) == (["Tålmodig"], [])


def test_the_citizens_own_needs_no_further_yes(cast: Cast) -> None:
    suggest(cast, "citizen", "Stædig")
    assert words(cast, "consultant", "accepted") == ["Stædig"]


def test_a_supporter_sees_and_hears_only_of_their_own(cast: Cast) -> None:
    mine, head = suggest(cast, "supporter", "Min"), cast.seat("professional").head
    suggest(cast, "consultant", "Konsulentens")
    cast.does("citizen", do.AcceptStrength(strength_id=mine))
    assert (words(cast, "professional"), words(cast, "professional", "accepted")) == ([], [])
    assert words(cast, "supporter", "accepted") == ["Min"]
    assert cast.seat("professional").head == head
    assert (words(cast, "screen"), words(cast, "screen", "accepted")) == ([], [])


@pytest.mark.parametrize("role", EVERYONE[1:])
def test_nobody_else_answers_or_removes(cast: Cast, role: str) -> None:
    mine = suggest(cast, role)
    for command in (do.AcceptStrength, do.DeclineStrength, do.RemoveStrength, do.RestoreStrength):
        refused(cast, role, command(strength_id=mine))


def test_it_is_removed_and_brought_back(cast: Cast) -> None:
    mine = suggest(cast, "citizen", "Stædig")
    cast.does("citizen", do.RemoveStrength(strength_id=mine))
    assert words(cast, "citizen", "accepted") == []
    finds_nothing(cast, "citizen", do.AcceptStrength(strength_id=mine))
    cast.does("citizen", do.RestoreStrength(strength_id=mine))
    assert words(cast, "citizen", "accepted") == ["Stædig"]
    finds_nothing(cast, "citizen", do.RestoreStrength(strength_id=mine))


def test_it_says_something_and_once(cast: Cast) -> None:
    refused(cast, "supporter", do.SuggestStrength(strength_id=new_id(), words="\t"), "empty")
    taken = suggest(cast, "citizen")
    refused(cast, "supporter", do.SuggestStrength(strength_id=taken, words="Ord"), "already_there")
    finds_nothing(cast, "citizen", do.AcceptStrength(strength_id=new_id()))


def test_one_person_sees_a_strength_until_it_is_taken_back(cast: Cast) -> None:
    mine, other, carl = suggest(cast, "citizen", "Stædig"), suggest(cast, "citizen", "Sjov"), cast.members["supporter"]
    cast.does("citizen", do.ShareStrength(strength_id=mine, member_id=carl))
    heads = cast.seat("supporter").head, cast.seat("professional").head
    assert (words(cast, "supporter", "accepted"), words(cast, "professional", "accepted")) == (["Stædig"], [])
    cast.does("citizen", do.RemoveStrength(strength_id=other))
    cast.does("citizen", do.RemoveStrength(strength_id=mine))
    assert words(cast, "supporter", "accepted") == []
    cast.does("citizen", do.RestoreStrength(strength_id=mine))
    cast.does("citizen", do.UnshareStrength(strength_id=mine, member_id=carl))
    assert words(cast, "supporter", "accepted") == []
    assert (cast.seat("supporter").head - heads[0], cast.seat("professional").head) == (3, heads[1])


def test_only_what_the_citizen_has_said_yes_to_is_shared_and_by_nobody_else(cast: Cast) -> None:
    mine, theirs, carl = suggest(cast, "citizen"), suggest(cast, "consultant"), cast.members["supporter"]
    refused(cast, "citizen", do.ShareStrength(strength_id=theirs, member_id=carl), "not_accepted")
    refused(cast, "citizen", do.ShareStrength(strength_id=mine, member_id=cast.members["consultant"]), "sees_all")
    refused(cast, "citizen", do.UnshareStrength(strength_id=mine, member_id=carl), "not_shared")
    for role in EVERYONE[1:]:
        refused(cast, role, do.ShareStrength(strength_id=mine, member_id=carl))
