"""The people behind the demo page's buttons."""

from datetime import timedelta

import pytest

from backend.common import clock
from backend.demo import cast
from backend.people.models import Person
from backend.plans import access, room
from backend.plans.access import Seat
from backend.plans.models import Entry
from backend.plans.reads.board import Board, read_board
from backend.plans.reads.life_goal import read_life_goals
from backend.plans.reads.strengths import read_strengths

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def _seat(role: str) -> Seat:
    return access.seat_for(person_id=cast.main_cast()[role], plan_id=cast.main_plan_id())


def _board() -> Board:
    return read_board(_seat("citizen"))


@pytest.mark.parametrize("role", ["citizen", "consultant", "supporter", "professional"])
def test_the_main_cast_share_one_plan(role: str) -> None:
    assert _seat(role).role == role


@pytest.mark.parametrize("role", ["leader", "administrator"])
def test_leader_and_administrator_have_no_plan(role: str) -> None:
    person = Person.objects.get(pk=cast.main_cast()[role])
    assert person.staff_role == role
    assert access.places_of(person_id=person.pk) == []


def test_the_main_plan_is_rich_but_readable() -> None:
    board, strengths = _board(), read_strengths(_seat("citizen"))
    assert 8 <= len(board.cards) <= 14
    assert sum(goal.part_of is None for goal in board.goals) == 3
    assert any(goal.part_of for goal in board.goals)
    assert len(strengths.accepted) == 5 and len(strengths.suggested) == 1
    assert len(read_life_goals(_seat("citizen"))) == 3


def test_the_main_plan_shows_what_a_plan_can_be() -> None:
    cards = _board().cards
    assert any(card.waits == "my_yes" for card in cards)
    assert any(card.due == clock.today() and card.status == "doing" for card in cards)
    assert any(voice.answer == "disagreed" for card in cards for voice in card.voices)
    assert {card.status for card in cards} >= {"wish", "agreed", "doing", "done"}


def test_supporter_and_professional_see_their_part_only() -> None:
    whole = len(_board().cards)
    for role in ("supporter", "professional"):
        assert 3 <= len(read_board(_seat(role)).cards) < whole


def test_the_wall_opens_once_and_shows_what_is_let_into_the_room() -> None:
    screen_id, plan_id = cast.open_wall()
    entries = Entry.objects.count()
    assert cast.open_wall() == (screen_id, plan_id)
    assert Entry.objects.count() == entries
    seat = room.seat_for_screen(screen_id=screen_id, plan_id=plan_id)
    board = read_board(seat)
    assert board.life_goal.words and len(board.cards) >= 8


def test_a_wall_that_went_dark_is_followed_by_another() -> None:
    first, _plan = cast.open_wall()
    with clock.standing_at(clock.now() + timedelta(hours=13)):
        second, _plan = cast.open_wall()
    assert second != first


def test_everyone_is_on_the_demo_page_by_role() -> None:
    groups = {group.role: group.people for group in cast.everyone()}
    assert {role: people[0].person_id for role, people in groups.items()} == cast.main_cast()
    assert len(groups["citizen"]) == 45 and len(groups["consultant"]) == 3
    assert len(groups["supporter"]) > 40 and len(groups["professional"]) == 14
    assert all(one.name and one.line for people in groups.values() for one in people)
    assert all(one.plan_id for role in ("citizen", "supporter", "professional") for one in groups[role])
