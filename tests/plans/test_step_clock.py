"""Clocks that have ended are still read: a day that passed and was moved, a step done late, one taken up again."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from backend.plans import commands as do
from backend.plans.journal import entries_after
from backend.plans.models import Entry
from backend.plans.reads.goal_clock import read_goal_clocks
from tests.cast import Cast
from tests.plans.test_goal_clock import dreams, later, looks, not_picked_up, read


def promised(cast: Cast, due: date, title: str = "Ring til banken", responsible: str = "citizen") -> UUID:
    """A step that somebody has agreed to by that day, written down on that Monday."""
    with later(0):
        step_id = cast.adds_step(title=title, due=due, responsible=cast.members[responsible])
        cast.does("citizen", do.MoveStep(step_id=step_id, status="agreed"))
    return step_id


def told(cast: Cast, days: float = 30) -> list[tuple[str, date, int | None, int | None, bool]]:
    return [(one.what, one.on, one.seen_after, one.followed_after, one.is_done) for one in read(cast, days)]


THE_3RD = date(2026, 11, 3)


def test_a_step_that_was_done_late_keeps_its_clock_and_tells_when_it_was_done(cast: Cast) -> None:
    step_id = promised(cast, THE_3RD)
    looks(cast, 3)
    with later(5):
        cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    assert told(cast) == [("step_overdue", THE_3RD, 2, 4, True)]
    with later(6):
        cast.does("citizen", do.MoveStep(step_id=step_id, status="doing"))  # not done, after all
    assert told(cast) == [("step_overdue", THE_3RD, 2, None, False)]


def test_a_change_of_the_plan_before_it_was_done_is_what_followed(cast: Cast) -> None:
    step_id = promised(cast, THE_3RD)
    with later(3):
        cast.adds_goal("consultant")
    with later(5):
        cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    assert told(cast) == [("step_overdue", THE_3RD, None, 2, False)]


@pytest.mark.parametrize("before", [{"due": THE_3RD}, {"due": date(2026, 11, 9)}])
def test_what_was_done_or_moved_in_time_was_never_late(cast: Cast, before: dict[str, date]) -> None:
    step_id = promised(cast, THE_3RD)
    with later(1.5):
        cast.does("citizen", do.SetDue(step_id=step_id, **before))
        cast.does("citizen", do.MoveStep(step_id=step_id, status="done"))
    assert told(cast) == []


def test_a_wish_whose_day_has_passed_was_promised_by_nobody(cast: Cast) -> None:
    step_id = promised(cast, THE_3RD)
    with later(1):
        cast.does("citizen", do.MoveStep(step_id=step_id, status="wish"))
    with later(5):
        cast.does("citizen", do.SetDue(step_id=step_id, due=None))
        cast.does("citizen", do.MoveStep(step_id=step_id, status="doing"))
    assert told(cast) == []


def test_each_day_that_passed_over_a_step_has_its_own_clock_for_half_a_year(cast: Cast) -> None:
    step_id = promised(cast, THE_3RD)
    with later(3):
        cast.does("consultant", do.SetDue(step_id=step_id, due=date(2026, 11, 10)))
    with later(10):
        cast.does("citizen", do.SetDue(step_id=step_id, due=None))
    second = ("step_overdue", date(2026, 11, 10), None, 2, False)
    assert told(cast) == [second, ("step_overdue", THE_3RD, None, 2, False)]
    assert told(cast, 183) == [second]
    with later(20):
        cast.does("citizen", do.RemoveStep(step_id=step_id))
    assert told(cast) == []


def test_the_new_day_of_whoever_takes_the_step_is_its_own_end(cast: Cast) -> None:
    step_id = promised(cast, THE_3RD, responsible="consultant")
    with later(3):
        cast.does("consultant", do.AssignStep(step_id=step_id, responsible=None))
        cast.shares(step_id)
    with later(4):
        cast.does("supporter", do.TakeStep(step_id=step_id, due=date(2026, 12, 20)))
    assert told(cast) == [("step_overdue", THE_3RD, None, 2, False)]


@pytest.mark.parametrize("kind", ["step_due_set", "step_taken"])
def test_entries_from_before_the_day_was_kept_tell_of_no_day(cast: Cast, kind: str) -> None:
    step_id = promised(cast, THE_3RD)
    with later(3):
        cast.does("citizen", do.SetDue(step_id=step_id, due=date(2026, 12, 20)))
    assert len(told(cast)) == 1
    Entry.objects.filter(plan_id=cast.plan_id, kind="step_due_set").update(kind=kind, facts={})
    assert told(cast) == []


def test_a_step_that_is_taken_up_again_keeps_the_clock_of_when_it_was_given_up(cast: Cast) -> None:
    with later(0):
        step_id = cast.adds_step()
        cast.does("citizen", do.MoveStep(step_id=step_id, status="dropped"))
    looks(cast, 2)
    with later(4):
        cast.does("citizen", do.MoveStep(step_id=step_id, status="wish"))
    assert told(cast) == [("step_dropped", date(2026, 11, 2), 2, 4, False)]
    assert not not_picked_up(cast)
    with later(9):
        cast.does("citizen", do.MoveStep(step_id=step_id, status="dropped"))
        cast.does("citizen", do.MoveStep(step_id=step_id, status="wish"))  # a slip of the hand
    assert [on for _what, on, *_rest in told(cast)] == [date(2026, 11, 2)]


def test_the_day_before_is_told_to_citizen_and_consultant_alone(cast: Cast) -> None:
    step_id = promised(cast, THE_3RD, responsible="supporter")
    with later(3):
        cast.does("citizen", do.SetDue(step_id=step_id, due=date(2026, 12, 20)))
    facts = {}
    for role in ("citizen", "consultant", "supporter"):
        [entry] = [e for e in entries_after(cast.seat(role), 0) if e.kind == "step_due_set"]
        facts[role] = entry.facts
    was = {"was": "2026-11-03"}
    assert facts == {"citizen": was, "consultant": was, "supporter": {}}


def test_the_clocks_of_many_steps_cost_five_queries(cast: Cast, django_assert_num_queries: Any) -> None:
    dreams(cast, 0, "Et arbejde")
    for title in ("Et", "To", "Tre"):
        step_id = promised(cast, THE_3RD, title)
        with later(3):
            cast.does("citizen", do.SetDue(step_id=step_id, due=date(2026, 12, 20)))
    looks(cast, 4)
    seat = cast.seat("citizen")
    with later(9), django_assert_num_queries(5):
        assert len(read_goal_clocks(seat)) == 4
