"""The consultant's own belief is asked for on the home: quietly, four weeks after they met, then every third month."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.people.models import Indicator
from backend.plans import commands as c
from backend.plans.models import Measurement, Member
from backend.plans.reads.belief import belief_due
from backend.plans.reads.caseload import CaseloadRow, read_caseload
from backend.plans.reads.facts import Tier
from citizen_app.reason_words import lines
from tests.cast import Cast, gather

FIRST, QUARTER = timedelta(days=28), timedelta(days=93)


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


def row(cast: Cast, after: timedelta) -> CaseloadRow:
    with clock.standing_at(clock.now() + after):
        (found,) = read_caseload(cast.consultant.pk)
        return found


def is_asked(cast: Cast, after: timedelta) -> bool:
    return "belief_due" in [one.kind for one in row(cast, after).reasons]


def believes(cast: Cast, after: timedelta) -> None:
    with clock.standing_at(clock.now() + after):
        cast.does("consultant", c.AnswerIndicator(indicator="consultant_belief", score=8, words="Hun vil selv"))


def test_it_is_asked_four_weeks_after_they_met_until_it_is_said_and_then_every_third_month(cast: Cast) -> None:
    assert not is_asked(cast, FIRST - timedelta(days=1))
    for later in (FIRST, FIRST * 3):
        assert is_asked(cast, later), "it stays"
    believes(cast, FIRST)
    assert not is_asked(cast, FIRST * 3)
    assert is_asked(cast, FIRST + QUARTER)


def test_it_is_quiet_and_one_tap_from_its_place(cast: Cast) -> None:
    found = row(cast, FIRST)
    assert [one.tier for one in found.reasons if one.kind == "belief_due"] == [Tier.QUIET]
    assert lines(found)[-1] == {
        "sign": "chart-line",
        "words": "Tid til at sige din tro",
        "where": f"/plans/{cast.plan_id}/measurements/",
    }


def test_the_citizens_answers_are_not_the_consultants(cast: Cast) -> None:
    with clock.standing_at(clock.now() + FIRST):
        cast.does("citizen", c.AnswerIndicator(indicator="work_belief", score=5))
    assert is_asked(cast, FIRST)


def test_what_the_one_before_believed_is_not_what_i_believe(cast: Cast) -> None:
    believes(cast, timedelta())
    assert not is_asked(cast, FIRST)
    other = Member.objects.create(
        plan_id=cast.plan_id, person=cast.colleague(), role="consultant", joined_at=clock.now(), ended_at=clock.now()
    )
    Measurement.objects.update(by=other)
    assert is_asked(cast, FIRST)


def test_where_nobody_asks_about_it_nobody_is_asked(cast: Cast) -> None:
    Indicator.objects.filter(asked="consultant").delete()
    assert not is_asked(cast, FIRST)


@given(day=st.dates(date(2024, 1, 1), date(2032, 12, 31)), hour=st.integers(0, 23), months=st.integers(1, 12))
def test_the_days_are_danish_over_month_ends_and_both_clock_changes(day: date, hour: int, months: int) -> None:
    met = datetime.combine(day, time(hour), tzinfo=clock.COPENHAGEN)
    assert belief_due(months, None, met) == day + FIRST
    again = belief_due(months, day, met)
    assert again is not None
    assert ((again.year - day.year) * 12 + again.month - day.month) == months
    assert again.day == day.day or (again.day < day.day and (again + timedelta(days=1)).day == 1)
    assert belief_due(None, day, met) is None
