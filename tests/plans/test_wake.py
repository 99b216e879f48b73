"""The wake: after the commit and never before, and no listener harms another."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from backend.common.errors import Refused
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans import wake
from backend.plans.models import Entry
from backend.plans.wake import Wake
from tests.cast import Cast, gather

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def heard() -> Iterator[list[tuple[Wake, int, bool]]]:
    """(wake, entries in the database then, whether a transaction was still open) for each that came."""
    came: list[tuple[Wake, int, bool]] = []

    def listen(told: Wake) -> None:
        entries = Entry.objects.filter(plan=told.plan_id).count()
        came.append((told, entries, connection.in_atomic_block))

    wake.listeners.append(listen)
    yield came
    wake.listeners.remove(listen)


@pytest.fixture
def cast(heard: list[tuple[Wake, int, bool]]) -> Cast:
    gathered = gather()
    heard.clear()
    return gathered


def test_it_comes_after_the_commit_with_the_newest_number(cast: Cast, heard: list[tuple[Wake, int, bool]]) -> None:
    cast.adds_step()
    head = cast.seat("citizen").head
    assert heard == [(Wake(cast.plan_id, head, cast.seat("citizen").epoch), head, False)]


def test_it_carries_the_epoch_that_the_change_raised(cast: Cast, heard: list[tuple[Wake, int, bool]]) -> None:
    before = cast.seat("citizen").epoch
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    assert [told.epoch for told, *_rest in heard] == [before + 1]


def test_a_refusal_a_repeat_and_a_rollback_wake_nobody(cast: Cast, heard: list[tuple[Wake, int, bool]]) -> None:
    with pytest.raises(Refused):
        cast.does("supporter", do.WriteLifeGoal(words="x"))
    order, change_id = do.AddStep(step_id=new_id(), title="Ring"), new_id()
    cast.does("citizen", order, change_id=change_id)
    heard.clear()
    cast.does("citizen", order, change_id=change_id)
    with transaction.atomic():
        cast.adds_step()
        transaction.set_rollback(True)
    assert heard == []


def test_inside_anothers_transaction_it_waits_for_that_commit(cast: Cast, heard: list[tuple[Wake, int, bool]]) -> None:
    with transaction.atomic():
        cast.adds_step()
        assert heard == []
    assert len(heard) == 1


def test_a_listener_that_fails_harms_nobody(cast: Cast, heard: list[tuple[Wake, int, bool]]) -> None:
    def fail(_told: Wake) -> None:
        raise RuntimeError("a bad listener")

    wake.listeners.insert(0, fail)
    try:
        outcome = cast.does("citizen", do.AddStep(step_id=new_id(), title="Ring"))
    finally:
        wake.listeners.remove(fail)
    assert outcome.status == "accepted"
    assert len(heard) == 1


def test_where_every_plan_is_now_heals_a_wake_that_was_lost(cast: Cast) -> None:
    cast.adds_step()
    seat = cast.seat("citizen")
    assert wake.whereabouts([cast.plan_id, 10**9]) == [Wake(cast.plan_id, seat.head, seat.epoch)]
