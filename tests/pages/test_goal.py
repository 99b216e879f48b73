"""A goal is written down, reworded, moved, shared, reached and removed by plain forms, from its own sheet."""

from uuid import UUID

import pytest
from django.test import Client

from backend.plans import commands as do
from backend.plans.reads.board import GoalView, read_board
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import Page, read


@pytest.fixture
def citizen(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.citizen)


def sheet(cast: Cast, client: Client, goal_id: UUID) -> Page:
    return read(client, f"/plans/{cast.plan_id}/goals/{goal_id}/")


def goals(cast: Cast) -> tuple[GoalView, ...]:
    return read_board(cast.seat("citizen")).goals


def test_a_goal_is_written_down_with_one_form(cast: Cast, citizen: Client) -> None:
    page = read(citizen, f"/plans/{cast.plan_id}/goals/new/")
    answer = page.form("add_goal").send(citizen, title="Sove om natten", life_area="health", community="Svømmeklubben")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/plans/{cast.plan_id}/")
    (goal,) = goals(cast)
    assert (goal.title, goal.life_area, goal.community) == ("Sove om natten", "health", "Svømmeklubben")


def test_seven_areas_of_life_are_offered_and_none_is_chosen_for_anyone(cast: Cast, citizen: Client) -> None:
    html = citizen.get(f"/plans/{cast.plan_id}/goals/new/").content.decode()
    assert html.count('name="life_area"') == 7
    assert 'name="life_area" value="work" required checked' not in html


def test_a_milestone_is_written_from_its_goal(cast: Cast, citizen: Client) -> None:
    goal_id = cast.adds_goal()
    assert f"/plans/{cast.plan_id}/goals/new/?part_of={goal_id}" in sheet(cast, citizen, goal_id).links
    page = read(citizen, f"/plans/{cast.plan_id}/goals/new/?part_of={goal_id}")
    page.form("add_goal").send(citizen, title="Få en ny seng", life_area="home")
    (part,) = [goal for goal in goals(cast) if goal.part_of]
    assert part.part_of == goal_id
    assert "Få en ny seng" in sheet(cast, citizen, goal_id).words


def test_a_milestone_of_a_milestone_is_not_offered(cast: Cast, citizen: Client) -> None:
    part = cast.adds_goal(part_of=cast.adds_goal())
    assert not [link for link in sheet(cast, citizen, part).links if "part_of" in link]


@pytest.mark.parametrize("field", ["title", "community", "challenge"])
def test_its_words_are_rewritten_from_what_stood_there(cast: Cast, citizen: Client, field: str) -> None:
    goal_id = cast.adds_goal(community="Koret", challenge="Jeg sover dårligt")
    form = sheet(cast, citizen, goal_id).form("reword_goal", field=field)
    assert form.fields["text"] == form.fields["was"]
    form.send(citizen, text="Noget nyt")
    assert getattr(goals(cast)[0], field) == "Noget nyt"


def test_it_is_reached_and_taken_up_again(cast: Cast, citizen: Client) -> None:
    goal_id = cast.adds_goal()
    sheet(cast, citizen, goal_id).form("reach_goal").send(citizen)
    assert "Nået i dag" in sheet(cast, citizen, goal_id).words
    sheet(cast, citizen, goal_id).form("reopen_goal").send(citizen)
    assert goals(cast)[0].state == "now"


def test_it_moves_down_and_up_the_way(cast: Cast, citizen: Client) -> None:
    first, second, third = (cast.adds_goal(title=title) for title in ("Et", "To", "Tre"))
    sheet(cast, citizen, first).form("move_goal").send(citizen)
    assert [goal.id for goal in goals(cast)] == [second, first, third]
    sheet(cast, citizen, third).form("move_goal").send(citizen)
    assert [goal.id for goal in goals(cast)] == [second, third, first]


def test_it_is_shared_with_one_person_and_no_longer(cast: Cast, citizen: Client, signed_in: SignedIn) -> None:
    goal_id = cast.adds_goal(challenge="Det svære her")
    member = str(cast.members["supporter"])
    sheet(cast, citizen, goal_id).form("share_goal", member_id=member).send(citizen)
    supporter = signed_in(cast.supporter)
    page = sheet(cast, supporter, goal_id)
    assert "Mere ro på" in page.words
    assert "Det svære her" not in page.words
    assert not [form for form in page.forms if form.action.endswith("/changes/")]
    sheet(cast, citizen, goal_id).form("unshare_goal", member_id=member).send(citizen)
    assert supporter.get(f"/plans/{cast.plan_id}/goals/{goal_id}/").status_code == 404


def test_it_is_let_into_the_room_and_hidden_again(cast: Cast, citizen: Client) -> None:
    goal_id = cast.adds_goal()
    sheet(cast, citizen, goal_id).form("show_in_room").send(citizen)
    assert "Mere ro på" in read(citizen, f"/plans/{cast.plan_id}/screen/").words
    sheet(cast, citizen, goal_id).form("hide_from_room").send(citizen)
    assert "Mere ro på" not in read(citizen, f"/plans/{cast.plan_id}/screen/").words


def test_removing_it_leads_to_where_it_can_be_undone(cast: Cast, citizen: Client) -> None:
    goal_id = cast.adds_goal()
    answer = sheet(cast, citizen, goal_id).form("remove_goal").send(citizen)
    assert not goals(cast)
    read(citizen, answer.headers["Location"])
    read(citizen, f"/plans/{cast.plan_id}/me/").form("restore_goal").send(citizen)
    assert goals(cast)


def test_back_from_there_leads_to_its_way_back(cast: Cast, citizen: Client, signed_in: SignedIn) -> None:
    goal_id = cast.adds_goal()
    sheet(cast, citizen, goal_id).form("remove_goal").send(citizen)
    there = f"/plans/{cast.plan_id}/goals/{goal_id}/"
    assert signed_in(cast.supporter).get(there).status_code == 404
    gone = read(citizen, there)
    assert "Mere ro på" in gone.words
    assert gone.form("restore_goal").send(citizen).headers["Location"] == there
    assert goals(cast)


def test_the_consultant_may_not_touch_the_citizens_words(cast: Cast, signed_in: SignedIn) -> None:
    page = sheet(cast, signed_in(cast.consultant), cast.adds_goal(community="Koret"))
    kinds = {form.fields.get("kind") for form in page.forms}
    assert not kinds & {"share_goal", "show_in_room", "remove_goal"}
    assert "move_goal" in kinds or "reach_goal" in kinds


@pytest.mark.parametrize("role", ["supporter", "professional", "stranger"])
def test_those_who_may_not_write_goals_find_no_page_for_it(cast: Cast, signed_in: SignedIn, role: str) -> None:
    assert signed_in(getattr(cast, role)).get(f"/plans/{cast.plan_id}/goals/new/").status_code == 404


def test_what_was_learned_on_the_way_stands_where_the_goal_is_written_anew(cast: Cast, signed_in: SignedIn) -> None:
    goal_id = cast.adds_goal()
    step_id = cast.adds_step(title="Ring til banken", goal_id=goal_id)
    cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    cast.does("citizen", do.RewordStep(step_id=step_id, field="learned", text="Formiddagen er bedst", was=""))
    cast.does("citizen", do.ShareGoal(goal_id=goal_id, member_id=cast.members["supporter"]))
    for role, heading in (("citizen", "Det har du lært på vejen"), ("consultant", "Det har Amina lært på vejen")):
        words = sheet(cast, signed_in(cast.person_of(role)), goal_id).words
        assert heading in words and "Formiddagen er bedst" in words
    words = sheet(cast, signed_in(cast.supporter), goal_id).words
    assert "Ring til banken" in words and "Formiddagen er bedst" not in words


def test_where_a_goal_leads_is_one_tap_from_the_community(cast: Cast, citizen: Client, signed_in: SignedIn) -> None:
    goal_id, there = cast.adds_goal(community="Svømmeklubben"), f"/plans/{cast.plan_id}/communities/"
    cast.does("citizen", do.ShareGoal(goal_id=goal_id, member_id=cast.members["supporter"]))
    for reader in (citizen, signed_in(cast.supporter)):
        assert there in sheet(cast, reader, goal_id).links
        assert "Svømmeklubben" in read(reader, there).words
    assert there not in sheet(cast, citizen, cast.adds_goal(title="Sove godt")).links
