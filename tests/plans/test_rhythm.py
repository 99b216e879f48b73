"""How often the two meet is agreed between them, and by when the next meeting is due is told to both."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.people.models import ContactRule, MeetingKind, Person, TargetGroup
from backend.plans import commands as c
from backend.plans.models import Meeting, Plan
from backend.plans.reads.caseload import CaseloadRow, read_caseload
from backend.plans.reads.follow_up import FollowUp, follow_ups_of
from backend.plans.reads.rhythm import read_rhythm
from citizen_app.contact_words import due
from citizen_app.news_words import why
from tests.cast import Cast


@pytest.fixture
def kind(db: None) -> MeetingKind:
    return MeetingKind.objects.create(name="Opfølgning", code="follow_up")


def ruled(cast: Cast, kind: MeetingKind, **said: Any) -> None:
    """The citizen belongs to a group that is to be met; their plan is a year old."""
    group = TargetGroup.objects.create(name="Voksne", code="adults")
    Person.objects.filter(pk=cast.citizen.pk).update(target_group=group)
    Plan.objects.update(opened_at=clock.now() - timedelta(days=365))
    said = {"least": 1, "within_days": 28, "valid_from": date(2020, 1, 1), **said}
    ContactRule.objects.create(target_group=group, meeting_kind=kind, **said)


def meets(cast: Cast, kind: MeetingKind, *, days: int, held: bool = True) -> UUID:
    """A meeting so many days from now, which took place or is to."""
    at = clock.now() + timedelta(days=days)
    told: dict[str, Any] = {"started_at": at, "ended_at": at + timedelta(hours=1)} if held else {}
    return Meeting.objects.create(
        pk=new_id(), plan_id=cast.plan_id, kind=kind, starts_at=at, planned_by_id=cast.members["citizen"], **told
    ).pk


def promise(cast: Cast, who: str = "citizen") -> FollowUp:
    (one,) = follow_ups_of(cast.seat(who))
    return one


def on_the_desk(cast: Cast) -> CaseloadRow:
    (row,) = read_caseload(cast.consultant.pk)
    return row


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)


def test_it_holds_when_the_other_says_the_same(cast: Cast) -> None:
    cast.does("citizen", c.SayRhythm(days=14))
    waiting = read_rhythm(cast.seat("consultant"))
    assert (waiting.days, waiting.asked) == (0, 14) and waiting.asked_by and waiting.asked_by.role == "citizen"
    cast.does("citizen", c.SayRhythm(days=14))
    assert read_rhythm(cast.seat("citizen")).days == 0, "one's own word twice is no yes"
    cast.does("consultant", c.SayRhythm(days=14))
    agreed = read_rhythm(cast.seat("citizen"))
    assert (agreed.days, agreed.asked, agreed.asked_by) == (14, None, None)


def test_what_holds_stays_until_both_want_something_else(cast: Cast) -> None:
    for who, days in (("consultant", 28), ("citizen", 28), ("consultant", 7), ("citizen", 28)):
        cast.does(who, c.SayRhythm(days=days))
    kept = read_rhythm(cast.seat("citizen"))
    assert (kept.days, kept.asked) == (28, None)


def test_nobody_else_says_or_reads_it(cast: Cast) -> None:
    with pytest.raises(Refused):
        cast.does("supporter", c.SayRhythm(days=14))
    for who in ("supporter", "screen"):
        with pytest.raises(NotHere):
            read_rhythm(cast.seat(who))
    with pytest.raises(Refused):
        cast.does("citizen", c.SayRhythm(days=5))
    cast.does("citizen", c.SayRhythm(days=14))
    assert cast.seat("supporter").head == 1, "not even as a number"


def test_the_next_is_due_so_long_after_the_last(cast: Cast, kind: MeetingKind) -> None:
    ruled(cast, kind)
    meets(cast, kind, days=-40)
    meets(cast, kind, days=-26)
    one = promise(cast)
    assert (one.by, one.is_missing, one.is_late) == (in_days(2), True, False)


def test_of_several_within_the_time_the_oldest_counts(cast: Cast, kind: MeetingKind) -> None:
    ruled(cast, kind, least=3, within_days=50)
    for days in (-45, -30, -2):
        meets(cast, kind, days=days)
    assert promise(cast).by == in_days(5)


def test_one_that_is_set_in_time_keeps_it_and_one_too_late_does_not(cast: Cast, kind: MeetingKind) -> None:
    ruled(cast, kind)
    meets(cast, kind, days=-26)
    later = meets(cast, kind, days=3, held=False)
    assert promise(cast).is_missing
    Meeting.objects.filter(pk=later).update(starts_at=clock.now() + timedelta(days=1))
    assert due(promise(cast)) == "Næste er i morgen." and on_the_desk(cast).follow_up is None
    Meeting.objects.filter(pk=later).update(cancelled_at=clock.now())
    assert promise(cast).is_missing


def test_the_desk_says_it_a_week_before_and_the_citizen_reads_it_too(cast: Cast, kind: MeetingKind) -> None:
    ruled(cast, kind)
    held = meets(cast, kind, days=-20)
    assert on_the_desk(cast).follow_up is None
    Meeting.objects.filter(pk=held).update(started_at=clock.now() - timedelta(days=24))
    weekday = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")[in_days(4).weekday()]
    assert why(on_the_desk(cast)) == f"Mangler opfølgning inden {weekday}" and on_the_desk(cast).waits
    assert due(promise(cast)) == f"Næste skal være senest på {weekday}."
    Meeting.objects.filter(pk=held).update(started_at=clock.now() - timedelta(days=60))
    assert why(on_the_desk(cast)).startswith("Mangler opfølgning siden ")


def test_any_meeting_with_the_citizen_keeps_the_rhythm(cast: Cast, kind: MeetingKind) -> None:
    for who in ("citizen", "consultant"):
        cast.does(who, c.SayRhythm(days=7))
    assert promise(cast).by == in_days(7)
    meets(cast, MeetingKind.objects.create(name="Kom forbi", code="walk_in"), days=-1)
    assert promise(cast).by == in_days(6)
    meets(cast, MeetingKind.objects.create(name="Sparring", code="case_discussion"), days=0)
    assert promise(cast).by == in_days(6), "the citizen was not there"
