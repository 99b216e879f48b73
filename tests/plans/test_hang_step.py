"""Hanging a step on a goal, and who comes to see it by that."""

from uuid import UUID

import pytest

from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.board import read_board
from backend.plans.reads.step import read_step
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused


def shared_goal(cast: Cast, role: str = "supporter") -> UUID:
    goal = cast.adds_goal(title="Delt")
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.members[role]))
    return goal


def test_a_step_hangs_on_a_goal_and_stands_free_again(cast: Cast) -> None:
    goal, step_id = cast.adds_goal(), cast.adds_step()
    cast.does("consultant", do.HangStep(step_id=step_id, goal_id=goal))
    card = read_board(cast.seat("citizen")).cards[0]
    assert (card.goal_id, card.life_area) == (goal, "health")
    cast.does("citizen", do.HangStep(step_id=step_id))
    assert read_board(cast.seat("citizen")).cards[0].goal_id is None


def test_on_a_shared_goal_it_is_seen_and_away_from_it_no_more(cast: Cast) -> None:
    goal, step_id = shared_goal(cast), cast.adds_step()
    epoch = cast.seat("supporter").epoch
    cast.does("citizen", do.HangStep(step_id=step_id, goal_id=goal))
    assert read_step(cast.seat("supporter"), step_id).card.goal_id == goal
    assert cast.seat("supporter").epoch > epoch
    cast.does("consultant", do.HangStep(step_id=step_id))
    with pytest.raises(NotHere):
        read_step(cast.seat("supporter"), step_id)


def test_only_the_citizen_lets_others_see_a_step_by_hanging_it(cast: Cast) -> None:
    goal, step_id = shared_goal(cast), cast.adds_step(title="Kun os")
    refused(cast, "consultant", do.HangStep(step_id=step_id, goal_id=goal), "not_shared")
    assert read_board(cast.seat("supporter")).cards == ()


def test_a_promise_that_is_seen_no_more_is_nobodys(cast: Cast) -> None:
    goal = shared_goal(cast)
    step_id = cast.adds_step(goal_id=goal)
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=cast.members["supporter"]))
    cast.does("citizen", do.HangStep(step_id=step_id))
    assert read_step(cast.seat("citizen"), step_id).card.who is None


def test_the_wall_hears_only_of_a_card_it_shows(cast: Cast) -> None:
    goal, step_id = cast.adds_goal(), cast.adds_step()
    cast.does("citizen", do.ShowInRoom(subject="goal", subject_id=goal))
    head = cast.seat("screen").head
    cast.does("citizen", do.HangStep(step_id=step_id, goal_id=goal))
    assert cast.seat("screen").head == head
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
    cast.does("citizen", do.HangStep(step_id=step_id))
    assert cast.seat("screen").head == head + 2


def test_refusals(cast: Cast) -> None:
    goal, step_id = cast.adds_goal(), cast.adds_step()
    finds_nothing(cast, "citizen", do.HangStep(step_id=step_id, goal_id=new_id()))
    finds_nothing(cast, "supporter", do.HangStep(step_id=step_id, goal_id=goal))
    cast.shares(step_id)
    refused(cast, "supporter", do.HangStep(step_id=step_id, goal_id=goal))
    cast.does("citizen", do.RemoveGoal(goal_id=goal))
    finds_nothing(cast, "citizen", do.HangStep(step_id=step_id, goal_id=goal))
