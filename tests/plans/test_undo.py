"""What is removed can be brought back for fifteen minutes, by whoever might remove it and still sees it."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.board import read_board
from backend.plans.reads.removed import LEFT, read_removed
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused

LATER = timedelta(minutes=15, seconds=1)


def undone(cast: Cast, role: str) -> list[str]:
    return [removed.title for removed in read_removed(cast.seat(role))]


def test_whatever_goes_by_a_command_is_looked_for() -> None:
    gone = {one.told for one in do.COMMANDS.values() if one.told.endswith(("_removed", "_cancelled"))}
    assert gone - LEFT.keys() == {"agenda_item_removed"}, "that one stands in its own meeting"


def test_a_step_comes_back_as_it_was(cast: Cast) -> None:
    step_id = cast.adds_step(title="Ring", words="Ord")
    cast.shares(step_id)
    before = read_board(cast.seat("supporter")).cards[0].title
    cast.does("citizen", do.RemoveStep(step_id=step_id))
    for role in ("citizen", "consultant", "supporter"):
        assert read_board(cast.seat(role)).cards == ()
    assert undone(cast, "citizen") == ["Ring"]
    cast.does("citizen", do.RestoreStep(step_id=step_id))
    assert read_board(cast.seat("supporter")).cards[0].title == before
    assert undone(cast, "citizen") == []


def test_a_goal_comes_back_with_its_steps_and_its_sharing(cast: Cast) -> None:
    goal = cast.adds_goal(title="Ro")
    step_id = cast.adds_step(goal_id=goal)
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.members["supporter"]))
    cast.does("citizen", do.RemoveGoal(goal_id=goal))
    assert read_board(cast.seat("supporter")).cards == ()
    assert [card.goal_id for card in read_board(cast.seat("citizen")).cards] == [None]
    cast.does("citizen", do.RestoreGoal(goal_id=goal))
    assert [card.id for card in read_board(cast.seat("supporter")).cards] == [step_id]
    assert [goal.title for goal in read_board(cast.seat("supporter")).goals] == ["Ro"]


def test_after_fifteen_minutes_it_is_too_late(cast: Cast) -> None:
    things = _one_of_each(cast)
    with clock.standing_at(clock.now() + LATER):
        for restore in things:
            refused(cast, "citizen", restore, "too_late")
        assert undone(cast, "citizen") == []


def test_until_then_it_is_not(cast: Cast) -> None:
    things = _one_of_each(cast)
    assert sorted(undone(cast, "citizen")) == ["Bo", "Mål", "Ord", "Skridt", "Styrke"]
    with clock.standing_at(clock.now() + LATER - timedelta(minutes=1)):
        for restore in things:
            cast.does("citizen", restore)


def _one_of_each(cast: Cast) -> list[do.Command]:
    """Removes a step, a goal, a remark, a strength and somebody on the map; returns what brings them back."""
    step_id, other, goal, remark, strength, kin = (new_id() for _ in range(6))
    for command in (
        do.AddStep(step_id=step_id, title="Skridt"),
        do.AddStep(step_id=other, title="Andet"),
        do.AddGoal(goal_id=goal, title="Mål", life_area="home"),
        do.RemarkOnStep(remark_id=remark, step_id=other, words="Ord"),
        do.SuggestStrength(strength_id=strength, words="Styrke"),
        do.AddNetworkMember(network_member_id=kin, name="Bo", relation="kin"),
        do.RemoveStep(step_id=step_id),
        do.RemoveGoal(goal_id=goal),
        do.RemoveRemark(remark_id=remark),
        do.RemoveStrength(strength_id=strength),
        do.RemoveNetworkMember(network_member_id=kin),
    ):
        cast.does("citizen", command)
    return [
        do.RestoreStep(step_id=step_id),
        do.RestoreGoal(goal_id=goal),
        do.RestoreRemark(remark_id=remark),
        do.RestoreStrength(strength_id=strength),
        do.RestoreNetworkMember(network_member_id=kin),
    ]


def test_the_consultant_removes_only_what_holds_none_of_the_citizens_words(cast: Cast) -> None:
    mine, goal = cast.adds_step(), cast.adds_goal()
    refused(cast, "consultant", do.RemoveStep(step_id=mine))
    refused(cast, "consultant", do.RemoveGoal(goal_id=goal))
    theirs = cast.adds_step("consultant")
    cast.does("consultant", do.RemoveStep(step_id=theirs))
    cast.does("consultant", do.RestoreStep(step_id=theirs))
    cast.does("citizen", do.RewordStep(step_id=theirs, field="words", text="Det betyder noget for mig", was=""))
    refused(cast, "consultant", do.RemoveStep(step_id=theirs))


def test_a_supporter_takes_back_a_suggestion_until_the_citizen_has_said_yes(cast: Cast) -> None:
    suggestion = cast.adds_step("supporter", "Gå en tur")
    cast.does("supporter", do.RemoveStep(step_id=suggestion))
    assert undone(cast, "supporter") == ["Gå en tur"]
    cast.does("supporter", do.RestoreStep(step_id=suggestion))
    cast.does("citizen", do.GiveVoice(step_id=suggestion, answer="agreed"))
    refused(cast, "supporter", do.RemoveStep(step_id=suggestion))


def test_what_a_supporter_cannot_see_does_not_come_back_by_them(cast: Cast) -> None:
    suggestion = cast.adds_step("supporter", "Gå en tur")
    cast.does("citizen", do.UnshareStep(step_id=suggestion, member_id=cast.members["supporter"]))
    cast.does("citizen", do.RemoveStep(step_id=suggestion))
    finds_nothing(cast, "supporter", do.RestoreStep(step_id=suggestion))
    assert undone(cast, "supporter") == []
    assert undone(cast, "consultant") == ["Gå en tur"]


@pytest.mark.parametrize("late", [timedelta(0), LATER])
def test_hidden_removed_and_unknown_look_the_same_to_a_supporter(cast: Cast, late: timedelta) -> None:
    hidden, step_id, remark = cast.adds_step(), cast.adds_step(), new_id()
    cast.shares(step_id)
    cast.does("citizen", do.RemarkOnStep(remark_id=remark, step_id=step_id, words="Kun os"))
    cast.does("citizen", do.RemoveStep(step_id=hidden))
    cast.does("citizen", do.RemoveRemark(remark_id=remark))
    with clock.standing_at(clock.now() + late):
        for unseen in (hidden, new_id()):
            finds_nothing(cast, "supporter", do.RestoreStep(step_id=unseen))
        for unseen in (remark, new_id()):
            finds_nothing(cast, "supporter", do.RestoreRemark(remark_id=unseen))


def test_what_is_there_is_not_brought_back(cast: Cast) -> None:
    step_id, goal = cast.adds_step(), cast.adds_goal()
    finds_nothing(cast, "citizen", do.RestoreStep(step_id=step_id))
    finds_nothing(cast, "citizen", do.RestoreGoal(goal_id=goal))
    refused(cast, "supporter", do.RestoreGoal(goal_id=goal))


def test_nothing_happens_to_what_is_removed(cast: Cast) -> None:
    step_id, goal = cast.adds_step(), cast.adds_goal()
    cast.does("citizen", do.RemoveStep(step_id=step_id))
    cast.does("citizen", do.RemoveGoal(goal_id=goal))
    finds_nothing(cast, "citizen", do.MoveStep(step_id=step_id, status="done"))
    finds_nothing(cast, "citizen", do.RemoveStep(step_id=step_id))
    finds_nothing(cast, "citizen", do.ReachGoal(goal_id=goal))
    finds_nothing(cast, "citizen", do.AddGoal(goal_id=new_id(), title="x", life_area="home", part_of=goal))


def test_a_restored_promise_that_its_owner_sees_no_more_is_nobodys(cast: Cast) -> None:
    goal = cast.adds_goal()
    step_id: UUID = cast.adds_step(goal_id=goal)
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.members["supporter"]))
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=cast.members["supporter"]))
    cast.does("citizen", do.RemoveStep(step_id=step_id))
    cast.does("citizen", do.UnshareGoal(goal_id=goal, member_id=cast.members["supporter"]))
    cast.does("citizen", do.RestoreStep(step_id=step_id))
    assert read_board(cast.seat("citizen")).cards[0].who is None
