"""Sharing, one person and one thing at a time; taking back at once and in silence."""

from operator import attrgetter
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.journal import entries_after
from backend.plans.models import Plan
from backend.plans.reads.board import read_board
from backend.plans.reads.step import read_step
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused


def seen(cast: Cast, role: str) -> set[UUID]:
    return {card.id for card in read_board(cast.seat(role)).cards}


def epoch(cast: Cast) -> int:
    return Plan.objects.get(pk=cast.plan_id).policy_epoch


def test_a_step_is_shared_with_one_and_taken_back(cast: Cast) -> None:
    step_id, member = cast.adds_step(), cast.members["supporter"]
    cast.does("citizen", do.ShareStep(step_id=step_id, member_id=member))
    assert (seen(cast, "supporter"), seen(cast, "professional")) == ({step_id}, set())
    before = epoch(cast)
    cast.does("citizen", do.UnshareStep(step_id=step_id, member_id=member))
    assert seen(cast, "supporter") == set()
    assert epoch(cast) == before + 1
    with pytest.raises(NotHere):
        read_step(cast.seat("supporter"), step_id)


def test_a_goal_is_shared_with_all_its_steps_present_and_to_come(cast: Cast) -> None:
    goal, member = cast.adds_goal(), cast.members["professional"]
    first = cast.adds_step(goal_id=goal)
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=member))
    second = cast.adds_step(goal_id=goal)
    assert seen(cast, "professional") == {first, second}
    assert [goal.id for goal in read_board(cast.seat("professional")).goals] == [goal]
    before = epoch(cast)
    cast.does("citizen", do.UnshareGoal(goal_id=goal, member_id=member))
    assert (seen(cast, "professional"), read_board(cast.seat("professional")).goals) == (set(), ())
    assert epoch(cast) == before + 1


def test_only_the_one_it_concerns_is_told(cast: Cast) -> None:
    step_id, goal = cast.adds_step(), cast.adds_goal()
    heads = {role: cast.seat(role).head for role in ("professional", "screen")}
    for command in (
        do.ShareStep(step_id=step_id, member_id=cast.members["supporter"]),
        do.ShareGoal(goal_id=goal, member_id=cast.members["supporter"]),
        do.UnshareStep(step_id=step_id, member_id=cast.members["supporter"]),
        do.UnshareGoal(goal_id=goal, member_id=cast.members["supporter"]),
    ):
        cast.does("citizen", command)
    assert heads == {role: cast.seat(role).head for role in heads}
    told = [entry.kind for entry in entries_after(cast.seat("supporter"), 1)]
    assert told == ["step_shared", "goal_shared", "step_unshared", "goal_unshared"]


def test_nobody_hears_of_the_end_of_what_they_never_saw(cast: Cast) -> None:
    step_id, goal, member = cast.adds_step(), cast.adds_goal(), cast.members["supporter"]
    refused(cast, "citizen", do.UnshareStep(step_id=step_id, member_id=member), "not_shared")
    refused(cast, "citizen", do.UnshareGoal(goal_id=goal, member_id=member), "not_shared")


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional"])
def test_nobody_but_the_citizen_shares(cast: Cast, role: str) -> None:
    step_id, goal, member = cast.adds_step(), cast.adds_goal(), cast.members["supporter"]
    for other in ("supporter", "professional"):
        cast.shares(step_id, other)
        cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.members[other]))
    refused(cast, role, do.ShareStep(step_id=step_id, member_id=member))
    refused(cast, role, do.UnshareStep(step_id=step_id, member_id=member))
    refused(cast, role, do.ShareGoal(goal_id=goal, member_id=member))
    refused(cast, role, do.UnshareGoal(goal_id=goal, member_id=member))


def test_with_whom(cast: Cast) -> None:
    step_id = cast.adds_step()
    for role in ("citizen", "consultant"):
        refused(cast, "citizen", do.ShareStep(step_id=step_id, member_id=cast.members[role]), "sees_all")
    finds_nothing(cast, "citizen", do.ShareStep(step_id=step_id, member_id=new_id()))
    finds_nothing(cast, "citizen", do.ShareStep(step_id=new_id(), member_id=cast.members["supporter"]))
    cast.shares(step_id)
    cast.shares(step_id)
    assert len(read_step(cast.seat("citizen"), step_id).card.shared_with) == 1


@pytest.mark.parametrize("by", ["step", "goal"])
def test_a_promise_ends_with_the_sharing_and_the_others_see_that(cast: Cast, by: str) -> None:
    goal, member = cast.adds_goal(), cast.members["supporter"]
    step_id = cast.adds_step(goal_id=goal)
    cast.shares(step_id, "professional")
    if by == "goal":
        cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=member))
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=member))
    cast.does("citizen", do.SetDue(step_id=step_id, due=clock.today()))
    head = cast.seat("professional").head
    if by == "goal":
        cast.does("citizen", do.UnshareGoal(goal_id=goal, member_id=member))
    else:
        cast.does("citizen", do.UnshareStep(step_id=step_id, member_id=member))
    card = read_step(cast.seat("professional"), step_id).card
    assert (card.who, card.voices) == (None, ())
    assert cast.seat("professional").head == head + 1


def test_who_sees_it_in_two_ways_keeps_the_promise_while_one_is_left(cast: Cast) -> None:
    goal, member = cast.adds_goal(), cast.members["supporter"]
    step_id = cast.adds_step(goal_id=goal)
    cast.shares(step_id)
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=member))
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=member))
    cast.does("citizen", do.UnshareStep(step_id=step_id, member_id=member))
    assert read_step(cast.seat("supporter"), step_id).card.mine


@pytest.mark.parametrize("subject", ["goal", "step"])
def test_the_wall_shows_what_the_citizen_lets_it(cast: Cast, subject: str) -> None:
    thing = cast.adds_goal() if subject == "goal" else cast.adds_step()
    read = attrgetter("goals" if subject == "goal" else "cards")
    before = epoch(cast)
    cast.does("citizen", do.ShowInRoom(subject=subject, subject_id=thing))  # type: ignore[arg-type]
    assert [shown.id for shown in read(read_board(cast.seat("screen")))] == [thing]
    assert read(read_board(cast.seat("supporter"))) == ()
    cast.does("citizen", do.HideFromRoom(subject=subject, subject_id=thing))  # type: ignore[arg-type]
    assert read(read_board(cast.seat("screen"))) == ()
    assert epoch(cast) == before + 2


def test_a_wall_hears_nothing_of_what_it_never_showed(cast: Cast) -> None:
    step_id = cast.adds_step()
    cast.does("citizen", do.HideFromRoom(subject="step", subject_id=step_id))
    cast.does("citizen", do.HideFromRoom(subject="life_goal"))
    assert entries_after(cast.seat("screen"), 0) == []


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional"])
def test_nobody_but_the_citizen_decides_what_the_wall_shows(cast: Cast, role: str) -> None:
    step_id = cast.adds_step()
    for command in (do.ShowInRoom, do.HideFromRoom):
        refused(cast, role, command(subject="life_goal"))
        refused(cast, role, command(subject="step", subject_id=step_id))


def test_the_wall_is_shown_something(cast: Cast) -> None:
    refused(cast, "citizen", do.ShowInRoom(subject="step"), "empty")
    finds_nothing(cast, "citizen", do.ShowInRoom(subject="goal", subject_id=new_id()))
