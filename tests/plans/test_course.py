"""The course of a plan: phases by the day, who may move them, how long they lasted, over every edge of a calendar."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import MeetingKind
from backend.plans import commands as do
from backend.plans.models import Meeting, Phase, Plan
from backend.plans.reads.course import Fact, aftercare_began, lasting, phases_from, read_course
from tests.cast import Cast, person
from tests.plans.saying_no import refused

BEGAN = date(2024, 1, 31)


@pytest.fixture
def old(cast: Cast) -> Cast:
    """The plan began on the last of January, in a leap year."""
    Plan.objects.update(opened_at=datetime.combine(BEGAN, time(9), tzinfo=clock.COPENHAGEN))
    return cast


def moves(cast: Cast, phase: Any, began: date, who: str = "consultant", words: str = "") -> None:
    cast.does(who, do.MoveCourse(phase=phase, began=began, words=words))


def seen(cast: Cast, who: str = "citizen") -> list[tuple[str, date, date | None]]:
    return [(one.kind, one.began, one.ended) for one in read_course(cast.seat(who)).phases]


def facts(cast: Cast, kind: str) -> list[Fact]:
    return [one for year in read_course(cast.seat("citizen")).years for one in year.facts if one.kind == kind]


def test_a_plan_begins_with_getting_to_know_each_other(old: Cast) -> None:
    assert seen(old) == seen(old, "consultant") == [("getting_to_know", BEGAN, None)]


def test_each_phase_lasts_until_the_next_and_both_may_say_so(old: Cast) -> None:
    moves(old, "under_way", date(2024, 2, 29), words="Planen er lagt")
    moves(old, "begun", date(2025, 3, 30), who="citizen")
    assert seen(old) == [
        ("getting_to_know", BEGAN, date(2024, 2, 29)),
        ("under_way", date(2024, 2, 29), date(2025, 3, 30)),
        ("begun", date(2025, 3, 30), None),
    ]
    assert [one.words for one in read_course(old.seat("consultant")).phases] == ["", "Planen er lagt", ""]


def test_a_slip_is_put_right_by_saying_it_again(old: Cast) -> None:
    moves(old, "begun", date(2024, 5, 1))
    moves(old, "begun", date(2024, 4, 1))
    assert seen(old)[1:] == [("begun", date(2024, 4, 1), None)], "on another day"
    moves(old, "aftercare", date(2024, 4, 1))
    assert seen(old)[1:] == [("aftercare", date(2024, 4, 1), None)], "from the same day: it takes its place"
    moves(old, "getting_to_know", date(2024, 4, 1))
    assert seen(old) == [("getting_to_know", BEGAN, None)], "and the one before goes on"
    assert not Phase.objects.exists()


def test_one_may_go_back_and_both_stand_on_the_line(old: Cast) -> None:
    for phase, day in (("aftercare", 1), ("under_way", 9)):
        moves(old, phase, date(2024, 6, day))
    assert [kind for kind, *_ in seen(old)] == ["getting_to_know", "aftercare", "under_way"]


def test_no_phase_is_ahead_or_before_the_one_that_was(old: Cast) -> None:
    refused(old, "consultant", do.MoveCourse(phase="begun", began=clock.today() + timedelta(days=1)), "bad_day")
    refused(old, "citizen", do.MoveCourse(phase="begun", began=BEGAN - timedelta(days=1)), "bad_day")
    refused(old, "citizen", do.MoveCourse(phase="getting_to_know", began=clock.today()), "same_phase")
    moves(old, "under_way", date(2024, 6, 1))
    moves(old, "begun", date(2024, 8, 1))
    refused(old, "consultant", do.MoveCourse(phase="aftercare", began=date(2024, 7, 31)), "bad_day")
    refused(old, "consultant", do.MoveCourse(phase="begun", began=date(2024, 6, 1)), "bad_day")


@pytest.mark.parametrize("who", ["supporter", "professional"])
def test_it_is_between_the_two(old: Cast, who: str) -> None:
    refused(old, who, do.MoveCourse(phase="begun", began=clock.today()))
    moves(old, "begun", clock.today())
    for seat in (who, "screen"):
        with pytest.raises(NotHere):
            read_course(old.seat(seat))


def test_aftercare_has_begun_while_it_runs(old: Cast) -> None:
    assert aftercare_began(old.plan_id) is None
    moves(old, "aftercare", date(2024, 2, 29))
    assert aftercare_began(old.plan_id) == date(2024, 2, 29)
    moves(old, "closed", date(2024, 9, 1))
    assert aftercare_began(old.plan_id) is None


def test_all_that_has_been_stands_on_the_year_line(old: Cast) -> None:
    old.does("citizen", do.WriteLifeGoal(words="Et værksted", was=""))
    old.does("citizen", do.WriteLifeGoal(words="Mit eget værksted", was="Et værksted"))
    kinds = [MeetingKind.objects.create(name=code, code=code) for code in ("follow_up", "case_discussion")]
    for day, hour, kind in ((1, 9, 0), (31, 23, 0), (30, 9, 1)):
        at = datetime(2024, 3, day, hour, 30, tzinfo=clock.COPENHAGEN)
        Meeting.objects.create(
            pk=new_id(), plan_id=old.plan_id, kind=kinds[kind], starts_at=at, started_at=at, ended_at=at,
            planned_by_id=old.members["citizen"],
        )  # fmt: skip
    new = person("grete", "Grete Ny", staff_role="consultant")
    old.does("citizen", do.ReplaceConsultant(member_id=new_id(), person_id=new.pk))
    assert [(one.day, one.count) for one in facts(old, "met")] == [(date(2024, 3, 31), 2)], "not without the citizen"
    assert {one.words for one in facts(old, "dream") + facts(old, "dream_again")} == {
        "Et værksted",
        "Mit eget værksted",
    }
    assert [one.words for one in facts(old, "consultant")] == ["Grete Ny", old.consultant.name]
    years = [year.year for year in read_course(old.seat("citizen")).years]
    assert years == sorted(years, reverse=True) and years[-1] == BEGAN.year


_DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@given(began=_DAYS, days=st.integers(0, 1500))
def test_years_months_and_days_are_those_of_the_calendar(began: date, days: int) -> None:
    """Whoever adds them up again comes to the day, and no month has more days than it has."""
    ended = began + timedelta(days=days)
    years, months, left = lasting(began, ended)
    at = began.year * 12 + began.month - 1 + years * 12 + months
    first = date(at // 12, at % 12 + 1, 1)
    last_of_month = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    landed = min(first.replace(day=1) + timedelta(days=began.day - 1), last_of_month)
    assert landed + timedelta(days=left) == ended
    assert 0 <= months < 12 and 0 <= left <= 31


@given(opened=_DAYS, days=st.lists(st.integers(0, 2000), unique=True, max_size=6))
def test_phases_follow_each_other_without_a_gap(opened: date, days: list[int]) -> None:
    kinds = ("under_way", "begun", "aftercare", "under_way", "begun", "closed")
    rows = [(kinds[n], opened + timedelta(days=day), "") for n, day in enumerate(sorted(days))]
    found = phases_from(opened, rows)
    assert found[0].began == opened and found[-1].ended is None
    assert all(one.ended == after.began and one.began < after.began for one, after in pairwise(found))


@given(day=_DAYS, hour=st.times())
def test_a_day_is_the_danish_one_also_when_the_clock_changes(day: date, hour: time) -> None:
    """A phase that begins today lasts no day, at whatever hour it is asked; tomorrow it has lasted one."""
    phase = phases_from(day, [])[0]
    for later in (0, 1):
        at = datetime.combine(day + timedelta(days=later), hour.replace(tzinfo=None), tzinfo=clock.COPENHAGEN)
        with clock.standing_at(at):
            assert phase.lasted(clock.today()) == (0, 0, later)
