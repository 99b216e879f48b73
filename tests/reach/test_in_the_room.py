"""Whoever sits in an open meeting hears there what is said: no phone hums in their pocket about it."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from backend.plans import commands as do
from backend.reach.follow import follow
from tests.cast import Cast
from tests.reach.owed import at, from_now_on, owed_to, writes

WAITS = "waiting"


@pytest.fixture(autouse=True)
def noon(cast: Cast) -> Iterator[None]:
    with at():
        yield


def meets(cast: Cast, *coming: str) -> UUID:
    """Carl and Dorte are asked; these have said that they come. Returns the meeting's id."""
    meeting = cast.plans_meeting("supporter", "professional")
    for role in coming:
        cast.does(role, do.AnswerMeeting(meeting_id=meeting, answer="coming"))
    cast.does("citizen", do.StartMeeting(meeting_id=meeting))
    from_now_on()
    return meeting


def agrees_on_something(cast: Cast) -> None:
    step = cast.adds_step("consultant")
    cast.shares(step)
    cast.shares(step, "professional")


def test_who_sits_there_is_not_nudged_about_what_is_done_there(cast: Cast) -> None:
    meets(cast, "supporter")
    agrees_on_something(cast)
    follow()
    assert not any(owed_to(cast, role) for role in ("citizen", "consultant", "supporter"))
    assert owed_to(cast, "professional") == [("step", WAITS)]  # has not said that they come


def test_a_message_reaches_them_as_always_and_so_does_all_once_it_is_over(cast: Cast) -> None:
    meeting = meets(cast)
    writes(cast)
    follow()
    assert owed_to(cast, "citizen") == [("message", WAITS)]
    from_now_on()
    cast.does("citizen", do.EndMeeting(meeting_id=meeting))
    agrees_on_something(cast)
    follow()
    assert ("step", WAITS) in owed_to(cast, "citizen")
