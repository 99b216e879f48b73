"""Eight at once on one plan, with refusals and double sends between: every number once, none left out."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection

from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.models import Delivery, Entry, Member, Plan
from tests.cast import Cast, gather

WRITERS, EACH = 8, 15


@pytest.mark.django_db(transaction=True)
def test_numbers_have_no_gaps_and_nothing_accepted_is_lost() -> None:
    cast = gather()
    steps = [cast.adds_step(title=f"Skridt {n}") for n in range(4)]
    for step in steps[:2]:
        cast.shares(step)
    begun = cast.seat("citizen").head
    with ThreadPoolExecutor(WRITERS) as writers:
        told = [
            number for numbers in writers.map(lambda n: _write(cast, steps, n), range(WRITERS)) for number in numbers
        ]
    head = Plan.objects.get(pk=cast.plan_id).head_seq
    seqs = list(Entry.objects.filter(plan=cast.plan_id).order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, head + 1))
    assert Counter(told) == Counter(range(begun + 1, head + 1)), "each accepted change has a number of its own"
    assert len(told) > WRITERS * EACH / 6
    for member in Member.objects.filter(plan=cast.plan_id, role__in=["supporter", "professional"]):
        own = list(member.deliveries.order_by("number").values_list("number", flat=True))
        assert own == list(range(1, member.head + 1))
    assert not Delivery.objects.filter(plan=cast.plan_id, member=None).exists(), "the wall shows nothing of it"


def _write(cast: Cast, steps: list[UUID], writer: int) -> list[int]:
    """Some of it is refused, some sent twice; gives the plan's number of each that was accepted."""
    chance, seat, device, told = random.Random(writer), cast.seat("citizen"), new_id(), []
    try:
        for _turn in range(EACH):
            status = chance.choice(["wish", "doing", "done"])
            before = chance.choice([None, *steps])
            orders: list[do.Command] = [
                do.MoveStep(step_id=chance.choice(steps), status=status, before=before),  # type: ignore[arg-type]
                do.SayCarried(step_id=chance.choice(steps), carried_by="alone"),
                do.MoveStep(step_id=new_id(), status="done"),
                do.AddStep(step_id=new_id(), title="\x00"),
            ]
            order, change_id = chance.choice(orders), new_id()
            try:
                outcome = make_change(seat, order, device=device, change_id=change_id)
            except (Refused, NotHere):
                continue
            told.append(outcome.number)
            if chance.random() < 0.3:
                again = make_change(seat, order, device=device, change_id=change_id)
                assert (again.number, again.status) == (outcome.number, "repeated")
    finally:
        connection.close()
    return told


@pytest.mark.django_db(transaction=True)
def test_one_change_sent_by_eight_at_once_is_made_once() -> None:
    cast = gather()
    seat, device, change_id = cast.seat("citizen"), new_id(), new_id()
    order = do.AddStep(step_id=new_id(), title="Ring")

    def send(_writer: int) -> str:
        try:
            return make_change(seat, order, device=device, change_id=change_id).status
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as writers:
        assert Counter(writers.map(send, range(WRITERS))) == {"accepted": 1, "repeated": WRITERS - 1}
    assert Entry.objects.filter(change_id=change_id).count() == 1
