"""A phone that is unsure sends again: once is once, and the first answer stands."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.models import Entry, Plan, Step
from tests.cast import DEVICE, Cast
from tests.plans.saying_no import numbers


def test_the_same_again_gives_the_same_outcome_and_one_entry(cast: Cast) -> None:
    order, change_id = do.AddStep(step_id=new_id(), title="Ring"), new_id()
    first = cast.does("citizen", order, change_id=change_id)
    before = numbers(cast)
    for _again in range(3):
        outcome = cast.does("citizen", order, change_id=change_id)
        assert (outcome.number, outcome.status, outcome.change_id) == (first.number, "repeated", change_id)
    assert (first.status, numbers(cast)) == ("accepted", before)


def test_the_first_answer_stands_after_the_step_has_moved_on(cast: Cast) -> None:
    step_id, change_id = cast.adds_step(), new_id()
    order = do.MoveStep(step_id=step_id, status="doing")
    first = cast.does("citizen", order, change_id=change_id)
    cast.does("consultant", do.MoveStep(step_id=step_id, status="done"))
    assert cast.does("citizen", order, change_id=change_id).number == first.number
    assert Step.objects.get(pk=step_id).status == "done"
    cast.does("citizen", do.RemoveStep(step_id=step_id))
    assert cast.does("citizen", order, change_id=change_id).status == "repeated"


def test_a_narrow_seats_outcome_is_counted_as_it_counts(cast: Cast) -> None:
    cast.adds_step()
    order, change_id = do.AddStep(step_id=new_id(), title="Gå en tur"), new_id()
    first = cast.does("supporter", order, change_id=change_id)
    cast.adds_step()
    assert first.number == cast.seat("supporter").head == 2
    assert cast.does("supporter", order, change_id=change_id).number == 2


def test_the_same_id_with_another_body_is_refused(cast: Cast) -> None:
    step_id, change_id = cast.adds_step(), new_id()
    cast.does("citizen", do.MoveStep(step_id=step_id, status="doing"), change_id=change_id)
    before = numbers(cast)
    for other in (do.MoveStep(step_id=step_id, status="done"), do.RemoveStep(step_id=step_id)):
        with pytest.raises(Refused) as no:
            cast.does("citizen", other, change_id=change_id)
        assert no.value.code == "same_id_other_change"
    assert numbers(cast) == before
    assert Step.objects.get(pk=step_id).status == "doing"


def test_another_device_may_use_the_same_id(cast: Cast) -> None:
    change_id = new_id()
    for device in (DEVICE, new_id()):
        order = do.AddStep(step_id=new_id(), title="Ring")
        assert cast.does("citizen", order, change_id=change_id, device=device).status == "accepted"


def test_anothers_change_is_not_theirs_to_ask_about(cast: Cast) -> None:
    change_id, order = new_id(), do.SuggestStrength(strength_id=new_id(), words="Sjov")
    cast.does("citizen", order, change_id=change_id)
    for role in ("consultant", "supporter"):
        with pytest.raises(NotHere):
            cast.does(role, order, change_id=change_id)


def test_a_refused_change_may_be_sent_again_and_then_succeed(cast: Cast) -> None:
    step_id, change_id = cast.adds_step("consultant"), new_id()
    order = do.MoveStep(step_id=step_id, status="doing")
    before = numbers(cast)
    with pytest.raises(Refused):
        cast.does("consultant", order, change_id=change_id)
    assert numbers(cast) == before
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="agreed"))
    assert cast.does("consultant", order, change_id=change_id).status == "accepted"


def test_under_a_seat_that_was_taken_away_there_is_nothing(cast: Cast) -> None:
    step_id = cast.adds_step(responsible=cast.members["supporter"])
    tunnel = cast.seat("supporter")
    order = do.MoveStep(step_id=step_id, status="doing")
    cast.does("citizen", do.UnshareStep(step_id=step_id, member_id=cast.members["supporter"]))
    with pytest.raises(NotHere):
        make_change(tunnel, order, device=DEVICE, change_id=new_id())
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    before = numbers(cast)
    for command in (order, do.SuggestStrength(strength_id=new_id(), words="Sjov")):
        with pytest.raises(NotHere):
            make_change(tunnel, command, device=DEVICE, change_id=new_id())
    assert numbers(cast) == before


def test_the_wall_has_no_voice(cast: Cast) -> None:
    for command in (do.SuggestStrength(strength_id=new_id(), words="x"), do.MoveStep(step_id=new_id(), status="done")):
        with pytest.raises(NotHere):
            make_change(cast.seat("screen"), command, device=DEVICE, change_id=new_id())


def test_what_the_phone_says_of_when_is_kept_and_orders_nothing(cast: Cast) -> None:
    long_ago = clock.now() - timedelta(days=3650)
    cast.does("citizen", do.AddStep(step_id=new_id(), title="a"))
    cast.does("citizen", do.AddStep(step_id=new_id(), title="b"), said_at=long_ago)
    last = Entry.objects.order_by("seq").last()
    assert last is not None
    assert (last.said_at, last.seq, last.at > long_ago) == (long_ago, cast.seat("citizen").head, True)


def test_the_database_itself_keeps_a_change_and_a_number_once(cast: Cast) -> None:
    cast.adds_step()
    entry = Entry.objects.order_by("seq").last()
    assert entry is not None
    for seq, change_id in ((entry.seq, new_id()), (entry.seq + 1, entry.change_id)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.create(
                plan_id=entry.plan_id,
                seq=seq,
                kind="x",
                at=entry.at,
                device=entry.device,
                change_id=change_id,
                digest="",
            )
    assert Plan.objects.get(pk=cast.plan_id).head_seq == entry.seq
