"""Who carried the steps over time: counted by season, told to citizen and consultant alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.plans import commands as do
from backend.plans.reads.carried import SEASONS, SeasonView, read_carried, season_of
from tests.cast import Cast

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def does(cast: Cast, on: datetime, *, carried: str = "", status: str = "done") -> None:
    """A step that the citizen wrote, and closed on that day."""
    with clock.standing_at(on):
        step_id = cast.adds_step("citizen")
        cast.does("citizen", do.MoveStep(step_id=step_id, status=status))  # type: ignore[arg-type]
        if carried:
            cast.does("citizen", do.SayCarried(step_id=step_id, carried_by=carried))  # type: ignore[arg-type]


def read(cast: Cast, role: str = "citizen", at: datetime = NOW) -> list[SeasonView]:
    with clock.standing_at(at):
        return list(read_carried(cast.seat(role)))


def test_each_season_counts_its_own_and_none_is_left_out(cast: Cast) -> None:
    for carried in ("alone", "together", "together", "others"):
        does(cast, datetime(2026, 4, 2, tzinfo=UTC), carried=carried)
    does(cast, datetime(2026, 10, 2, tzinfo=UTC), carried="alone")
    assert read(cast) == [
        SeasonView(date(2026, 3, 1), 1, 2, 1),
        SeasonView(date(2026, 6, 1), 0, 0, 0),
        SeasonView(date(2026, 9, 1), 1, 0, 0),
    ]
    assert read(cast, "consultant") == read(cast)


@pytest.mark.parametrize("role", ["supporter", "professional", "screen"])
def test_nobody_else_is_told(cast: Cast, role: str) -> None:
    does(cast, NOW, carried="alone")
    assert read(cast, role) == []


def test_of_what_nobody_said_or_is_not_done_nothing_is_counted(cast: Cast) -> None:
    does(cast, NOW)
    does(cast, NOW, status="paused")
    assert read(cast) == []


def test_what_is_taken_back_or_removed_counts_no_more(cast: Cast) -> None:
    does(cast, NOW, carried="alone")
    step_id = cast.adds_step("citizen")
    cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    with clock.standing_at(NOW):
        cast.does("citizen", do.SayCarried(step_id=step_id, carried_by="together"))
        cast.does("citizen", do.MoveStep(step_id=step_id, status="doing"))
        assert [one.steps for one in read_carried(cast.seat("citizen"))] == [1]


def test_a_season_begins_at_midnight_in_denmark(cast: Cast) -> None:
    does(cast, datetime(2026, 5, 31, 21, 59, tzinfo=UTC), carried="alone")
    does(cast, datetime(2026, 5, 31, 22, 0, tzinfo=UTC), carried="others")
    assert [(one.first, one.alone, one.others) for one in read(cast)[:2]] == [
        (date(2026, 3, 1), 1, 0), (date(2026, 6, 1), 0, 1),
    ]  # fmt: skip


def test_two_years_are_told_and_no_more(cast: Cast) -> None:
    does(cast, datetime(2024, 11, 30, 12, tzinfo=UTC), carried="alone")
    does(cast, datetime(2024, 12, 1, 12, tzinfo=UTC), carried="together")
    seasons = read(cast)
    assert (len(seasons), seasons[0].first, seasons[0].together) == (SEASONS, date(2024, 12, 1), 1)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_lies_in_the_season_that_began_last(day: date) -> None:
    first = season_of(day)
    while (day.month, day.day) not in {(month, 1) for month in (3, 6, 9, 12)}:
        day -= timedelta(days=1)
    assert first == day
