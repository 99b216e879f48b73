"""What is hard: the citizen's own words, three at most for the room of one meeting, and else the consultant's alone."""

from uuid import UUID

import pytest

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.challenges import read_challenges
from backend.plans.reads.removed import read_removed
from tests.cast import Cast, gather
from tests.plans.saying_no import finds_nothing, refused

OTHERS = ["supporter", "professional", "screen"]


def says(cast: Cast, words: str, *, in_room: bool = False, **more: UUID) -> UUID:
    challenge_id = new_id()
    cast.does("citizen", do.AddChallenge(challenge_id=challenge_id, words=words, in_room=in_room, **more))
    return challenge_id


def reads(cast: Cast, role: str) -> list[str]:
    return [one.words for one in read_challenges(cast.seat(role))]


def shows(cast: Cast, challenge_id: UUID) -> do.ShowInRoom:
    return do.ShowInRoom(subject="challenge", subject_id=challenge_id)


def hides(cast: Cast, challenge_id: UUID) -> do.HideFromRoom:
    return do.HideFromRoom(subject="challenge", subject_id=challenge_id)


def test_what_is_for_the_consultant_is_read_by_nobody_else(cast: Cast) -> None:
    says(cast, "Jeg sover ikke")
    meeting_id = cast.meets("supporter")
    says(cast, "Gælden", in_room=True)
    assert reads(cast, "citizen") == reads(cast, "consultant") == ["Jeg sover ikke", "Gælden"]
    assert reads(cast, "supporter") == reads(cast, "screen") == ["Gælden"]
    assert reads(cast, "professional") == [], "not asked to the meeting"
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    assert not any(reads(cast, role) for role in OTHERS)
    cast.meets("supporter")
    assert not any(reads(cast, role) for role in OTHERS), "chosen for another meeting"


def test_the_citizen_moves_it_between_the_room_and_the_consultant(cast: Cast) -> None:
    hard = says(cast, "Min far", goal_id=cast.adds_goal())
    refused(cast, "citizen", shows(cast, hard), "no_meeting")
    refused(cast, "citizen", do.AddChallenge(challenge_id=new_id(), words="x", in_room=True), "no_meeting")
    cast.meets("supporter")
    heads = cast.seat("supporter").head, cast.seat("professional").head
    for move, read in ((shows, ["Min far"]), (hides, []), (shows, ["Min far"])):
        cast.does("citizen", move(cast, hard))
        assert reads(cast, "supporter") == reads(cast, "screen") == read
    says(cast, "Hemmeligt")
    assert (cast.seat("supporter").head - heads[0], cast.seat("professional").head) == (3, heads[1])


def test_three_in_a_meeting(cast: Cast) -> None:
    cast.meets()
    kept = says(cast, "Det fjerde")
    first, *_ = [says(cast, f"Nummer {number}", in_room=True) for number in range(3)]
    refused(cast, "citizen", do.AddChallenge(challenge_id=new_id(), words="x", in_room=True), "three_already")
    refused(cast, "citizen", shows(cast, kept), "three_already")
    cast.does("citizen", do.RemoveChallenge(challenge_id=first))
    cast.does("citizen", shows(cast, kept))
    assert first in [one.id for one in read_removed(cast.seat("citizen"))]
    assert first not in [one.id for one in read_removed(cast.seat("consultant"))]
    cast.does("citizen", do.RestoreChallenge(challenge_id=first))
    assert [one.in_room for one in read_challenges(cast.seat("citizen"))].count(True) == 3
    finds_nothing(cast, "citizen", do.RestoreChallenge(challenge_id=first))


@pytest.mark.parametrize("role", ["consultant", "supporter"])
def test_nobody_else_writes_moves_or_removes_it(cast: Cast, role: str) -> None:
    hard = says(cast, "Gælden")
    cast.meets("supporter")
    orders = [
        do.AddChallenge(challenge_id=new_id(), words="x"),
        do.RemoveChallenge(challenge_id=hard),
        shows(cast, hard),
    ]
    for order in orders:
        refused(cast, role, order)


@pytest.mark.django_db
def test_with_a_protected_address_a_place_is_asked_about_before_the_room_reads_it() -> None:
    cast = gather(protected=True)
    cast.meets("supporter")
    hard = says(cast, "Jeg er bange på Blåhejrevej 12, 2. tv")
    refused(cast, "citizen", shows(cast, hard), "place")
    cast.does("citizen", shows(cast, hard), confirmed="place")
    assert reads(cast, "supporter") == ["Jeg er bange på Blåhejrevej 12, 2. tv"]
