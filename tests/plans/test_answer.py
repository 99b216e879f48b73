"""When an answer can be expected: hours of the week, holidays, both changes of the clock, days away, who is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.people.hours import be_away, be_back, set_hours
from backend.people.models import CallNow, Organisation, Person
from backend.people.reads.hours import is_holiday, read_absences, read_opening
from backend.plans import commands as do
from backend.plans.reads.answer import Answer, read_answer
from citizen_app.opening_words import when_answered
from tests.cast import Cast, person
from tests.plans.saying_no import refused

WEEK = {day: (time(8), time(13) if day == 4 else time(16)) for day in range(5)}


@contextmanager
def at(text: str) -> Iterator[None]:
    """A moment in Copenhagen: "2026-11-23 09:00"."""
    with clock.standing_at(datetime.fromisoformat(text).replace(tzinfo=clock.COPENHAGEN)):
        yield


def told(cast: Cast, role: str = "citizen") -> Answer:
    answer = read_answer(cast.seat(role))
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23 09:00", "Bente er på arbejde nu, til kl. 16.00."),
        ("2026-11-23 07:59", "Bente har fri nu. Din besked bliver læst i dag kl. 08.00."),
        ("2026-11-23 16:00", "Bente har fri nu. Din besked bliver læst i morgen kl. 08.00."),
        ("2026-11-27 13:01", "Bente har fri nu. Din besked bliver læst på mandag kl. 08.00."),
        ("2026-12-23 16:30", "Bente har fri nu. Din besked bliver læst på mandag kl. 08.00."),  # Christmas
        ("2026-03-28 12:00", "Bente har fri nu. Din besked bliver læst på mandag kl. 08.00."),  # clocks go on
        ("2026-10-24 12:00", "Bente har fri nu. Din besked bliver læst på mandag kl. 08.00."),  # and back
        ("2026-04-01 16:30", "Bente har fri nu. Din besked bliver læst på tirsdag kl. 08.00."),  # Easter
    ],
)
def test_it_is_said_when_an_answer_comes(cast: Cast, moment: str, words: str) -> None:
    set_hours(cast.consultant.pk, WEEK)
    with at(moment):
        assert when_answered(told(cast)) == words


def test_without_hours_nothing_is_promised(cast: Cast) -> None:
    assert when_answered(told(cast)) == "Bente svarer, så snart det kan lade sig gøre."


def test_whoever_is_away_says_who_is_there_instead(cast: Cast) -> None:
    house = Organisation.objects.create(name="Havlunde Kommune", kind="municipality")
    Person.objects.filter(pk=cast.consultant.pk).update(organisation=house)
    colleague = person("gry", "Gry Vig", staff_role="consultant", organisation=house, phone="11 22 33 44")
    set_hours(cast.consultant.pk, WEEK)
    with at("2026-11-23 09:00"):
        be_away(cast.consultant.pk, first_day=date(2026, 11, 23), last_day=date(2026, 11, 25), stand_in=colleague.pk)
        answer = told(cast)
        assert when_answered(answer) == "Bente er væk til og med på onsdag. Imens kan du ringe til Gry Vig."
        assert answer.opening.opens == datetime(2026, 11, 26, 8, tzinfo=clock.COPENHAGEN)
        assert answer.opening.away is not None
        assert answer.opening.away.stand_in_phone == "11 22 33 44"
        be_back(cast.consultant.pk, answer.opening.away.id)
        assert when_answered(told(cast)).startswith("Bente er på arbejde nu")
    with pytest.raises(NotHere):
        be_back(cast.consultant.pk, answer.opening.away.id)
    with pytest.raises(NotHere):
        be_away(cast.consultant.pk, first_day=clock.today(), last_day=clock.today(), stand_in=cast.stranger.pk)


def test_days_away_are_in_order_and_not_over(cast: Cast) -> None:
    today = clock.today()
    for first, last in ((1, 0), (-3, -1), (0, 500)):
        with pytest.raises(Refused):
            days = {"first_day": today + timedelta(days=first), "last_day": today + timedelta(days=last)}
            be_away(cast.consultant.pk, stand_in=None, **days)
    with pytest.raises(Refused):
        set_hours(cast.consultant.pk, {0: (time(16), time(8))})
    assert not read_absences(cast.consultant.pk)


def test_calls_outside_the_hours_are_agreed_until_a_day(cast: Cast) -> None:
    until = clock.today() + timedelta(days=3)
    refused(cast, "citizen", do.AgreeOutOfHours(words="Altid", until=until), "not_allowed")
    refused(cast, "consultant", do.AgreeOutOfHours(words="Altid"), "bad_day")
    refused(cast, "consultant", do.AgreeOutOfHours(words="Altid", until=clock.today() - timedelta(days=1)), "bad_day")
    cast.does("consultant", do.AgreeOutOfHours(words="Til kl. 22 på 12 34 56 78", until=until))
    assert told(cast).out_of_hours == "Til kl. 22 på 12 34 56 78"
    with clock.standing_at(clock.now() + timedelta(days=4)):
        assert told(cast).out_of_hours == ""
    cast.does("consultant", do.AgreeOutOfHours())
    assert told(cast).out_of_hours == ""


def test_only_the_two_are_told(cast: Cast) -> None:
    for role in ("supporter", "professional", "screen"):
        with pytest.raises(NotHere):
            read_answer(cast.seat(role))


def test_whom_to_call_now_is_the_municipalitys_to_set(cast: Cast) -> None:
    CallNow.objects.create(name="Alarm", phone="112")
    CallNow.objects.create(name="Lukket linje", phone="1", valid_until=clock.today() - timedelta(days=1),
                           valid_from=date(2020, 1, 1))  # fmt: skip
    assert [one.phone for one in told(cast).numbers] == ["112"]


class AnyMoment(TestCase):
    """Whatever the hour: at work within the hours, else back at the beginning of some day's, never on a holiday."""

    @settings(max_examples=60, deadline=None)
    @given(st.datetimes(min_value=datetime.fromisoformat("2025-01-01"), max_value=datetime.fromisoformat("2028-12-31")))
    def test_the_next_hour_is_one_of_the_weeks(self, moment: datetime) -> None:
        who = person("bente", "Bente Krog", staff_role="consultant")
        set_hours(who.pk, WEEK)
        with clock.standing_at(moment.replace(tzinfo=clock.COPENHAGEN)):
            opening, now = read_opening(who.pk), clock.now()
        is_open = opening.until is not None
        there = (opening.until or opening.opens or now).astimezone(clock.COPENHAGEN)
        assert there.weekday() in WEEK and not is_holiday(there.date())
        assert there > now and there.time() == WEEK[there.weekday()][is_open]
        assert not is_open or there.date() == clock.day_of(now)
