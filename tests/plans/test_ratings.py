"""How a meeting was: each one's own, and the consultant sees the citizen's where the citizen says so."""

import pytest

from backend.plans import access
from backend.plans import commands as do
from backend.plans.models import Entry
from backend.plans.reads.minutes import read_minutes
from backend.plans.reads.ratings import Ratings, read_ratings
from tests.cast import Cast
from tests.plans.holding import held
from tests.plans.saying_no import finds_nothing, refused

EVERYONE = ("citizen", "consultant", "supporter")


def read(cast: Cast, role: str) -> Ratings:
    return read_ratings(cast.seat(role))


def test_each_sees_their_own_and_nobody_elses(cast: Cast) -> None:
    there = held(cast, "supporter")
    for score, role in enumerate(EVERYONE):
        cast.does(role, do.RateMeeting(meeting_id=there, scale="heard", score=score))
        cast.does(role, do.RateMeeting(meeting_id=there, scale="overall", score=10))
    for score, role in enumerate(EVERYONE):
        assert [one.scores for one in read(cast, role).mine] == [(score, None, None, 10)]
        assert read(cast, role).shown == ()
    as_carl = access.seat_as(cast.seat("citizen"), cast.members["supporter"])
    assert read_ratings(as_carl) == Ratings((), ())
    assert read_minutes(as_carl, there).may == frozenset()
    assert not any("10" in str(entry.facts) for entry in Entry.objects.filter(kind="meeting_rated"))


def test_the_consultant_sees_the_citizens_only_while_the_citizen_says_so(cast: Cast) -> None:
    first, second = held(cast, "supporter"), held(cast)
    for there in (first, second):
        cast.does("citizen", do.RateMeeting(meeting_id=there, scale="way", score=7))
    cast.does("supporter", do.RateMeeting(meeting_id=first, scale="way", score=1))
    cast.does("citizen", do.ShowRating(meeting_id=second))
    assert [(one.meeting_id, one.way) for one in read(cast, "consultant").shown] == [(second, 7)]
    assert read(cast, "supporter").shown == ()
    cast.does("citizen", do.HideRating(meeting_id=second))
    assert read(cast, "consultant").shown == ()
    for role in ("consultant", "supporter"):
        refused(cast, role, do.ShowRating(meeting_id=first))


def test_only_a_meeting_that_is_over_and_that_one_was_asked_to(cast: Cast) -> None:
    there, ahead = held(cast), cast.plans_meeting()
    finds_nothing(cast, "supporter", do.RateMeeting(meeting_id=there, scale="way", score=3))
    refused(cast, "citizen", do.RateMeeting(meeting_id=ahead, scale="way", score=3), "not_over")


@pytest.mark.parametrize("score", [0, 10])
def test_said_again_it_is_what_was_said_last(cast: Cast, score: int) -> None:
    there = held(cast)
    for said in (5, score):
        cast.does("citizen", do.RateMeeting(meeting_id=there, scale="mattered", score=said))
    assert [one.mattered for one in read(cast, "citizen").mine] == [score]
