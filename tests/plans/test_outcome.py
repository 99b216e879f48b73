"""What came of it: several at a time, with hours and days; written, ended, taken away and brought back by both."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import Organisation, Person, Team
from backend.plans import commands as do
from backend.plans.forget import forget_removed
from backend.plans.models import Outcome, Plan
from backend.plans.open import open_plan
from backend.plans.reads.course import read_course
from backend.plans.reads.numbers import FEWEST
from backend.plans.reads.outcome import OutcomeView, read_outcomes
from backend.plans.reads.outcome_numbers import read_outcome_numbers
from backend.plans.reads.removed import read_removed
from tests.cast import Cast, person
from tests.plans.saying_no import finds_nothing, refused

LATER = timedelta(minutes=15, seconds=1)


def adds(cast: Cast, outcome: Any = "small_job", who: str = "citizen", **said: Any) -> UUID:
    one = new_id()
    said = {"began": clock.today(), **said}
    cast.does(who, do.AddOutcome(outcome_id=one, outcome=outcome, **said))
    return one


def seen(cast: Cast, who: str = "citizen") -> tuple[OutcomeView, ...]:
    return read_outcomes(cast.seat(who))


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)


def no(cast: Cast, code: str, **said: Any) -> None:
    told = {"outcome_id": new_id(), "outcome": "small_job", "began": clock.today(), **said}
    refused(cast, "consultant", do.AddOutcome(**told), code)


def test_several_at_a_time_with_hours_that_may_be_few(cast: Cast) -> None:
    adds(cast, hours=Decimal("2.5"), words="Havehjælp")
    adds(cast, "education", who="consultant", began=in_days(30))
    adds(cast, "ordinary_hours", hours=Decimal(8), began=in_days(-60), until=in_days(-1))
    told = [(one.kind, one.hours, one.is_over, one.is_ahead) for one in seen(cast, "consultant")]
    assert told == [
        ("education", None, False, True),
        ("small_job", Decimal("2.5"), False, False),
        ("ordinary_hours", Decimal(8), True, False),
    ]
    assert seen(cast) == seen(cast, "consultant")


def test_it_is_ended_by_its_day_and_whoever_read_another_is_told(cast: Cast) -> None:
    one = adds(cast, hours=Decimal(12), began=in_days(-9))
    read = seen(cast)[0].seq
    ended = do.ChangeOutcome(outcome_id=one, read=read, began=in_days(-9), until=in_days(-1), hours=Decimal(12))
    cast.does("consultant", ended)
    assert seen(cast)[0].is_over
    refused(cast, "citizen", do.ChangeOutcome(outcome_id=one, read=read, began=in_days(-9)), "changed")
    facts = [fact.kind for year in read_course(cast.seat("citizen")).years for fact in year.facts]
    assert facts.count("outcome") == facts.count("outcome_ended") == 1


def test_what_is_ahead_does_not_stand_on_the_year_line_yet(cast: Cast) -> None:
    adds(cast, began=in_days(1))
    facts = [fact.kind for year in read_course(cast.seat("citizen")).years for fact in year.facts]
    assert "outcome" not in facts


def test_days_hours_and_reasons_are_asked_for(cast: Cast) -> None:
    no(cast, "bad_day", until=in_days(-1))
    no(cast, "bad_day", began=date(1026, 1, 1))
    no(cast, "bad_day", began=date(9999, 12, 31))
    no(cast, "bad_day", until=date(9999, 12, 31))
    no(cast, "bad_hours", hours=Decimal("12.25"))
    no(cast, "empty", outcome="other", words="  ")
    no(cast, "no_follows", outcome="placement")
    adds(cast, "placement", follows="Job i lageret, hvis det går")
    adds(cast, "other", words="Værnepligt")
    adds(cast, until=clock.today())
    assert len(seen(cast)) == 3


@pytest.mark.parametrize("who", ["supporter", "professional"])
def test_it_is_between_the_two(cast: Cast, who: str) -> None:
    one = adds(cast)
    refused(cast, who, do.AddOutcome(outcome_id=new_id(), outcome="moved", began=clock.today()))
    refused(cast, who, do.RemoveOutcome(outcome_id=one))
    for seat in (who, "screen"):
        with pytest.raises(NotHere):
            read_outcomes(cast.seat(seat))


def test_what_is_taken_away_comes_back_for_a_quarter_of_an_hour_and_is_then_forgotten(cast: Cast) -> None:
    slip = adds(cast, words="Kanariegul")
    cast.does("consultant", do.RemoveOutcome(outcome_id=slip))
    assert not seen(cast)
    finds_nothing(cast, "citizen", do.RemoveOutcome(outcome_id=slip))
    for who in ("citizen", "consultant"):
        assert [one.title for one in read_removed(cast.seat(who)) if one.kind == "outcome"] == ["Kanariegul"]
    cast.does("citizen", do.RestoreOutcome(outcome_id=slip))
    assert [one.words for one in seen(cast)] == ["Kanariegul"]
    cast.does("citizen", do.RemoveOutcome(outcome_id=slip))
    with clock.standing_at(clock.now() + LATER):
        refused(cast, "citizen", do.RestoreOutcome(outcome_id=slip), "too_late")
        assert forget_removed() == 1
    assert not Outcome.objects.exists()


def _team(cast: Cast, citizens: int) -> list[int]:
    """So many plans beside the cast's own, all of one team."""
    town = Organisation.objects.create(name="Prøve Kommune", kind="municipality")
    Person.objects.filter(pk=cast.consultant.pk).update(team=Team.objects.create(organisation=town, name="Nord"))
    return [open_plan(citizen=person(f"nord-{n}", f"Borger {n}"), consultant=cast.consultant) for n in range(citizens)]


def _begin(cast: Cast, plans: list[int], **said: Any) -> None:
    for plan_id in plans:
        plan = Plan.objects.get(pk=plan_id)
        row = {"kind": "ordinary_hours", "began": clock.today(), "at": clock.now(), "seq": 1, **said}
        Outcome.objects.create(plan=plan, by_id=cast.members["citizen"], **row)


def _told() -> dict[str, int | None]:
    return {one.called: one.citizens for one in read_outcome_numbers().kinds}


def test_the_leader_reads_how_many_have_each_today_and_nothing_that_points_at_anybody(cast: Cast) -> None:
    plans = _team(cast, 2 * FEWEST)
    _begin(cast, plans[: FEWEST - 1])
    _begin(cast, plans[:1], kind="small_job")
    assert _told()["Ordinære timer"] is None, "too few"
    _begin(cast, plans[FEWEST - 1 : FEWEST])
    _begin(cast, plans[:1])
    assert _told()["Ordinære timer"] == FEWEST, "each citizen once"
    _begin(cast, plans[FEWEST:], until=in_days(-1), began=in_days(-9))
    _begin(cast, plans[FEWEST:], began=in_days(1))
    _begin(cast, plans[FEWEST:], removed_at=clock.now())
    assert _told()["Ordinære timer"] == FEWEST, "over, ahead and taken away are not counted"
    assert _told()["Småjob med socialt frikort"] is None
    _begin(cast, plans[FEWEST:])
    assert _told()["Ordinære timer"] is None, "who has not would be told"
