"""Reminders, by what the plan holds when their hour comes."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from backend.common import clock
from backend.plans import commands as do
from backend.plans.models import Plan
from backend.reach.deliver import deliver_due
from backend.reach.models import Notice
from backend.reach.places import path_of
from tests.cast import Cast
from tests.reach.owed import at, from_now_on, owed_to, reminded, wishes


@pytest.fixture(autouse=True)
def noon(cast: Cast) -> Iterator[None]:
    with at():
        from_now_on()
        yield


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=clock.COPENHAGEN)


def reminders(cast: Cast, role: str) -> list[tuple[str, str]]:
    return [one for one in owed_to(cast, role) if "reminder" in one[0] or one[0] == "weekly"]


def test_of_a_meeting_once_the_evening_before(cast: Cast) -> None:
    cast.plans_meeting("supporter")
    with at("2026-11-24 16:59"):
        assert reminded() == 0
    with at("2026-11-24 17:00"):
        assert reminded() == 3
        assert reminded() == 0
        assert deliver_due() == 3
    with at("2026-11-24 20:00"):
        assert reminded() == 0
    with at("2026-11-25 09:00"):
        assert reminded() == 0
    for role in ("citizen", "consultant", "supporter"):
        assert reminders(cast, role) == [("meeting_reminder", "sent")]
    assert not reminders(cast, "professional")


def test_a_worker_that_stood_still_in_the_evening_reminds_in_the_morning(cast: Cast) -> None:
    cast.plans_meeting()
    with at("2026-11-25 08:30"):
        assert reminded() == 2
        assert deliver_due() == 2
    with at("2026-11-25 12:01"):
        assert reminded() == 0


def test_a_meeting_that_is_moved_reminds_of_its_new_day(cast: Cast) -> None:
    meeting = cast.plans_meeting()
    cast.does("citizen", do.MoveMeeting(meeting_id=meeting, starts_at=moment("2026-11-27 10:00"), minutes=60))
    with at("2026-11-24 17:00"):
        assert reminded() == 0
    with at("2026-11-26 17:00"):
        assert reminded() == 2


def test_a_meeting_that_is_called_off_before_it_is_sent_reminds_nobody(cast: Cast) -> None:
    meeting = cast.plans_meeting()
    with at("2026-11-24 17:00"):
        assert reminded() == 2
        cast.does("citizen", do.CancelMeeting(meeting_id=meeting))
        assert deliver_due() == 0
    assert reminders(cast, "citizen") == [("meeting_reminder", "dropped")]


def test_a_meeting_set_in_the_evening_is_news_and_no_reminder(cast: Cast) -> None:
    with at("2026-11-24 19:00"):
        cast.plans_meeting()
        assert reminded() == 0


def test_two_meetings_on_one_day_remind_once(cast: Cast) -> None:
    cast.plans_meeting()
    cast.plans_meeting()
    with at("2026-11-24 17:00"):
        assert reminded() == 2


def test_of_a_step_on_its_day_whoever_is_to_do_it(cast: Cast) -> None:
    step = cast.adds_step(due=moment("2026-11-25 00:00").date(), responsible=cast.members["citizen"])
    promise = cast.adds_step(due=moment("2026-11-25 00:00").date(), responsible=cast.members["consultant"])
    cast.does("consultant", do.MoveStep(step_id=promise, status="done"))
    with at("2026-11-25 08:59"):
        assert reminded() == 0
    with at("2026-11-25 09:00"):
        assert reminded() == 1
        cast.does("citizen", do.MoveStep(step_id=step, status="done"))
        assert deliver_due() == 0
    assert reminders(cast, "citizen") == [("step_reminder", "dropped")]
    assert not reminders(cast, "consultant")


def test_with_a_protected_address_only_the_two_are_reminded_of_a_meeting(cast: Cast) -> None:
    Plan.objects.update(protected=True)
    cast.plans_meeting("supporter")
    with at("2026-11-24 17:00"):
        assert reminded() == 2
    assert not reminders(cast, "supporter")


def test_the_question_of_the_week_is_asked_of_whoever_wishes_it(cast: Cast) -> None:
    with at("2026-11-27 15:00"):
        assert reminded() == 0
        wishes(cast.citizen, weekly=True)
        assert reminded() == 1
        assert deliver_due() == 1
        assert path_of(Notice.objects.get()) == f"/plans/{cast.plan_id}/conversation/?week=1#week"
        wishes(cast.citizen, weekly=False)
    with at("2026-12-04 15:00"):
        assert reminded() == 0


def test_when_it_is_time_to_measure_again_the_question_of_the_week_is_that(cast: Cast) -> None:
    wishes(cast.citizen, weekly=True)
    with at("2026-08-26 10:00"):
        cast.does("citizen", do.AnswerIndicator(indicator="health", score=4))
    for friday, page in (("20", "week"), ("27", "measurements")):
        with at(f"2026-11-{friday} 15:00"):
            assert reminded() == 1
            assert Notice.objects.latest("seq").page == page


def test_over_both_changes_of_the_clock(cast: Cast) -> None:
    for day in ("2027-03-28", "2027-10-31"):
        before = moment(f"{day} 17:00") - timedelta(days=1)
        meeting = cast.plans_meeting()
        cast.does("citizen", do.MoveMeeting(meeting_id=meeting, starts_at=moment(f"{day} 09:00"), minutes=60))
        with clock.standing_at(before - timedelta(seconds=1)):
            assert reminded() == 0
        with clock.standing_at(before):
            assert reminded() == 2


def test_gathering_does_not_hold_a_reminder_back(cast: Cast) -> None:
    wishes(cast.citizen, rhythm="daily", daily_at="08:00")
    cast.plans_meeting()
    with at("2026-11-24 17:00"):
        reminded()
        deliver_due()
        mine = Notice.objects.get(person=cast.citizen, kind="meeting_reminder")
        assert mine.state == "sent"
