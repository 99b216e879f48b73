"""In an open meeting talk becomes a step: one line, seen by its room, and shared for good by the citizen's own yes."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.card import Card
from backend.plans.reads.step import read_step
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused


def notes(cast: Cast, role: str, line: str) -> UUID:
    step_id = new_id()
    cast.does(role, do.NoteStep(step_id=step_id, line=line))
    return step_id


def card(cast: Cast, step_id: UUID, role: str = "citizen") -> Card:
    return read_step(cast.seat(role), step_id).card


def sees(cast: Cast, role: str, step_id: UUID) -> bool:
    try:
        return bool(card(cast, step_id, role))
    except NotHere:
        return False


def test_the_citizens_line_is_an_agreement_that_whoever_does_it_sees(cast: Cast) -> None:
    cast.meets()
    step = card(cast, notes(cast, "citizen", "Ring til lægen @bror i morgen"))
    assert (step.title, step.due, step.in_room) == ("Ring til lægen", clock.today() + timedelta(days=1), True)
    assert step.who is not None and step.who.member_id == cast.members["supporter"]
    assert sees(cast, "supporter", step.id), "the citizen shared it by saying who"
    assert step.voices[0].answer == "agreed"


def test_by_first_name_role_or_myself(cast: Cast) -> None:
    for line, role in (
        ("Find papir @dorte", "professional"),
        ("Skriv @konsulent", "consultant"),
        ("Gå @mig", "citizen"),
    ):
        who = card(cast, notes(cast, "citizen", line)).who
        assert who is not None and who.role == role


def test_without_an_open_meeting_it_is_a_step_like_any_other(cast: Cast) -> None:
    step_id = notes(cast, "citizen", "Ring til lægen")
    assert not card(cast, step_id).in_room
    refused(cast, "consultant", do.NoteStep(step_id=new_id(), line="Ring @carl"), "not_shared")


def test_in_the_meeting_the_consultant_names_who_is_there_and_only_the_citizens_yes_shares_it(cast: Cast) -> None:
    meeting_id = cast.meets("supporter")
    step_id = notes(cast, "consultant", "Følg med til lægen @carl i morgen")
    assert sees(cast, "supporter", step_id) and not sees(cast, "professional", step_id)
    refused(cast, "consultant", do.NoteStep(step_id=new_id(), line="Ring @dorte"), "not_shared")
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    assert not sees(cast, "supporter", step_id)
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="not_yet"))
    assert not sees(cast, "supporter", step_id)
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="agreed"))
    assert sees(cast, "supporter", step_id) and card(cast, step_id).shared_with


def test_moving_it_to_agreed_is_the_same_yes(cast: Cast) -> None:
    meeting_id = cast.meets("supporter")
    step_id = notes(cast, "citizen", "Spis sammen søndag")
    cast.does("supporter", do.TakeStep(step_id=step_id, due=clock.today()))
    cast.does("citizen", do.MoveStep(step_id=step_id, status="agreed"))
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    assert sees(cast, "supporter", step_id)


@pytest.mark.parametrize("role", ["citizen", "consultant", "supporter"])
def test_that_i_take_said_by_anybody_who_sees_it(cast: Cast, role: str) -> None:
    cast.meets("supporter")
    step_id = notes(cast, "citizen", "Køb sko")
    finds_nothing(cast, "professional", do.TakeStep(step_id=step_id))
    cast.does(role, do.TakeStep(step_id=step_id, due=clock.today()))
    step = card(cast, step_id, role)
    assert step.mine and step.due == clock.today() and step.waits == ("" if role == "citizen" else "citizens_yes")
    refused(cast, "citizen", do.TakeStep(step_id=step_id))


def test_what_the_citizen_takes_waits_for_no_other_yes(cast: Cast) -> None:
    cast.meets("supporter")
    step_id = notes(cast, "consultant", "Ring til lægen")
    assert card(cast, step_id, "citizen").waits == "my_yes"
    cast.does("citizen", do.TakeStep(step_id=step_id, due=clock.today()))
    taken = card(cast, step_id, "citizen")
    assert not taken.waits and taken.suggested_by is None


def test_nobody_else_notes_and_something_is_left_to_do(cast: Cast) -> None:
    cast.meets("supporter")
    refused(cast, "supporter", do.NoteStep(step_id=new_id(), line="Ring"))
    refused(cast, "citizen", do.NoteStep(step_id=new_id(), line="@carl fredag"), "empty")
