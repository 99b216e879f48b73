"""Measurements: each answers what they are asked, the citizen sees it first, and says who else may."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.common.months import months_later
from backend.plans import commands as do
from backend.plans.commands.measurement import ONE_ROUND
from backend.plans.journal import entries_after
from backend.plans.models import Measurement, ProgressArea
from backend.plans.reads.measured import LineView, MeasuredView, read_measured
from backend.plans.reads.network import read_network
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused

pytestmark = pytest.mark.django_db


def answers(cast: Cast, indicator: str, score: int | None = None, words: str = "", *, who: str = "citizen") -> None:
    cast.does(who, do.AnswerIndicator(indicator=indicator, score=score, words=words))


def seen(cast: Cast, who: str, code: str = "eleven") -> MeasuredView | None:
    return next((one for one in read_measured(cast.seat(who)) if one.code == code), None)


def line(cast: Cast, who: str, key: str, code: str = "eleven") -> LineView | None:
    found = seen(cast, who, code)
    return next((one for one in found.answered if one.key == key), None) if found else None


def scores(cast: Cast, who: str, key: str, code: str = "eleven") -> list[int | None]:
    found = line(cast, who, key, code)
    return [point.score for point in found.points] if found else []


def area(cast: Cast, code: str = "eleven") -> UUID:
    return ProgressArea.objects.get(plan=cast.plan_id, indicator_set__code=code).pk


def test_a_municipality_begins_with_eleven_of_which_one_is_the_consultants(cast: Cast) -> None:
    for who, asked in (("citizen", 10), ("consultant", 1)):
        found = seen(cast, who)
        assert found and len(found.asked) == asked
    five = seen(cast, "citizen", "empowerment")
    assert five and len(five.asked) == 5
    assert not any(one.low or one.high for one in five.asked), "never ranked"


def test_an_answer_is_the_citizens_alone_until_they_let_somebody_see_it(cast: Cast) -> None:
    answers(cast, "health", 4)
    sister = cast.members["supporter"]
    assert scores(cast, "citizen", "health") == [4]
    assert all(scores(cast, who, "health") == [] for who in ("consultant", "supporter", "professional", "screen"))
    cast.does("citizen", do.OpenProgressArea(progress_area_id=area(cast)))
    assert scores(cast, "consultant", "health") == [4]
    cast.does("citizen", do.ShareProgressArea(progress_area_id=area(cast), member_id=sister))
    assert scores(cast, "supporter", "health") == [4]
    assert [one.sees_measured for one in read_network(cast.seat("citizen")) if one.face.member_id == sister] == [
        ((area(cast), "Sådan går det"),)
    ]
    cast.does("citizen", do.KeepProgressArea(progress_area_id=area(cast)))
    cast.does("citizen", do.UnshareProgressArea(progress_area_id=area(cast), member_id=sister))
    assert all(scores(cast, who, "health") == [] for who in ("consultant", "supporter"))


def test_what_is_kept_is_told_to_the_consultant_as_a_number_and_nothing_else(cast: Cast) -> None:
    before = cast.seat("consultant").head
    answers(cast, "health", 4)
    (told,) = entries_after(cast.seat("consultant"), before)
    assert (told.kind, told.by, told.facts) == ("kept", None, {})


def test_the_consultants_belief_is_theirs_to_say_and_the_citizen_reads_it_at_once(cast: Cast) -> None:
    answers(cast, "consultant_belief", 8, "Du ringede selv til byggemarkedet.", who="consultant")
    found = line(cast, "citizen", "consultant_belief")
    assert found and [(point.score, point.words) for point in found.points] == [
        (8, "Du ringede selv til byggemarkedet.")
    ]
    assert scores(cast, "consultant", "consultant_belief") == [8]
    assert scores(cast, "supporter", "consultant_belief") == []
    refused(cast, "citizen", do.AnswerIndicator(indicator="consultant_belief", score=1))
    refused(cast, "consultant", do.AnswerIndicator(indicator="health", score=1))
    refused(cast, "supporter", do.AnswerIndicator(indicator="health", score=1))


def test_a_question_is_answered_as_it_asks(cast: Cast) -> None:
    refused(cast, "citizen", do.AnswerIndicator(indicator="insight", score=3))
    refused(cast, "citizen", do.AnswerIndicator(indicator="health", words="Det går"))
    finds_nothing(cast, "citizen", do.AnswerIndicator(indicator="never_was", score=3))


def test_within_four_weeks_another_answer_takes_its_place_and_none_takes_it_away(cast: Cast) -> None:
    now = clock.now()
    answers(cast, "health", 2)
    for days, score, told in ((27, 3, [3]), (28, 5, [3, 5]), (60, 6, [3, 5, 6]), (61, None, [3, 5])):
        with clock.standing_at(now + timedelta(days=days)):
            answers(cast, "health", score)
            assert scores(cast, "citizen", "health") == told
    assert timedelta(days=28) == ONE_ROUND


def test_it_is_time_again_after_three_months(cast: Cast) -> None:
    answers(cast, "health", 2)
    due = months_later(clock.today(), 3)
    for day, is_due in ((due - timedelta(days=1), False), (due, True)):
        with clock.standing_at(clock.now() + (day - clock.today())):
            found = seen(cast, "citizen")
            assert found and found.due == due and found.is_due is is_due


@given(day=st.dates(date(2024, 1, 1), date(2030, 12, 31)), months=st.integers(0, 24))
def test_so_many_months_later_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_a_goal_stands_on_a_line_and_a_guest_sees_only_goals_they_see(cast: Cast) -> None:
    mine, other = cast.adds_goal(), cast.adds_goal(title="Gæld ned")
    for goal, score in ((mine, 2), (other, 5)):
        cast.does("citizen", do.ScaleGoal(goal_id=goal, score=score, wanted=8))
    sister = cast.members["supporter"]
    cast.does("citizen", do.ShareProgressArea(progress_area_id=area(cast, "own_goals"), member_id=sister))
    assert scores(cast, "supporter", str(mine), "own_goals") == []
    cast.does("citizen", do.ShareGoal(goal_id=mine, member_id=sister))
    assert scores(cast, "supporter", str(mine), "own_goals") == [2]
    assert scores(cast, "supporter", str(other), "own_goals") == []
    found = line(cast, "citizen", str(other), "own_goals")
    assert found and found.points[0].wanted == 8
    refused(cast, "consultant", do.ScaleGoal(goal_id=mine, score=1))
    cast.does("citizen", do.RemoveGoal(goal_id=other))
    assert scores(cast, "citizen", str(other), "own_goals") == []


def test_no_small_step_is_noted_among_the_measured_and_it_keeps_its_name(cast: Cast) -> None:
    answers(cast, "health", 2)
    one = area(cast)
    finds_nothing(cast, "citizen", do.AddProgressEntry(progress_entry_id=new_id(), progress_area_id=one))
    refused(cast, "citizen", do.RenameProgressArea(progress_area_id=one, text="Andet", was=""), "standard")
    refused(cast, "citizen", do.RemoveProgressArea(progress_area_id=one), "standard")


def test_what_was_said_without_signal_is_of_the_day_on_which_it_was_said(cast: Cast) -> None:
    said_at = clock.now() - timedelta(days=3)
    cast.does("citizen", do.AnswerIndicator(indicator="health", score=3), said_at=said_at)
    assert Measurement.objects.get().day == clock.day_of(said_at)
    with pytest.raises(NotHere):
        cast.does("citizen", do.AnswerIndicator(indicator="", score=3))
