"""Before it is sent it is asked about once more: access, presence, quiet hours, wishes; and nothing leaves twice."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from backend.common import clock
from backend.plans import commands as do
from backend.reach import presence
from backend.reach.deliver import LEASE, _claim, deliver_due
from backend.reach.follow import follow
from backend.reach.models import Notice, Presence
from tests.cast import Cast
from tests.reach.owed import at, from_now_on, owed_to, the_one, wishes, writes


@pytest.fixture(autouse=True)
def noon(cast: Cast) -> Iterator[None]:
    with at():
        from_now_on()
        yield


def looks(cast: Cast, role: str) -> None:
    presence.is_here(person_id=cast.person_of(role).pk, plan_id=cast.plan_id)
    presence.write_down()


def test_who_has_no_device_finds_it_here(cast: Cast) -> None:
    writes(cast)
    follow()
    assert deliver_due() == 1
    assert owed_to(cast, "citizen") == [("message", "sent")]
    assert the_one(cast, "citizen").way == ""
    assert deliver_due() == 0


def test_what_is_taken_away_before_it_is_sent_is_dropped(cast: Cast) -> None:
    step = cast.adds_step()
    cast.shares(step)
    follow()
    cast.does("citizen", do.UnshareStep(step_id=step, member_id=cast.members["supporter"]))
    deliver_due()
    assert owed_to(cast, "supporter") == [("step", "dropped")]


def test_whoever_left_the_table_is_told_nothing(cast: Cast) -> None:
    cast.plans_meeting("supporter")
    follow()
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    deliver_due()
    assert owed_to(cast, "supporter") == [("meeting", "dropped")]


def test_whoever_looks_on_has_seen_it(cast: Cast) -> None:
    writes(cast)
    follow()
    looks(cast, "citizen")
    assert owed_to(cast, "citizen") == [("message", "seen")]
    writes(cast)
    follow()
    deliver_due()
    assert owed_to(cast, "citizen")[1:] == [("message", "waiting")]
    with at("2026-11-24 12:01"):
        looks(cast, "citizen")
        assert owed_to(cast, "citizen")[1:] == [("message", "seen")]
        assert deliver_due() == 0


def test_whoever_has_left_is_nudged_within_a_minute(cast: Cast) -> None:
    looks(cast, "citizen")
    writes(cast)
    follow()
    assert deliver_due() == 0
    with at("2026-11-24 12:01"):
        assert deliver_due() == 1
        presence.forget_old()
    assert not Presence.objects.exists()


def test_looking_at_another_plan_is_not_looking(cast: Cast) -> None:
    looks(cast, "consultant")
    writes(cast)
    follow()
    assert deliver_due() == 1


def test_nothing_leaves_in_the_quiet_hours(cast: Cast) -> None:
    with at("2026-11-24 22:30"):
        writes(cast)
        follow()
        assert deliver_due() == 0
    with at("2026-11-25 07:59"):
        assert deliver_due() == 0
    with at("2026-11-25 08:00"):
        assert deliver_due() == 1


def test_quiet_hours_that_were_wished_meanwhile_hold(cast: Cast) -> None:
    writes(cast)
    follow()
    wishes(cast.citizen, quiet_from="11:00", quiet_to="13:00")
    assert deliver_due() == 0
    with at("2026-11-24 13:00"):
        assert deliver_due() == 1


def test_gathered_it_comes_once_a_day(cast: Cast) -> None:
    wishes(cast.citizen, rhythm="daily", daily_at="16:00")
    writes(cast)
    follow()
    assert deliver_due() == 0
    with at("2026-11-24 15:30"):
        cast.adds_step("consultant")
        follow()
        assert deliver_due() == 0
    with at("2026-11-24 16:00"):
        assert deliver_due() == 2
        writes(cast)
        follow()
    with at("2026-11-24 16:01"):
        writes(cast)
        follow()
        assert deliver_due() == 1  # what came at four on the dot
    with at("2026-11-25 16:00"):
        assert deliver_due() == 1


def test_a_sort_that_was_turned_off_meanwhile_is_dropped(cast: Cast) -> None:
    writes(cast)
    follow()
    wishes(cast.citizen, off=["message"])
    deliver_due()
    assert owed_to(cast, "citizen") == [("message", "dropped")]


def test_two_senders_never_have_the_same(cast: Cast) -> None:
    writes(cast)
    follow()
    assert _claim() is not None
    assert _claim() is None
    assert deliver_due() == 0


def test_what_a_dead_sender_had_is_sent_when_its_claim_has_run_out(cast: Cast) -> None:
    writes(cast)
    follow()
    _claim()
    with clock.standing_at(clock.now() + LEASE):
        assert deliver_due() == 1


def test_idle_it_asks_twice(cast: Cast, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        assert deliver_due() == 0


def test_presence_is_a_minute_and_is_kept_nowhere_else(cast: Cast) -> None:
    looks(cast, "citizen")
    assert Presence.objects.get().until - clock.now() == timedelta(seconds=60)
    names = {field.name for field in Notice._meta.get_fields()}
    assert "seen_at" not in names
