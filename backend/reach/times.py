"""When somebody may be nudged: hours of the day where the citizens live, right on the days the clocks change, too."""

from datetime import UTC, date, datetime, time, timedelta

from backend.common import clock

MORNING, EVENING = time(9), time(17)
DAY = timedelta(days=1)


def moment_on(day: date, hour: time) -> datetime:
    """That hour of that day in Copenhagen, in UTC.

    An hour that the clocks skip in March is the one after; of an hour that comes twice in October it is the first.
    """
    return datetime.combine(day, hour, tzinfo=clock.COPENHAGEN).astimezone(UTC)


def next_at(moment: datetime, hour: time) -> datetime:
    """The first time from `moment` on that the clock on the wall shows that hour."""
    today = clock.day_of(moment)
    again = datetime.combine(today, hour, tzinfo=clock.COPENHAGEN).replace(fold=1).astimezone(UTC)
    comes_twice = again > moment_on(today, hour)
    may_be = [moment_on(today, hour), *([again] if comes_twice else []), moment_on(today + DAY, hour)]
    return next(one for one in may_be if one >= moment)


def is_quiet(moment: datetime, quiet_from: time, quiet_to: time) -> bool:
    """Within the quiet hours, which may go past midnight; their last moment is not quiet any more."""
    hour = moment.astimezone(clock.COPENHAGEN).time()
    if quiet_from <= quiet_to:
        return quiet_from <= hour < quiet_to
    return hour >= quiet_from or hour < quiet_to


def after_quiet(moment: datetime, quiet_from: time, quiet_to: time) -> datetime:
    """The first moment, from this one on, that is not quiet."""
    return next_at(moment, quiet_to) if is_quiet(moment, quiet_from, quiet_to) else moment


def day_before(day: date) -> datetime:
    """When one is reminded of what is on that day: the evening before."""
    return moment_on(day - DAY, EVENING)


def on_the_day(day: date) -> datetime:
    """When one is reminded in the morning of the day itself."""
    return moment_on(day, MORNING)


def tomorrow(moment: datetime) -> datetime:
    """The next morning."""
    return on_the_day(clock.day_of(moment) + DAY)
