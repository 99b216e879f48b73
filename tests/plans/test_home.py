"""The consultant's home: every reason has its words and its place, and what waits comes before what may wait."""

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import ContactRule, MeetingKind, Person, TargetGroup
from backend.plans import commands as c
from backend.plans.models import Entry, Meeting, Step, Visit
from backend.plans.open import open_plan
from backend.plans.reads import caseload, reasons
from backend.plans.reads.facts import Reason, Tier
from backend.plans.reads.follow_up import _by_rhythm, _met
from backend.plans.reads.home import read_home
from citizen_app.news_words import _WHY
from citizen_app.reason_words import PLACES, place_of
from tests.cast import Cast, gather, person

MOST_QUERIES = 12
REFUSED, SEEN, ON_TO_SEARCH = 422, 200, 307


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


@pytest.fixture
def desk(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.consultant)
    return client


def why(cast: Cast) -> list[str]:
    (row,) = read_home(cast.consultant.pk).rows
    return [reason.kind for reason in row.reasons]


def reason(cast: Cast, kind: str) -> Reason:
    (row,) = read_home(cast.consultant.pk).rows
    return next(one for one in row.reasons if one.kind == kind)


def agreement(cast: Cast, *, who: str, days: int, by: str = "citizen") -> UUID:
    step = cast.adds_step(by, responsible=cast.members[who], due=clock.today() + timedelta(days=1))
    cast.does("citizen", c.MoveStep(step_id=step, status="agreed"))
    Step.objects.filter(pk=step).update(due=clock.today() + timedelta(days=days))
    return step


def more_citizens(consultant: Person, count: int) -> None:
    for number in range(count):
        citizen = person(f"citizen-{number}", f"Borger Nummer{number}")
        open_plan(citizen=citizen, consultant=consultant, protected=False)


def everything_is_asked_for(cast: Cast) -> None:
    """A rule, a rhythm, a dream and a meeting: nothing that is read can be passed over."""
    group = TargetGroup.objects.create(name="Voksne", code="adults")
    Person.objects.exclude(staff_role="consultant").update(target_group=group)
    kind = MeetingKind.objects.create(name="Opfølgning", code="follow_up")
    ContactRule.objects.create(
        target_group=group, meeting_kind=kind, least=1, within_days=28, valid_from=date(2020, 1, 1)
    )
    for who in ("citizen", "consultant"):
        cast.does(who, c.SayRhythm(days=7))
    cast.does("citizen", c.WriteLifeGoal(words="At blive kok"))
    cast.plans_meeting()


def test_a_yes_that_the_consultant_owes_stands_first_with_its_step(cast: Cast) -> None:
    step = agreement(cast, who="citizen", days=3)
    owed = reason(cast, "voice_owed")
    assert (owed.subject_id, owed.tier) == (step, Tier.WAITS)
    assert place_of(cast.plan_id, owed) == f"/plans/{cast.plan_id}/steps/{step}/"
    cast.does("consultant", c.GiveVoice(step_id=step, answer="agreed"))
    assert "voice_owed" not in why(cast)


def test_a_step_over_its_day_is_the_consultants_or_somebody_elses(cast: Cast) -> None:
    theirs, mine = agreement(cast, who="citizen", days=-2), agreement(cast, who="consultant", days=-1)
    assert reason(cast, "step_overdue").subject_id == theirs
    assert reason(cast, "own_promise_overdue").subject_id == mine
    assert why(cast).index("own_promise_overdue") < why(cast).index("step_overdue")
    (promise,) = read_home(cast.consultant.pk).promises
    assert (promise.step_id, promise.is_broken) == (mine, True)


def test_broken_promises_come_before_those_that_may_still_be_kept(cast: Cast) -> None:
    later, broken = agreement(cast, who="consultant", days=3), agreement(cast, who="consultant", days=-3)
    assert [one.step_id for one in read_home(cast.consultant.pk).promises] == [broken, later]


def test_a_dream_that_the_plan_has_not_followed_is_told_until_it_has(cast: Cast) -> None:
    cast.does("citizen", c.WriteLifeGoal(words="At blive kok"))
    assert why(cast)[0] == "life_goal_changed" and "dream_not_picked_up" not in why(cast)
    cast.does("consultant", c.WriteMessage(message_id=new_id(), words="Det har jeg set"))
    told = reason(cast, "dream_not_picked_up")
    assert (told.tier, place_of(cast.plan_id, told)) == (Tier.WATCH, f"/plans/{cast.plan_id}/life-goal/")
    with clock.standing_at(clock.now() + timedelta(minutes=1)):
        cast.adds_goal("consultant", title="Et køkken at øve sig i")
    assert "dream_not_picked_up" not in why(cast)


def test_a_step_given_up_is_told_until_the_plan_has_followed(cast: Cast) -> None:
    step = cast.adds_step()
    cast.does("citizen", c.MoveStep(step_id=step, status="dropped"))
    told = reason(cast, "dropped_not_picked_up")
    assert (told.subject_id, told.title) == (step, "Ring til lægen")


def test_nothing_moved_for_long_is_said_after_so_many_days(cast: Cast, settings: object) -> None:
    cast.does("consultant", c.WriteMessage(message_id=new_id(), words="Hej Amina"))
    assert "still_for_long" not in why(cast)
    Entry.objects.update(at=clock.now() - timedelta(days=31))
    assert reason(cast, "still_for_long").tier == Tier.WATCH
    settings.TAVLEN_STILL_DAYS = 40  # type: ignore[attr-defined]
    assert "still_for_long" not in why(cast)


def test_todays_meetings_are_those_of_the_danish_day(cast: Cast) -> None:
    kind = MeetingKind.objects.create(name="Opfølgning", code="follow_up")
    midnight = datetime.combine(clock.today(), time(), tzinfo=clock.COPENHAGEN)
    for moment in (midnight - timedelta(minutes=1), midnight, midnight + timedelta(hours=23, minutes=30)):
        told = {"plan_id": cast.plan_id, "kind": kind, "planned_by_id": cast.members["citizen"]}
        Meeting.objects.create(pk=new_id(), starts_at=moment, **told)
    found = [one.starts_at for one in read_home(cast.consultant.pk).meetings]
    assert found == [midnight, midnight + timedelta(hours=23, minutes=30)]


def test_every_reason_has_words_a_sign_and_a_place() -> None:
    source = Path(reasons.__file__).read_text()
    told = {*re.findall(r'(?:Reason\(|kind = |else )"(\w+)"', source), *caseload._ASKS_FOR_ME}
    assert told <= PLACES.keys()
    assert told - _WHY.keys() == {"follow_up", "comes_by"}, "these two say when"


@pytest.mark.parametrize("count", [15, 50])
def test_it_costs_the_same_for_fifteen_and_for_fifty(cast: Cast, desk: Client, count: int) -> None:
    more_citizens(cast.consultant, count - 1)
    agreement(cast, who="consultant", days=-1)
    everything_is_asked_for(cast)
    desk.get("/desk/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = desk.get("/desk/").content.decode()
    assert page.count('class="home__row"') == count
    assert len(asked) <= MOST_QUERIES, "\n".join(one["sql"][:160] for one in asked)
    assert ("flere end 15" in page) == (count > 15)


def test_everybody_on_the_list_reads_that_it_was_looked_at(cast: Cast, desk: Client) -> None:
    more_citizens(cast.consultant, 2)
    desk.get("/desk/")
    assert Visit.objects.filter(what="desk", person_id=cast.consultant.pk).count() == 3


def test_a_line_becomes_a_step_of_the_chosen_citizen_once(cast: Cast, desk: Client) -> None:
    moved = read_home(cast.consultant.pk).moved
    said = {"deed": "note", "plan_id": cast.plan_id, "line": "Ring til lægen @mig i morgen", "moved": moved}
    for _ in range(2):
        assert desk.post("/desk/", said).headers["Location"] == f"/desk/?noted={cast.plan_id}"
    step = Step.objects.get(plan_id=cast.plan_id)
    assert (step.title, step.responsible_id) == ("Ring til lægen", cast.members["consultant"])
    assert step.due == clock.today() + timedelta(days=1) and step.accepted_at is None
    assert "Det står på tavlen hos Amina Holm." in desk.get(f"/desk/?noted={cast.plan_id}").content.decode()


def test_the_same_line_later_is_another_step(cast: Cast, desk: Client) -> None:
    for _ in range(2):
        said = {"deed": "note", "plan_id": cast.plan_id, "line": "Ring", "moved": read_home(cast.consultant.pk).moved}
        desk.post("/desk/", said)
    assert Step.objects.count() == 2


def test_what_is_refused_keeps_its_line(cast: Cast, desk: Client) -> None:
    answer = desk.post("/desk/", {"deed": "note", "plan_id": cast.plan_id, "line": "Ring @Carl fredag", "moved": 0})
    page = answer.content.decode()
    assert answer.status_code == REFUSED
    assert "Carl kan ikke se skridtet endnu." in page and 'value="Ring @Carl fredag"' in page


def test_nobody_writes_or_searches_where_they_are_not_the_consultant(cast: Cast, desk: Client) -> None:
    other = open_plan(citizen=person("f", "Freja Ny"), consultant=cast.colleague(), protected=False)
    for plan_id in (other, 999_999, "", "x"):
        for deed in ("note", "search"):
            said = {"deed": deed, "plan_id": plan_id, "line": "Ring", "asked": "Ring"}
            assert desk.post("/desk/", said).status_code == 404
    assert not Step.objects.exists()


def test_the_search_leads_on_to_the_plans_own(cast: Cast, desk: Client) -> None:
    cast.adds_step(title="Male værelset")
    said = {"deed": "search", "plan_id": cast.plan_id, "asked": "male"}
    answer = desk.post("/desk/", said)
    assert (answer.status_code, answer.headers["Location"]) == (ON_TO_SEARCH, f"/plans/{cast.plan_id}/search/")
    found = desk.post("/desk/", said, follow=True)
    assert found.status_code == SEEN and "Male" in found.content.decode()


_DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
_HOURS = st.times().map(lambda one: one.replace(tzinfo=None))


@given(held=_DAYS, hour=_HOURS, days=st.sampled_from([7, 14, 28, 31, 92]))
def test_a_rhythm_is_counted_in_calendar_days_over_month_ends_holidays_and_both_clock_changes(
    held: date, hour: time, days: int
) -> None:
    began = datetime.combine(held, hour, tzinfo=clock.COPENHAGEN)
    by = held + timedelta(days=days)
    for at, is_late in ((by, False), (by + timedelta(days=1), True)):
        for edge in (time(0, 0), time(12), time(23, 59)):
            with clock.standing_at(datetime.combine(at, edge, tzinfo=clock.COPENHAGEN)):
                promise = _by_rhythm(days, held, _met([(1, "follow_up", began, began)])[1])
                assert (promise.by, promise.is_late) == (by, is_late)


def test_of_a_closed_course_only_who_waits_is_told(cast: Cast) -> None:
    agreement(cast, who="citizen", days=-3)
    everything_is_asked_for(cast)
    (before,) = read_home(cast.consultant.pk).rows
    assert {Tier.WAITS, Tier.WATCH} <= {one.tier for one in before.reasons}
    cast.does("consultant", c.MoveCourse(phase="closed", began=clock.today()))
    cast.does("citizen", c.WriteMessage(message_id=new_id(), words="Må jeg ringe?"))
    (row,) = read_home(cast.consultant.pk).rows
    assert "message_written" in why(cast)
    assert {one.tier for one in row.reasons} == {Tier.WAITS}
