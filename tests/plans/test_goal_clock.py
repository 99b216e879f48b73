"""How long it takes from a changed goal until it is seen and the plan follows: in days, by journal and looks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans import visits
from backend.plans.open import open_plan
from backend.plans.reads.goal_clock import GoalClock, days_from, read_goal_clocks, read_not_picked_up
from backend.plans.reads.step_clock import passed_at
from tests.cast import Cast, person

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


@contextmanager
def later(days: float) -> Iterator[None]:
    """So many days after that Monday."""
    with clock.standing_at(MONDAY + timedelta(days=days)):
        yield


def looks(cast: Cast, days: float, what: str = "plan", role: str = "consultant") -> None:
    with later(days):
        visits.note(cast.seat(role), what=what)


def dreams(cast: Cast, days: float, words: str, was: str = "") -> None:
    with later(days):
        cast.does("citizen", do.WriteLifeGoal(words=words, was=was))


def read(cast: Cast, days: float = 30, role: str = "citizen") -> list[GoalClock]:
    with later(days):
        return list(read_goal_clocks(cast.seat(role)))


def not_picked_up(cast: Cast, days: float = 30) -> list[GoalClock]:
    with later(days):
        return list(read_not_picked_up(cast.consultant.pk)[cast.plan_id])


def test_a_new_dream_is_seen_and_then_the_plan_follows(cast: Cast) -> None:
    dreams(cast, 0, "Et arbejde")
    looks(cast, 1)
    looks(cast, 2)
    with later(4):
        cast.adds_goal("consultant")
    [one] = read(cast)
    assert (one.what, one.on, one.seen_after, one.followed_after, one.is_first) == (
        "life_goal",
        date(2026, 11, 2),
        1,
        4,
        True,
    )


def test_what_has_not_been_is_not_said(cast: Cast) -> None:
    dreams(cast, 0, "Et arbejde")
    [one] = read(cast, 3)
    with later(3):
        assert (one.seen_after, one.followed_after, one.waited) == (None, None, 3)


def test_each_version_has_its_own_clock_newest_first(cast: Cast) -> None:
    dreams(cast, 0, "Et arbejde")
    looks(cast, 0.2)
    with later(0.3):
        cast.adds_step()
    dreams(cast, 10, "Et arbejde med dyr", "Et arbejde")
    looks(cast, 12)
    newest, first = read(cast)
    assert (newest.seen_after, newest.followed_after, newest.is_first) == (2, None, False)
    assert (first.seen_after, first.followed_after, first.is_first) == (0, 0, True)


def test_only_a_look_by_the_consultant_where_the_dream_stands_is_seen(cast: Cast) -> None:
    dreams(cast, 0, "Et arbejde")
    looks(cast, 1, "conversation")
    looks(cast, 1, "plan", "supporter")
    assert read(cast)[0].seen is None
    looks(cast, 2, "life_goal")
    assert read(cast)[0].seen_after == 2


def test_the_consultant_who_opens_it_sees_it_now(cast: Cast) -> None:
    dreams(cast, 0, "Et arbejde")
    assert read(cast, 3, "consultant")[0].seen_after == 3
    assert read(cast, 3, "citizen")[0].seen_after is None


def test_a_plan_that_is_lived_has_not_followed_and_nor_has_a_guests_word(cast: Cast) -> None:
    with later(-1):
        step_id = cast.adds_step()
    dreams(cast, 0, "Et arbejde")
    with later(1):
        cast.does("citizen", do.MoveStep(step_id=step_id, status="doing"))
        cast.does("supporter", do.AddStep(step_id=new_id(), title="Gå en tur"))
        cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    assert read(cast)[0].followed is None
    with later(5):
        cast.does("citizen", do.MoveStep(step_id=step_id, status="paused"))
    assert read(cast)[0].followed_after == 5


def test_a_step_that_was_given_up_starts_a_clock_too(cast: Cast) -> None:
    with later(0):
        step_id = cast.adds_step(title="Begynd på kurset")
        cast.does("citizen", do.MoveStep(step_id=step_id, status="dropped"))
    looks(cast, 2, "step")
    [one] = read(cast)
    assert (one.what, one.title, one.seen_after, one.followed) == ("step_dropped", "Begynd på kurset", 2, None)
    assert [clock_.what for clock_ in not_picked_up(cast)] == ["step_dropped"]
    with later(6):
        cast.adds_step()
    assert read(cast)[0].followed_after == 6
    assert not not_picked_up(cast)


def test_a_step_whose_day_has_passed_starts_one_at_the_midnight_that_ended_it(cast: Cast) -> None:
    with later(0):
        step_id = cast.adds_step(title="Ring til banken", due=date(2026, 11, 3), responsible=cast.members["citizen"])
        cast.does("citizen", do.MoveStep(step_id=step_id, status="agreed"))
    with clock.standing_at(datetime(2026, 11, 3, 22, 59, tzinfo=UTC)):
        visits.note(cast.seat("consultant"), what="plan")
        assert not read_goal_clocks(cast.seat("citizen"))
    with clock.standing_at(datetime(2026, 11, 3, 23, 1, tzinfo=UTC)):
        [one] = read_goal_clocks(cast.seat("citizen"))
        assert (one.what, one.on, one.seen) == ("step_overdue", date(2026, 11, 3), None)
        visits.note(cast.seat("consultant"), what="plan")
        assert read_goal_clocks(cast.seat("citizen"))[0].seen_after == 1
    with later(3):
        cast.does("citizen", do.SetDue(step_id=step_id, due=date(2026, 12, 20)))
    [one] = read(cast)
    assert (one.what, one.on, one.seen_after, one.followed_after, one.is_done) == (
        "step_overdue",
        date(2026, 11, 3),
        1,
        2,
        False,
    )


def test_what_is_not_picked_up_is_told_until_the_plan_follows_or_half_a_year_has_passed(cast: Cast) -> None:
    assert not_picked_up(cast) == []
    dreams(cast, 0, "Et arbejde")
    assert [(one.what, one.seen) for one in not_picked_up(cast)] == [("life_goal", None)]
    looks(cast, 1)
    assert not_picked_up(cast)[0].seen_after == 1
    assert not_picked_up(cast, 181) == []
    with later(2):
        cast.adds_goal("citizen")
    assert not_picked_up(cast) == []
    dreams(cast, 5, "Et arbejde med dyr", "Et arbejde")
    assert [one.on for one in not_picked_up(cast)] == [date(2026, 11, 7)]


def test_many_plans_cost_two_queries_and_another_consultants_are_not_told(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    dreams(cast, 0, "Et arbejde")
    others = [
        open_plan(citizen=person(f"citizen-{at}", "Bo Bang"), consultant=consultant, protected=False)
        for at, consultant in enumerate((cast.consultant, person("another", "Lis Lund", staff_role="consultant")))
    ]
    with later(1), django_assert_num_queries(2):
        found = read_not_picked_up(cast.consultant.pk)
    assert {plan_id: len(some) for plan_id, some in found.items()} == {cast.plan_id: 1, others[0]: 0}


@pytest.mark.parametrize("role", ["supporter", "professional", "screen"])
def test_it_is_between_the_two(cast: Cast, role: str) -> None:
    with pytest.raises(NotHere):
        read_goal_clocks(cast.seat(role))


NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.builds(lambda seconds: NEW_YEAR + timedelta(seconds=seconds), st.integers(0, 365 * 86_400))
# Where days have 23 and 25 hours, and round the midnights beside them.
CHANGES = st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)])
NEAR = st.builds(lambda at, minutes: at + timedelta(minutes=minutes), CHANGES, st.integers(-3000, 3000))


@given(MOMENTS | NEAR, MOMENTS | NEAR)
def test_days_are_those_of_the_calendar(one: datetime, other: datetime) -> None:
    """As many as midnights lie between, whatever the hours of those days were."""
    first, last = sorted([one.astimezone(UTC), other.astimezone(UTC)])
    days = days_from(clock.day_of(first), clock.day_of(last))
    local = first.astimezone(ZoneInfo("Europe/Copenhagen"))
    midnights = 0
    while passed_at(local.date() + timedelta(days=midnights)) <= last:
        midnights += 1
    assert days == midnights


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_day_has_passed_when_the_next_begins(day: date) -> None:
    end = passed_at(day).astimezone(UTC)
    assert clock.day_of(end) == day + timedelta(days=1)
    assert clock.day_of(end - timedelta(microseconds=1)) == day
