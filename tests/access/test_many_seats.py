"""Asked for together, everybody gets the seat they would get alone, and nobody another's."""

from datetime import timedelta

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.models import Person
from backend.plans import access, commands
from backend.plans.models import Share
from backend.plans.reads import following
from tests.cast import Cast, gather

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return gather()


def alone(cast: Cast, person_id: int) -> access.Seat | None:
    try:
        return access.seat_for(person_id=person_id, plan_id=cast.plan_id)
    except NotHere:
        return None


def test_everybody_gets_their_own_seat_and_who_has_none_is_not_among_them(cast: Cast) -> None:
    cast.sits_down("karim", "Karim Sand")
    cast.sits_down("paused", "Pia Pause")
    cast.sits_down("ended", "Erna Ende")
    with_carl, with_dorte, until_then = (cast.adds_step(title=f"Trin {n}") for n in ("et", "to", "tre"))
    goal = cast.adds_goal()
    cast.shares(with_carl)
    cast.shares(with_dorte, "professional")
    cast.shares(until_then, "karim")
    cast.does("citizen", commands.ShareGoal(goal_id=goal, member_id=cast.members["professional"]))
    for key in ("paused", "ended"):
        cast.shares(with_carl, key)
    Share.objects.filter(step_id=until_then).update(until=clock.today() - timedelta(days=1))
    cast.does("citizen", commands.PauseMember(member_id=cast.members["paused"]))
    cast.does("citizen", commands.EndMember(member_id=cast.members["ended"]))
    meeting_id = cast.meets("supporter")

    everybody = [cast.person_of(key).pk for key in (*cast.members, "stranger")]
    seats = access.seats_at(cast.plan_id, everybody)
    assert seats == {person_id: seat for person_id in everybody if (seat := alone(cast, person_id))}
    of = {key: seats.get(cast.person_of(key).pk) for key in (*cast.members, "stranger")}
    assert [key for key, seat in of.items() if seat is None] == ["paused", "ended", "stranger"]
    carl, dorte, karim = of["supporter"], of["professional"], of["karim"]
    assert carl and dorte and karim
    assert [seat.steps for seat in (carl, dorte, karim)] == [{with_carl}, {with_dorte}, frozenset()]
    assert [seat.goals for seat in (carl, dorte, karim)] == [frozenset(), {goal}, frozenset()]
    assert carl.meeting and carl.meeting.id == meeting_id
    assert (dorte.meeting, karim.meeting) == (None, None)


def test_a_consultant_without_the_role_has_no_seat_in_either_form(cast: Cast) -> None:
    Person.objects.filter(pk=cast.consultant.pk).update(staff_role="leader")
    assert alone(cast, cast.consultant.pk) is None
    assert access.seats_at(cast.plan_id, [cast.consultant.pk, cast.citizen.pk]).keys() == {cast.citizen.pk}
    assert access.places_of(person_id=cast.consultant.pk) == []
    assert cast.consultant.pk not in {seat.person_id for seat in following.seats_at(cast.plan_id)}


def test_whoever_was_not_asked_for_is_not_told_of(cast: Cast) -> None:
    assert set(access.seats_at(cast.plan_id, [cast.supporter.pk])) == {cast.supporter.pk}
    assert access.seats_at(cast.plan_id, [cast.stranger.pk]) == {}
    assert access.seats_at(cast.plan_id + 1, [cast.supporter.pk]) == {}


def test_who_has_a_place(cast: Cast) -> None:
    cast.does("citizen", commands.PauseMember(member_id=cast.members["supporter"]))
    assert access.people_at(cast.plan_id) == {cast.citizen.pk, cast.consultant.pk, cast.professional.pk}
