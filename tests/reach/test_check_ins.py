"""How it goes afterwards: the citizen is asked, at their hour, and the consultant hears at once when it goes badly."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from backend.plans import commands as do
from backend.plans.models import Phase
from backend.reach.deliver import deliver_due
from backend.reach.follow import follow
from backend.reach.models import Notice
from backend.reach.places import path_of
from tests.cast import Cast
from tests.reach.owed import at, from_now_on, owed_to, reminded, wishes

DUE = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def noon(cast: Cast) -> Iterator[None]:
    """A week before the first of them, at Amina's table."""
    with at():
        citizen = cast.members["citizen"]
        began = DUE - timedelta(days=7)
        about = {"plan_id": cast.plan_id, "by_id": citizen, "seq": 1}
        Phase.objects.create(kind="aftercare", began=began, at="2026-11-18T10:00Z", **about)
        from_now_on()
        yield


def answers(cast: Cast, answer: str) -> None:
    cast.does("citizen", do.AnswerCheckIn(due=DUE, answer=answer))  # type: ignore[arg-type]


def asked(cast: Cast) -> list[str]:
    return [state for kind, state in owed_to(cast, "citizen") if kind == "check_in"]


def test_asked_on_its_day_and_once_more_if_it_was_not_answered(cast: Cast) -> None:
    for moment, made in (
        ("2026-11-24 12:00", 0), ("2026-11-25 08:59", 0), ("2026-11-25 09:00", 1), ("2026-11-25 09:30", 1),
        ("2026-11-26 12:00", 1), ("2026-11-28 12:00", 2), ("2026-11-29 12:00", 2),
    ):  # fmt: skip
        with at(moment):
            reminded()
            deliver_due()
        assert len(asked(cast)) == made, moment
    assert path_of(Notice.objects.filter(kind="check_in")[0]) == f"/plans/{cast.plan_id}/check-ins/"


def test_whoever_has_answered_before_it_is_sent_hears_nothing(cast: Cast) -> None:
    with at("2026-11-25 09:00"):
        reminded()
        answers(cast, "well")
        deliver_due()
        assert asked(cast) == ["dropped"]
    with at("2026-11-28 12:00"):
        reminded()
    assert asked(cast) == ["dropped"]


def test_whoever_does_not_wish_it_is_not_nudged(cast: Cast) -> None:
    wishes(cast.citizen, off=["check_in"])
    with at("2026-11-25 12:00"):
        reminded()
    assert asked(cast) == []


@pytest.mark.parametrize(("answer", "heard"), [("well", 0), ("badly", 1)])
def test_badly_is_not_gathered_for_a_consultant_who_hears_once_a_day(cast: Cast, answer: str, heard: int) -> None:
    wishes(cast.consultant, rhythm="daily", daily_at="16:00")
    with at("2026-11-25 10:00"):
        answers(cast, answer)
        follow()
        assert [state for kind, state in owed_to(cast, "consultant") if kind == "check_in"] == ["waiting"] * heard
        assert deliver_due() == heard
