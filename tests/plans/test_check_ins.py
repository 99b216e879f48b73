"""After the course: asked on the right days, answered by the citizen alone, and heard by the consultant."""

from datetime import date, datetime, time, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import access
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.check_ins import LAST_ROUND, MISSED, round_on, rounds_from
from backend.plans.models import CheckIn, Phase, Plan
from backend.plans.open import open_plan
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.check_in import plans_to_ask, read_check_ins
from tests.cast import Cast, person
from tests.plans.saying_no import refused

DAYS = st.dates(date(2023, 1, 1), date(2032, 12, 31))


def in_aftercare(cast: Cast, days: int) -> date:
    """Aftercare began so many days ago."""
    began = clock.today() - timedelta(days=days)
    Plan.objects.filter(pk=cast.plan_id).update(opened_at=clock.now() - timedelta(days=days + 30))
    cast.does("consultant", do.MoveCourse(phase="aftercare", began=began))
    return began


def answers(cast: Cast, due: date, answer: str = "badly", words: str = "") -> None:
    cast.does("citizen", do.AnswerCheckIn(due=due, answer=answer, words=words))  # type: ignore[arg-type]


def reasons(cast: Cast) -> list[str]:
    (row,) = read_caseload(cast.consultant.pk)
    return [one.kind for one in row.reasons]


@given(began=DAYS)
def test_the_days_are_a_week_and_whole_months_on(began: date) -> None:
    week, *months = [one.due for one in rounds_from(began)]
    assert week == began + timedelta(days=7)
    for due, count in zip(months, (1, 3, 6, 12), strict=True):
        assert (due.year - began.year) * 12 + due.month - began.month == count
        assert due.day == began.day or (due.day < began.day and (due + timedelta(days=1)).day == 1)


@given(began=DAYS, after=st.integers(-3, 430))
def test_each_day_has_one_round_at_most_and_they_follow_each_other(began: date, after: int) -> None:
    day, rounds = began + timedelta(days=after), rounds_from(began)
    asked = round_on(began, day)
    assert [one for one in rounds if one.due <= day < one.until] == ([asked] if asked else [])
    assert (asked is None) == (day < rounds[0].due or day >= rounds[-1].due + LAST_ROUND)


@pytest.mark.parametrize(
    ("began", "month"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 3, 31), date(2026, 4, 30)),
    ],
)
def test_over_the_end_of_a_month(began: date, month: date) -> None:
    assert rounds_from(began)[1].due == month


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2026, 10, 25), date(2026, 12, 25)])
def test_neither_clock_change_nor_holiday_moves_a_day(cast: Cast, day: date) -> None:
    """The day begins and ends at midnight in Copenhagen, also where it has 23 or 25 hours."""
    Phase.objects.create(
        plan_id=cast.plan_id, kind="aftercare", began=day - timedelta(days=7), by_id=cast.members["citizen"],
        at=clock.now(), seq=1,
    )  # fmt: skip
    first = datetime.combine(day, time(), tzinfo=clock.COPENHAGEN)
    last = datetime.combine(day, time(23, 59), tzinfo=clock.COPENHAGEN)
    for moment, is_asked in ((first - timedelta(minutes=1), False), (first, True), (last, True)):
        with clock.standing_at(moment):
            assert (read_check_ins(cast.seat("citizen")).now is not None) is is_asked
            assert (cast.plan_id in plans_to_ask(clock.today())) is is_asked


def test_the_days_are_a_setting(settings: object) -> None:
    settings.TAVLEN_CHECK_INS = ((2, "w"), (1, "m"), (2, "w"))  # type: ignore[attr-defined]
    assert [one.due for one in rounds_from(date(2026, 5, 1))] == [date(2026, 5, 15), date(2026, 6, 1)]


def test_the_citizen_answers_and_may_answer_again_while_it_is_asked(cast: Cast) -> None:
    due = in_aftercare(cast, 8) + timedelta(days=7)
    for role in ("citizen", "consultant"):
        now = read_check_ins(cast.seat(role)).now
        assert now and (now.due, now.state) == (due, "asked")
    answers(cast, due, words="Chefen er\nsur")
    answers(cast, due, "well")
    now = read_check_ins(cast.seat("consultant")).now
    assert now and (now.state, now.answer, now.words, now.on) == ("answered", "well", "", clock.today())
    assert CheckIn.objects.count() == 1


def test_what_is_not_asked_is_not_answered(cast: Cast) -> None:
    due = clock.today()
    refused(cast, "citizen", do.AnswerCheckIn(due=due, answer="well"), "not_asked")
    began = in_aftercare(cast, 8)
    for wrong in (began, began + timedelta(days=8), rounds_from(began)[1].due):
        refused(cast, "citizen", do.AnswerCheckIn(due=wrong, answer="well"), "not_asked")
    cast.does("consultant", do.MoveCourse(phase="closed", began=clock.today()))
    refused(cast, "citizen", do.AnswerCheckIn(due=began + timedelta(days=7), answer="well"), "not_asked")


def test_without_signal_the_day_it_was_said_counts(cast: Cast) -> None:
    began = in_aftercare(cast, 33)
    due, until = rounds_from(began)[0].due, rounds_from(began)[0].until
    said = datetime.combine(until - timedelta(days=1), time(12), tzinfo=clock.COPENHAGEN)
    with clock.standing_at(said + timedelta(days=3)):
        refused(cast, "citizen", do.AnswerCheckIn(due=due, answer="well"), "not_asked")
        cast.does("citizen", do.AnswerCheckIn(due=due, answer="well"), said_at=said)


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional"])
def test_nobody_else_answers(cast: Cast, role: str) -> None:
    due = in_aftercare(cast, 8) + timedelta(days=7)
    refused(cast, role, do.AnswerCheckIn(due=due, answer="well"))


@pytest.mark.parametrize("role", ["supporter", "professional", "screen"])
def test_nobody_else_reads_it(cast: Cast, role: str) -> None:
    in_aftercare(cast, 8)
    with pytest.raises(NotHere):
        read_check_ins(cast.seat(role))


def test_badly_stands_first_at_the_consultants_until_they_answer(cast: Cast) -> None:
    due = in_aftercare(cast, 8) + timedelta(days=7)
    answers(cast, due)
    assert reasons(cast)[0] == "check_in_badly"
    cast.adds_step("consultant")
    assert reasons(cast)[0] == "check_in_badly", "another thing done is no answer"
    cast.does("consultant", do.WriteMessage(message_id=new_id(), words="Jeg ringer kl. 14"))
    assert "check_in_badly" not in reasons(cast)
    answers(cast, due)
    assert reasons(cast)[0] == "check_in_badly"
    answers(cast, due, "well")
    assert "check_in_badly" not in reasons(cast)


def test_a_later_good_answer_ends_it(cast: Cast) -> None:
    began = in_aftercare(cast, 33)
    first, second = rounds_from(began)[:2]
    CheckIn.objects.create(plan_id=cast.plan_id, due=first.due, answer="badly", at=clock.now(), seq=99)
    assert "check_in_badly" in reasons(cast)
    answers(cast, second.due, "well")
    assert "check_in_badly" not in reasons(cast)


def test_no_answer_is_asked_once_more_and_then_told_quietly(cast: Cast) -> None:
    due = in_aftercare(cast, 7) + timedelta(days=7)
    asked = [after for after in range(10) if cast.plan_id in plans_to_ask(due + timedelta(days=after))]
    assert asked == [0, 3]
    for after, is_told in ((MISSED - timedelta(days=1), False), (MISSED, True)):
        with clock.standing_at(clock.now() + after):
            assert ("check_in_missed" in reasons(cast)) is is_told
    answers(cast, due, "well")
    assert plans_to_ask(due + timedelta(days=3)) == {}
    with clock.standing_at(clock.now() + MISSED):
        assert "check_in_missed" not in reasons(cast)


def test_badly_stands_above_whoever_has_waited_longer(cast: Cast) -> None:
    due = in_aftercare(cast, 8) + timedelta(days=7)
    other = Plan.objects.get(
        pk=open_plan(citizen=person("olga", "Olga Holt"), consultant=cast.consultant, protected=False)
    )
    message_id, seat = new_id(), access.seat_for(person_id=Person.objects.get(handle="olga").pk, plan_id=other.pk)
    with clock.standing_at(clock.now() - timedelta(days=2)):
        make_change(seat, do.WriteMessage(message_id=message_id, words="Ring"), device=new_id(), change_id=new_id())
    answers(cast, due)
    assert [row.why for row in read_caseload(cast.consultant.pk)] == ["check_in_badly", "message_written"]
