"""A step is written down: by the citizen for good, by anybody else as a suggestion that waits."""

from datetime import date, timedelta
from typing import Any

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import Plan
from backend.plans.reads.board import read_board
from backend.plans.reads.step import read_step
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused

NARROW = ["supporter", "professional"]


def step(**fields: Any) -> do.AddStep:
    return do.AddStep(**{"step_id": new_id(), "title": "Ring til lægen", **fields})


def test_the_citizens_step_stands_as_a_wish(cast: Cast) -> None:
    step_id = cast.adds_step(words="Jeg er nervøs", how="Med Carl")
    sheet = read_step(cast.seat("consultant"), step_id)
    assert (sheet.card.status, sheet.card.waits, sheet.words, sheet.how) == ("wish", "", "Jeg er nervøs", "Med Carl")


@pytest.mark.parametrize("role", ["consultant", *NARROW])
def test_a_suggestion_waits_for_the_citizens_yes(cast: Cast, role: str) -> None:
    step_id = cast.adds_step(role, "Gå en tur")
    assert read_step(cast.seat("citizen"), step_id).card.waits == "my_yes"
    assert read_step(cast.seat(role), step_id).card.waits == "citizens_yes"
    assert read_board(cast.seat("citizen")).waits == 1
    if role == "consultant":
        refused(cast, role, do.MoveStep(step_id=step_id, status="doing"), "waits_for_yes")
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="agreed"))
    assert read_step(cast.seat("citizen"), step_id).card.waits == ""


def test_not_yet_and_no_leave_the_suggestion_waiting(cast: Cast) -> None:
    step_id = cast.adds_step("consultant")
    for answer in ("not_yet", "disagreed"):
        cast.does("citizen", do.GiveVoice(step_id=step_id, answer=answer))
        assert read_step(cast.seat("consultant"), step_id).card.waits == "citizens_yes"


@pytest.mark.parametrize("role", ["consultant", *NARROW])
def test_the_citizens_own_words_are_put_in_no_mouth(cast: Cast, role: str) -> None:
    refused(cast, role, step(words="Jeg vil gerne"))


@pytest.mark.parametrize("role", NARROW)
def test_supporters_suggest_and_arrange_nothing(cast: Cast, role: str) -> None:
    goal = cast.adds_goal()
    for more in ({"goal_id": goal}, {"due": clock.today()}, {"responsible": cast.members[role]}):
        refused(cast, role, step(**more))


@pytest.mark.parametrize("role", NARROW)
def test_who_suggests_sees_it_and_the_other_supporter_does_not(cast: Cast, role: str) -> None:
    other = next(other for other in NARROW if other != role)
    epoch = cast.seat(role).epoch
    step_id = cast.adds_step(role)
    assert [card.id for card in read_board(cast.seat(role)).cards] == [step_id]
    assert read_board(cast.seat(other)).cards == ()
    assert cast.seat(role).epoch > epoch, "an open line learns of it only by asking for its seat again"


def test_whoever_the_citizen_asks_to_do_it_sees_it(cast: Cast) -> None:
    epoch = Plan.objects.get(pk=cast.plan_id).policy_epoch
    step_id = cast.adds_step(responsible=cast.members["supporter"], due=clock.today())
    assert read_step(cast.seat("supporter"), step_id).card.mine
    assert Plan.objects.get(pk=cast.plan_id).policy_epoch > epoch


def test_the_consultant_asks_no_supporter_over_the_citizens_head(cast: Cast) -> None:
    refused(cast, "consultant", step(responsible=cast.members["supporter"]), "not_shared")


def test_an_id_is_used_once_even_by_another(cast: Cast) -> None:
    taken = cast.adds_step()
    for role in ("citizen", "consultant", "supporter"):
        refused(cast, role, step(step_id=taken), "already_there")


def test_a_goal_or_person_that_is_not_here(cast: Cast) -> None:
    finds_nothing(cast, "citizen", step(goal_id=new_id()))
    finds_nothing(cast, "citizen", step(responsible=new_id()))


def test_a_day_within_ten_years(cast: Cast) -> None:
    for due in (date.min, date.max, clock.today() + timedelta(days=3700), clock.today() - timedelta(days=3700)):
        refused(cast, "citizen", step(due=due), "bad_day")
    cast.does("citizen", step(due=clock.today() + timedelta(days=3600)))


def test_it_says_something(cast: Cast) -> None:
    refused(cast, "citizen", step(title=" \n\t "), "empty")
