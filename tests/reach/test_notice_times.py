"""Hours of nudges: quiet ones, gathered ones, both changes of the clock, ends of months and years."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backend.common import clock
from backend.reach import times

MOMENTS = st.datetimes(datetime(2025, 12, 20), datetime(2027, 1, 10), timezones=st.just(UTC))  # noqa: DTZ001
MINUTES = st.times().map(lambda hour: hour.replace(second=0, microsecond=0))
SKIPPED, TWICE = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, 15, tzinfo=UTC)


def on_the_wall(moment: datetime) -> time:
    return moment.astimezone(clock.COPENHAGEN).time()


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=clock.COPENHAGEN)


@pytest.mark.parametrize(
    ("moment", "then"),
    [
        ("2026-11-23 20:59", "2026-11-23 20:59"),
        ("2026-11-23 21:00", "2026-11-24 08:00"),
        ("2026-11-24 07:59", "2026-11-24 08:00"),
        ("2026-11-24 08:00", "2026-11-24 08:00"),
        ("2026-03-28 22:00", "2026-03-29 08:00"),  # a night of nine hours' quiet
        ("2026-10-24 22:00", "2026-10-25 08:00"),  # and of eleven
        ("2026-12-31 23:00", "2027-01-01 08:00"),
    ],
)
def test_what_comes_in_the_quiet_hours_waits_for_the_morning(moment: str, then: str) -> None:
    assert times.after_quiet(here(moment), time(21), time(8)) == here(then)


@given(MOMENTS, MINUTES, MINUTES)
@example(SKIPPED - timedelta(minutes=5), time(1), time(2, 30))
@example(TWICE, time(21), time(2, 30))
def test_nothing_is_ever_due_in_the_quiet_hours_nor_a_day_late(moment: datetime, start: time, end: time) -> None:
    then = times.after_quiet(moment, start, end)
    assert not times.is_quiet(then, start, end)
    assert moment <= then <= moment + timedelta(hours=25)
    assert then == moment or times.is_quiet(moment, start, end)


@given(MOMENTS, MINUTES)
@example(SKIPPED - timedelta(minutes=5), time(2, 30))
@example(TWICE, time(2, 30))
def test_once_a_day_is_at_that_hour_within_a_day(moment: datetime, hour: time) -> None:
    then = times.next_at(moment, hour)
    assert moment <= then <= moment + timedelta(hours=25)
    is_skipped = clock.day_of(then) == date(2026, 3, 29) and hour.hour == 2
    assert on_the_wall(then) == (hour.replace(hour=3) if is_skipped else hour)


@given(st.dates(date(2025, 12, 1), date(2028, 3, 31)))
def test_reminders_have_their_hour_whatever_the_month_and_the_clock(day: date) -> None:
    before, morning = times.day_before(day), times.on_the_day(day)
    assert (clock.day_of(before), on_the_wall(before)) == (day - timedelta(days=1), time(17))
    assert (clock.day_of(morning), on_the_wall(morning)) == (day, time(9))
    assert times.tomorrow(before) == morning
