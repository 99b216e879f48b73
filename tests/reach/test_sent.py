"""A notice on its way to a real push service: what is told, what is tried again, and what a dead sender doubles."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from backend.common import clock
from backend.people.models import Session
from backend.plans import commands as do
from backend.plans.models import Plan
from backend.reach import deliver
from backend.reach.deliver import LEASE, deliver_due
from backend.reach.follow import follow
from backend.reach.models import Device, Notice
from backend.reach.push import push_all
from tests.cast import Cast
from tests.reach.conftest import device_for, on
from tests.reach.owed import at, from_now_on, owed_to, the_one, writes
from tests.reach.services import Moody, PushService

CANARY = "KANARIEFUGL"


@pytest.fixture(autouse=True)
def noon(cast: Cast) -> Iterator[None]:
    with at():
        from_now_on()
        yield


def says_the_sort(cast: Cast) -> None:
    Device.objects.filter(person=cast.citizen).update(says="kind")


def test_it_leads_to_where_it_is_and_says_only_that_there_is_news(cast: Cast, a_service: PushService) -> None:
    phone = a_service.subscribe()
    device_for(cast.citizen, phone)
    writes(cast, words=CANARY)
    follow()
    assert deliver_due() == 1
    assert owed_to(cast, "citizen") == [("message", "sent")]
    assert the_one(cast, "citizen").way == "push"
    (told,) = a_service.told(phone)
    assert CANARY not in str(told) and "Bente" not in str(told)
    assert "Der er nyt" in str(told)
    assert f"/plans/{cast.plan_id}/conversation/" in str(told)


def test_several_become_one_and_no_payload_holds_what_was_said(cast: Cast, a_service: PushService) -> None:
    phone = a_service.subscribe()
    device_for(cast.citizen, phone)
    says_the_sort(cast)
    writes(cast, words=CANARY)
    step = cast.adds_step("consultant", title=f"{CANARY} på et kort")
    cast.does("consultant", do.RemarkOnStep(remark_id=uuid4(), step_id=step, words=f"{CANARY} om det"))
    follow()
    assert deliver_due() == 3
    (told,) = a_service.told(phone)
    assert "3 nyheder" in str(told)
    assert CANARY not in str(told)


def test_with_a_protected_address_it_never_says_more_than_that_there_is_news(
    cast: Cast, a_service: PushService
) -> None:
    Plan.objects.update(protected=True)
    phone = a_service.subscribe()
    device_for(cast.citizen, phone)
    says_the_sort(cast)
    writes(cast)
    follow()
    deliver_due()
    (told,) = a_service.told(phone)
    assert "besked" not in str(told) and "Der er nyt" in str(told)


def test_what_a_busy_service_did_not_take_is_tried_again_until_it_is(
    cast: Cast, moods: Moody, service: PushService
) -> None:
    device_for(cast.citizen, on(moods.origin, service))
    moods.status = 503
    writes(cast)
    follow()
    deliver_due()
    notice = the_one(cast, "citizen")
    assert (notice.state, notice.tries, len(notice.again)) == ("waiting", 1, 1)
    assert notice.due_at > clock.now()
    moods.status = 201
    with clock.standing_at(notice.due_at):
        assert deliver_due() == 1
        assert owed_to(cast, "citizen") == [("message", "sent")]
    assert len(moods.heard) == 2


def test_what_is_never_taken_is_counted_and_not_tried_for_ever(cast: Cast, moods: Moody, service: PushService) -> None:
    device_for(cast.citizen, on(moods.origin, service))
    moods.status = 503
    Session.objects.update(expire_date=clock.now() + timedelta(days=9))  # nobody uses the phone meanwhile
    writes(cast)
    follow()
    for _ in range(deliver.MOST_TRIES):
        with clock.standing_at(the_one(cast, "citizen").due_at):
            deliver_due()
    assert owed_to(cast, "citizen") == [("message", "failed")]
    with at("2026-11-28 12:00"):
        assert deliver_due() == 0


def test_a_sender_that_died_over_it_doubles_nothing_on_the_phone(
    cast: Cast, moods: Moody, service: PushService, monkeypatch: Any
) -> None:
    """Between the push service's yes and the row: what is sent again takes the first one's place."""
    device_for(cast.citizen, on(moods.origin, service))
    writes(cast)
    follow()

    def dies(pushes: Any) -> Any:
        push_all(pushes)
        raise KeyboardInterrupt

    with monkeypatch.context() as killed:
        killed.setattr(deliver, "push_each", dies)
        with pytest.raises(KeyboardInterrupt):
            deliver_due()
    assert deliver_due() == 0  # its claim holds
    with clock.standing_at(clock.now() + LEASE):
        assert deliver_due() == 1
        assert deliver_due() == 0
    topics = [heard["topic"] for heard in moods.heard]
    assert len(topics) == 2 and len(set(topics)) == 1
    assert Notice.objects.get().state == "sent"


def test_two_people_and_two_plans_never_share_a_place_on_a_phone(cast: Cast) -> None:
    row = {"kind": "message", "seq": 1}
    of = [Notice(person_id=who, plan_id=plan, **row) for who, plan in ((1, 11), (11, 1), (1, 1))]
    groups = {deliver.Bundle([notice], protected=False).group for notice in of}
    reminder = deliver.Bundle([Notice(person_id=1, plan_id=1, kind="step_reminder", seq=1)], protected=False)
    assert len(groups | {reminder.group}) == 4
