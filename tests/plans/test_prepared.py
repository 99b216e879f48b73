"""What is run with ready-made SQL does what the ORM would do."""

import threading
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.db.models import F

from backend.common import clock
from backend.common.ids import new_id
from backend.common.prepared import Prepared, PreparedInsert, PreparedInserts, PreparedUpdate, a_number, an_id, blanks
from backend.plans.models import Delivery, Entry, Member, Plan, Step
from tests.cast import Cast

members = Prepared(
    lambda: (
        Member.objects.filter(plan_id=a_number("plan_id"), ended_at=None)
        .select_related("plan", "person")
        .order_by("pk")
    )
)
roles = Prepared(lambda: Member.objects.filter(pk=an_id("pk")).values_list("role", flat=True))
pairs = Prepared(
    lambda: Member.objects.filter(plan_id=a_number("plan_id")).order_by("pk").values_list("pk", "person_id")
)
count_on = PreparedUpdate(lambda: (Plan.objects.filter(pk=a_number("pk")), {"room_head": F("room_head") + 1}))
close = PreparedUpdate(lambda: (Step.objects.filter(pk=an_id("pk")), blanks(Step, "done_at", "voices", "responsible")))


def values(thing: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(thing).items() if not name.startswith("_")}


def test_models_come_with_all_their_fields_and_those_beside_them(cast: Cast) -> None:
    asked = Member.objects.filter(plan_id=cast.plan_id, ended_at=None).select_related("plan", "person").order_by("pk")
    found = members.all(plan_id=cast.plan_id)
    assert [values(member) for member in found] == [values(member) for member in asked]
    with connection.execute_wrapper(no_query):
        assert [values(m.plan) | values(m.person) for m in found] == [values(m.plan) | values(m.person) for m in asked]
    assert not found[0]._state.adding


def no_query(*told: Any) -> None:
    raise AssertionError("asked the database again")


def test_rows_and_single_values(cast: Cast) -> None:
    asked = Member.objects.filter(plan_id=cast.plan_id).order_by("pk").values_list("pk", "person_id")
    assert pairs.all(plan_id=cast.plan_id) == list(asked)
    assert roles.one(pk=asked[0][0]) == Member.objects.get(pk=asked[0][0]).role
    assert roles.one(pk=new_id()) is None


def test_an_update_counts_its_rows_and_may_empty_a_field(cast: Cast) -> None:
    assert (count_on(pk=cast.plan_id), count_on(pk=-1)) == (1, 0)
    assert Plan.objects.get(pk=cast.plan_id).room_head == 1
    step_id, now = cast.adds_step(), clock.now()
    for done_at, answers in ((now, {"æ": ["agreed", "så"]}), (None, {})):
        assert close(pk=step_id, done_at=done_at, voices=answers, responsible_id=None) == 1
        step = Step.objects.get(pk=step_id)
        assert (step.done_at, step.voices, step.responsible_id) == (done_at, answers, None)


def test_an_insert_gives_the_key_back(cast: Cast) -> None:
    entry = Entry.objects.filter(plan_id=cast.plan_id).latest("seq")
    key = PreparedInsert(Delivery)(entry_id=entry.pk, plan_id=cast.plan_id, member_id=None, number=7)
    assert values(Delivery.objects.get(pk=key)) | {"id": 0} == values(
        Delivery(id=0, entry_id=entry.pk, plan_id=cast.plan_id, member_id=None, number=7)
    )


def test_several_rows_at_once(cast: Cast) -> None:
    entry = Entry.objects.filter(plan_id=cast.plan_id).latest("seq")
    deliver, alike = PreparedInserts(Delivery, each=["number"]), {"plan_id": cast.plan_id, "member_id": None}
    for numbers in ([(8,), (9,)], []):
        deliver(numbers, entry_id=entry.pk, **alike)
    found = Delivery.objects.filter(entry=entry, number__in=(8, 9)).order_by("number").values("number", *alike)
    assert list(found) == [{"number": number, **alike} for number in (8, 9)]


def test_rows_that_differ_in_several_fields(cast: Cast) -> None:
    entry = Entry.objects.filter(plan_id=cast.plan_id).latest("seq")
    told = {(member_id, 90 + place) for place, member_id in enumerate([*cast.members.values(), None])}
    PreparedInserts(Delivery, each=["number", "member_id"])(
        [(number, member_id) for member_id, number in told], entry_id=entry.pk, plan_id=cast.plan_id
    )
    found = Delivery.objects.filter(entry=entry, plan_id=cast.plan_id, number__gte=90)
    assert set(found.values_list("member_id", "number")) == told


def test_an_update_of_each(cast: Cast) -> None:
    heads = dict(Member.objects.filter(plan_id=cast.plan_id).values_list("pk", "head"))
    _first, *rest = heads
    PreparedUpdate(lambda: (Member.objects.filter(pk=an_id("pk")), {"head": F("head") + 1})).each(
        {"pk": member_id} for member_id in rest
    )
    told = {**heads, **{member_id: heads[member_id] + 1 for member_id in rest}}
    assert dict(Member.objects.filter(plan_id=cast.plan_id).values_list("pk", "head")) == told


@pytest.mark.django_db(transaction=True)
def test_every_thread_and_every_new_connection_has_its_own() -> None:
    at = Prepared(lambda: Entry.objects.filter(plan_id=a_number("plan_id")).values_list("at", flat=True))
    told: list[list[datetime]] = []

    def ask() -> None:
        told.append(at.all(plan_id=1))
        connection.close()
        told.append(at.all(plan_id=1))
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [[]] * 6
