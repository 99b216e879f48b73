"""Who does it and when: everyone's voice, and the citizen's yes without which nothing counts."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.card import Card
from backend.plans.reads.step import read_step
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused


def card(cast: Cast, step_id: UUID, role: str = "citizen") -> Card:
    return read_step(cast.seat(role), step_id).card


def voices(cast: Cast, step_id: UUID, role: str = "citizen") -> dict[str, str]:
    return {voice.face.role: voice.answer for voice in card(cast, step_id, role).voices}


def agreement(cast: Cast, responsible: str = "supporter") -> UUID:
    """An agreement all three said yes to."""
    step_id = cast.adds_step("citizen", responsible=cast.members[responsible], due=clock.today())
    for role in {"citizen", "consultant", responsible}:
        cast.does(role, do.GiveVoice(step_id=step_id, answer="agreed"))
    return step_id


def test_a_person_and_a_day_make_an_agreement(cast: Cast) -> None:
    step_id = cast.adds_step()
    assert not card(cast, step_id).is_agreement
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=cast.members["supporter"]))
    assert not card(cast, step_id).is_agreement
    cast.does("citizen", do.SetDue(step_id=step_id, due=clock.today()))
    assert card(cast, step_id).is_agreement
    assert voices(cast, step_id) == {"citizen": "agreed", "consultant": "", "supporter": ""}


def test_everyone_named_has_a_voice_and_sees_the_others(cast: Cast) -> None:
    step_id = agreement(cast)
    for role in ("citizen", "consultant", "supporter"):
        assert voices(cast, step_id, role) == {"citizen": "agreed", "consultant": "agreed", "supporter": "agreed"}


def test_it_counts_only_with_the_citizens_yes(cast: Cast) -> None:
    step_id = cast.adds_step("consultant", responsible=cast.members["consultant"], due=clock.today())
    assert not card(cast, step_id).counts_as_agreed
    for answer, counts in (("disagreed", False), ("not_yet", False), ("agreed", True), ("disagreed", False)):
        cast.does("citizen", do.GiveVoice(step_id=step_id, answer=answer))  # type: ignore[arg-type]
        assert card(cast, step_id, "consultant").counts_as_agreed is counts


def test_arranging_a_suggestion_is_not_yet_a_yes_to_it(cast: Cast) -> None:
    step_id = cast.adds_step("consultant", responsible=cast.members["consultant"])
    cast.does("citizen", do.SetDue(step_id=step_id, due=clock.today()))
    assert card(cast, step_id).waits == "my_yes"
    assert not card(cast, step_id).counts_as_agreed


def test_disagreement_stays_visible_to_all_who_see_it(cast: Cast) -> None:
    step_id = agreement(cast)
    cast.does("supporter", do.GiveVoice(step_id=step_id, answer="disagreed"))
    for role in ("citizen", "consultant", "supporter"):
        assert voices(cast, step_id, role)["supporter"] == "disagreed"
    assert card(cast, step_id).counts_as_agreed


def test_what_was_agreed_is_asked_anew_when_it_changes(cast: Cast) -> None:
    for command in (
        lambda step: do.SetDue(step_id=step, due=clock.today() + timedelta(days=1)),
        lambda step: do.AssignStep(step_id=step, responsible=cast.members["citizen"]),
        lambda step: do.RewordStep(step_id=step, field="title", text="Noget andet", was="Ring til lægen"),
    ):
        step_id = agreement(cast)
        cast.does("citizen", command(step_id))
        assert voices(cast, step_id)["citizen"] == "agreed", "whoever changed it agrees with themself"
        assert {answer for role, answer in voices(cast, step_id).items() if role != "citizen"} == {""}


def test_a_change_by_another_takes_the_citizens_yes_away(cast: Cast) -> None:
    step_id = agreement(cast)
    cast.does("consultant", do.SetDue(step_id=step_id, due=clock.today() + timedelta(days=1)))
    assert not card(cast, step_id).counts_as_agreed
    assert card(cast, step_id).waits == "my_yes"
    assert card(cast, step_id, "supporter").waits == "citizens_yes"


def test_saying_the_same_again_asks_nobody_anew(cast: Cast) -> None:
    step_id = agreement(cast)
    cast.does("citizen", do.SetDue(step_id=step_id, due=clock.today()))
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=cast.members["supporter"]))
    same = do.RewordStep(step_id=step_id, field="title", text="Ring til lægen", was="Ring til lægen")
    cast.does("citizen", same)
    assert set(voices(cast, step_id).values()) == {"agreed"}


def test_without_a_person_or_a_day_it_is_no_agreement(cast: Cast) -> None:
    for command in (lambda step: do.SetDue(step_id=step), lambda step: do.AssignStep(step_id=step)):
        step_id = agreement(cast, "consultant")
        cast.does("consultant", command(step_id))
        assert (card(cast, step_id).is_agreement, card(cast, step_id).voices) == (False, ())


def test_who_is_to_do_it_can_see_it(cast: Cast) -> None:
    step_id = cast.adds_step()
    refused(cast, "consultant", do.AssignStep(step_id=step_id, responsible=cast.members["supporter"]), "not_shared")
    epoch = cast.seat("supporter").epoch
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=cast.members["supporter"]))
    assert card(cast, step_id, "supporter").mine
    assert cast.seat("supporter").epoch == epoch + 1
    cast.shares(step_id, "professional")
    cast.does("consultant", do.AssignStep(step_id=step_id, responsible=cast.members["professional"]))
    assert card(cast, step_id, "professional").mine


@pytest.mark.parametrize("role", ["supporter", "professional"])
def test_who_only_reads_it_arranges_and_answers_nothing(cast: Cast, role: str) -> None:
    step_id = cast.adds_step()
    orders = [
        do.AssignStep(step_id=step_id, responsible=cast.members[role]),
        do.SetDue(step_id=step_id, due=clock.today()),
        do.GiveVoice(step_id=step_id, answer="agreed"),
        do.SayCarried(step_id=step_id, carried_by="alone"),
    ]
    for command in orders:
        finds_nothing(cast, role, command)
    cast.shares(step_id, role)
    for command in orders:
        refused(cast, role, command)


def test_who_does_it_arranges_nothing_alone(cast: Cast) -> None:
    step_id = agreement(cast)
    refused(cast, "supporter", do.SetDue(step_id=step_id))
    refused(cast, "supporter", do.AssignStep(step_id=step_id))


def test_an_unknown_person_or_a_day_too_far(cast: Cast) -> None:
    step_id = cast.adds_step()
    finds_nothing(cast, "citizen", do.AssignStep(step_id=step_id, responsible=new_id()))
    refused(cast, "citizen", do.SetDue(step_id=step_id, due=clock.today() + timedelta(days=4000)), "bad_day")


def test_who_carried_it_is_said_when_it_is_done(cast: Cast) -> None:
    step_id = cast.adds_step()
    refused(cast, "citizen", do.SayCarried(step_id=step_id, carried_by="alone"), "not_done")
    cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    cast.does("consultant", do.SayCarried(step_id=step_id, carried_by="together"))
    assert card(cast, step_id).carried_by == "together"
