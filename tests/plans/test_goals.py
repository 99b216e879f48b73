"""Goals and milestones: written, reworded, moved, reached."""

from uuid import UUID

import pytest

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import Goal
from backend.plans.reads.board import GoalView, read_board
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused

NARROW = ["supporter", "professional"]


def goal(cast: Cast, goal_id: UUID, role: str = "citizen") -> GoalView:
    return next(goal for goal in read_board(cast.seat(role)).goals if goal.id == goal_id)


def order(cast: Cast) -> list[UUID]:
    return [goal.id for goal in read_board(cast.seat("citizen")).goals]


def test_a_goal_stands_last_on_the_way(cast: Cast) -> None:
    first, last = cast.adds_goal(title="Ro"), cast.adds_goal("consultant", "Arbejde", community="FC Nord")
    assert order(cast) == [first, last]
    assert (goal(cast, first).state, goal(cast, last).state) == ("now", "ahead")
    assert goal(cast, last).community == "FC Nord"


@pytest.mark.parametrize("role", NARROW)
def test_supporters_put_no_goals_on_the_way(cast: Cast, role: str) -> None:
    refused(cast, role, do.AddGoal(goal_id=new_id(), title="Min idé", life_area="work"))


def test_a_milestone_has_no_milestones(cast: Cast) -> None:
    top = cast.adds_goal()
    milestone = cast.adds_goal(part_of=top)
    assert goal(cast, milestone).part_of == top
    refused(cast, "citizen", do.AddGoal(goal_id=new_id(), title="x", life_area="work", part_of=milestone), "too_deep")


def test_an_id_is_used_once(cast: Cast) -> None:
    taken = cast.adds_goal()
    refused(cast, "citizen", do.AddGoal(goal_id=taken, title="Igen", life_area="work"), "already_there")


def test_the_citizens_words_are_reworded_by_nobody_else(cast: Cast) -> None:
    mine = cast.adds_goal(title="Ro", challenge="Støj om natten")
    for field, was in (("title", "Ro"), ("challenge", "Støj om natten")):
        order = do.RewordGoal(goal_id=mine, field=field, text="Bedre", was=was)  # type: ignore[arg-type]
        refused(cast, "consultant", order)
    cast.does("citizen", do.RewordGoal(goal_id=mine, field="title", text="Mere ro", was="Ro"))
    assert goal(cast, mine).title == "Mere ro"


def test_what_the_citizen_left_open_the_consultant_may_fill_in(cast: Cast) -> None:
    mine = cast.adds_goal(title="Ro")
    cast.does("consultant", do.RewordGoal(goal_id=mine, field="community", text="Sanghuset", was=""))
    assert goal(cast, mine).community == "Sanghuset"
    cast.does("citizen", do.RewordGoal(goal_id=mine, field="community", text="Koret", was="Sanghuset"))
    refused(cast, "consultant", do.RewordGoal(goal_id=mine, field="community", text="Klubben", was="Koret"))


def test_two_who_write_at_once_lose_nothing(cast: Cast) -> None:
    theirs = cast.adds_goal("consultant", "Arbejde")
    cast.does("consultant", do.RewordGoal(goal_id=theirs, field="title", text="Fast arbejde", was="Arbejde"))
    late = do.RewordGoal(goal_id=theirs, field="title", text="Et godt arbejde", was="Arbejde")
    no = refused(cast, "citizen", late, "conflict")
    assert no.extra == {"theirs": "Fast arbejde", "yours": "Et godt arbejde", "field": "title"}


def test_a_title_is_never_empty_but_a_challenge_may_be(cast: Cast) -> None:
    mine = cast.adds_goal(title="Ro", challenge="Støj")
    refused(cast, "citizen", do.RewordGoal(goal_id=mine, field="title", text="  ", was="Ro"), "empty")
    cast.does("citizen", do.RewordGoal(goal_id=mine, field="challenge", text="", was="Støj"))
    assert goal(cast, mine).challenge == ""


def test_goals_are_moved_before_another_or_last(cast: Cast) -> None:
    a, b, c = (cast.adds_goal(title=title) for title in "abc")
    cast.does("citizen", do.MoveGoal(goal_id=c, before=a))
    assert order(cast) == [c, a, b]
    cast.does("consultant", do.MoveGoal(goal_id=c))
    assert order(cast) == [a, b, c]
    cast.does("citizen", do.MoveGoal(goal_id=b, before=b))
    assert order(cast) == [a, b, c]


def test_goals_find_room_however_often_they_are_moved(cast: Cast) -> None:
    a, b, c = (cast.adds_goal(title=title) for title in "abc")
    for turn in range(30):
        cast.does("citizen", do.MoveGoal(goal_id=(b, c)[turn % 2], before=(c, b)[turn % 2]))
    assert order(cast) == [a, c, b]
    assert len(set(Goal.objects.values_list("position", flat=True))) == 3


def test_a_goal_is_reached_and_taken_up_again(cast: Cast) -> None:
    first, second = cast.adds_goal(title="a"), cast.adds_goal(title="b")
    cast.does("consultant", do.ReachGoal(goal_id=first))
    assert (goal(cast, first).state, goal(cast, second).state) == ("reached", "now")
    cast.does("citizen", do.ReopenGoal(goal_id=first))
    assert goal(cast, first).state == "now"


def test_a_goal_changes_its_area_of_life(cast: Cast) -> None:
    mine = cast.adds_goal()
    cast.does("consultant", do.SetGoalArea(goal_id=mine, life_area="family"))
    assert goal(cast, mine).life_area == "family"


@pytest.mark.parametrize("role", NARROW)
def test_a_shared_goal_is_read_and_not_touched(cast: Cast, role: str) -> None:
    mine = cast.adds_goal(title="Ro", challenge="Støj")
    every_order = [
        do.RewordGoal(goal_id=mine, field="title", text="x", was="Ro"),
        do.SetGoalArea(goal_id=mine, life_area="work"),
        do.MoveGoal(goal_id=mine),
        do.ReachGoal(goal_id=mine),
        do.ReopenGoal(goal_id=mine),
        do.RemoveGoal(goal_id=mine),
        do.ShareGoal(goal_id=mine, member_id=cast.members["supporter"]),
        do.UnshareGoal(goal_id=mine, member_id=cast.members["supporter"]),
    ]
    for command in every_order:
        finds_nothing(cast, role, command)
    cast.does("citizen", do.ShareGoal(goal_id=mine, member_id=cast.members[role]))
    assert goal(cast, mine, role).challenge == ""
    for command in every_order:
        refused(cast, role, command)
