"""When the citizen is asked to measure: four weeks after the plan began, then every third month, until it is said."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from backend.common import clock
from backend.people.models import IndicatorSet
from backend.plans import commands as c
from backend.plans.reads.measuring import plans_to_measure_again, read_measuring
from tests.cast import Cast, gather

ROUND, QUARTER = timedelta(days=28), timedelta(days=93)
DAY = timedelta(days=1)


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


def after(cast: Cast, days: timedelta) -> tuple[str, bool]:
    """What the citizen's page says, and whether the question of the week is this."""
    with clock.standing_at(clock.now() + days):
        return str(read_measuring(cast.plan_id)), cast.plan_id in plans_to_measure_again([cast.plan_id])


def answers(cast: Cast, days: timedelta, who: str = "citizen", indicator: str = "health") -> None:
    with clock.standing_at(clock.now() + days):
        cast.does(who, c.AnswerIndicator(indicator=indicator, score=5))


def test_whoever_never_answered_is_asked_after_four_weeks_and_it_stays_without_being_urged(cast: Cast) -> None:
    assert after(cast, ROUND - DAY) == ("", False)
    assert after(cast, ROUND) == ("first", True)
    assert after(cast, ROUND * 2) == ("open", False)
    answers(cast, ROUND * 2)
    assert after(cast, ROUND * 2) == ("", False)


def test_then_every_third_month_and_it_stays_until_it_is_said(cast: Cast) -> None:
    answers(cast, timedelta())
    assert after(cast, ROUND * 2) == ("", False)
    assert after(cast, QUARTER) == ("again", True)
    assert after(cast, QUARTER + ROUND) == ("open", False)
    answers(cast, QUARTER + ROUND)
    assert after(cast, QUARTER + ROUND) == ("", False)


def test_what_the_consultant_believes_is_no_answer_of_the_citizens(cast: Cast) -> None:
    answers(cast, timedelta(), "consultant", "consultant_belief")
    assert after(cast, ROUND) == ("first", True)


def test_where_nothing_is_asked_nobody_is_asked(cast: Cast) -> None:
    IndicatorSet.objects.update(valid_from=date(2000, 1, 1), valid_until=date(2001, 1, 1))
    assert after(cast, ROUND) == ("", False)


def test_it_is_one_question_to_the_database(cast: Cast) -> None:
    answers(cast, timedelta())
    with CaptureQueriesContext(connection) as asked:
        read_measuring(cast.plan_id)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("days", "words"),
    [(ROUND, "Hvordan går det? Svar på det, du vil"), (ROUND * 2, "Målinger: når du har lyst")],
)
def test_the_citizen_meets_it_kindly_on_their_own_page(cast: Cast, days: timedelta, words: str) -> None:
    with clock.standing_at(clock.now() + days):
        client = Client()
        client.force_login(cast.citizen)
        page = client.get(f"/plans/{cast.plan_id}/today/").content.decode()
    assert words in page and f"/plans/{cast.plan_id}/measurements/" in page
