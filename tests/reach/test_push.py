"""A nudge reaches the phone, closed to all others, and says only that there is news; who is busy is asked again."""

import threading
import time
from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import gettext_lazy

from backend.common import clock
from backend.people.end_sessions import end_session
from backend.people.models import Person, Session
from backend.people.sessions import NAME
from backend.reach import line
from backend.reach.models import Device
from backend.reach.push import push_all, push_each, push_to
from backend.reach.pushed import PushResult
from backend.reach.subscribe import MOST, choose
from tests.cast import Cast
from tests.reach.conftest import device_for, in_ten_minutes, news_for, on
from tests.reach.services import Moody, PushService

MESSAGE = gettext_lazy("Beskeder")


def test_it_arrives_and_says_only_that_there_is_news(cast: Cast, a_service: PushService, settings: Any) -> None:
    settings.TAVLEN_BASE_URL = "https://tavlen.example.dk"
    phone = a_service.subscribe()
    device_for(cast.citizen, phone)
    done = push_to(
        person_id=cast.citizen.pk, words=MESSAGE, url="/conversation/", group="messages", ttl=timedelta(hours=4)
    )
    assert done == PushResult(accepted=1)
    shown = {"title": "Der er nyt", "lang": "da", "navigate": "https://tavlen.example.dk/conversation/"}
    assert a_service.told(phone) == [{"web_push": 8030, "notification": {**shown, "tag": "messages"}}]
    assert Device.objects.get().accepted_at is not None


def test_it_says_what_kind_of_news_where_its_person_chose_so_in_the_devices_language(
    cast: Cast, a_service: PushService
) -> None:
    phone, desk = a_service.subscribe(), a_service.subscribe()
    device_for(cast.citizen, phone)
    english = device_for(cast.citizen, desk, language="en")
    choose(session_key=english.session_id, says="kind")
    assert push_all([news_for(cast.citizen, words=MESSAGE, badge=3)]) == [PushResult(accepted=2)]
    (on_phone,), (on_desk,) = a_service.told(phone), a_service.told(desk)
    assert (on_phone["notification"]["title"], on_desk["notification"]["title"]) == ("Der er nyt", "Messages")
    assert on_desk["app_badge"] == on_desk["notification"]["app_badge"] == 3


def test_the_push_service_learns_how_long_how_urgent_and_what_replaces_what(
    cast: Cast, service: PushService, moods: Moody
) -> None:
    device_for(cast.citizen, on(moods.origin, service))
    push_all([news_for(cast.citizen, urgency="high"), news_for(cast.citizen), news_for(cast.citizen, group="meetings")])
    first, second, other = sorted(moods.heard, key=lambda heard: heard["topic"] != moods.heard[0]["topic"])
    assert {first["ttl"], second["ttl"]} == {"14400"}
    assert {heard["urgency"] for heard in moods.heard} == {"high", "normal"}
    assert len({heard["topic"] for heard in (first, second, other)}) == 2
    assert all(len(heard["topic"]) <= 32 and "messages" not in str(heard) for heard in moods.heard)
    assert first["content-encoding"] == "aes128gcm"


def test_no_more_are_in_hand_than_a_sender_that_dies_may_leave_in_doubt(
    cast: Cast, service: PushService, moods: Moody
) -> None:
    device_for(cast.citizen, on(moods.origin, service))
    kept, results = 0, push_each([news_for(cast.citizen, group=str(number)) for number in range(50)])
    for some in results:
        time.sleep(0.01)
        assert len(moods.heard) - kept <= line.AT_ONCE
        kept += len(some)
        if kept > 20:
            break
    results.close()
    time.sleep(0.2)
    assert len(moods.heard) <= kept + line.AT_ONCE


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_forgotten(cast: Cast, service: PushService, moods: Moody, status: int) -> None:
    device_for(cast.citizen, on(moods.origin, service))
    moods.status = status
    assert push_all([news_for(cast.citizen)]) == [PushResult(gone=1)]
    assert not Device.objects.exists()
    assert push_all([news_for(cast.citizen)]) == [PushResult()]


def test_one_that_has_unsubscribed_is_forgotten_and_the_others_hear(cast: Cast, a_service: PushService) -> None:
    phone, old = a_service.subscribe(), a_service.subscribe()
    device_for(cast.citizen, old)
    device_for(cast.citizen, phone)
    a_service.expire(old)
    assert push_all([news_for(cast.citizen)]) == [PushResult(accepted=1, gone=1)]
    assert [device.endpoint for device in Device.objects.all()] == [phone.endpoint]


@pytest.mark.parametrize(("status", "asked", "seconds"), [(429, "120", 120), (503, "", 20), (500, "nonsense", 20)])
def test_a_push_service_that_is_busy_is_left_alone_as_long_as_it_asks(
    cast: Cast, service: PushService, moods: Moody, status: int, asked: str, seconds: int
) -> None:
    device = device_for(cast.citizen, on(moods.origin, service))
    moods.status, moods.headers = status, {"Retry-After": asked}
    with clock.standing_at(clock.now()):
        (result,) = push_all([news_for(cast.citizen)])
        assert (result.again, result.again_at) == (frozenset({device.pk}), clock.now() + timedelta(seconds=seconds))
        assert push_all([news_for(cast.citizen)]) == [result]
    assert len(moods.heard) == 1
    moods.status = 201
    with in_ten_minutes():
        assert push_all([news_for(cast.citizen, only=result.again)]) == [PushResult(accepted=1)]


def test_one_that_does_not_answer_is_tried_again(
    cast: Cast, service: PushService, moods: Moody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "PATIENCE_SECONDS", 0.3)
    device = device_for(cast.citizen, on(moods.origin, service))
    moods.holds_back = threading.Event()
    assert push_all([news_for(cast.citizen)])[0].again == {device.pk}
    moods.holds_back.set()


@pytest.mark.parametrize("status", [301, 307, 308, 400, 403, 413])
def test_nobody_is_led_elsewhere_and_a_no_is_no(
    cast: Cast, service: PushService, moods: Moody, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    device_for(cast.citizen, on(moods.origin, service, "secret-part-of-an-endpoint"))
    moods.status, moods.headers = status, {"Location": f"{moods.origin}/elsewhere"}
    assert push_all([news_for(cast.citizen)]) == [PushResult(refused=1)]
    assert len(moods.heard) == Device.objects.count() == 1
    assert "secret-part" not in caplog.text + str([vars(record) for record in caplog.records])


def test_it_ends_with_the_session(cast: Cast, a_service: PushService) -> None:
    phones = [a_service.subscribe() for _ in range(3)]
    ended, run_out = (device_for(cast.citizen, phone) for phone in phones[:2])
    device_for(cast.supporter, phones[2])
    end_session(person_id=cast.citizen.pk, name=ended.session.get_decoded()[NAME])
    Session.objects.filter(pk=run_out.session_id).update(expire_date=clock.now())
    Person.objects.filter(pk=cast.supporter.pk).update(is_active=False)
    assert push_all([news_for(cast.citizen), news_for(cast.supporter)]) == [PushResult(), PushResult()]
    assert not [phone for phone in phones if a_service.told(phone)]
    assert not Device.objects.filter(pk=ended.pk).exists()


def test_an_endpoint_belongs_to_who_signed_in_last_and_nobody_has_many(cast: Cast, a_service: PushService) -> None:
    shared = a_service.subscribe()
    device_for(cast.citizen, shared)
    device_for(cast.supporter, shared)
    assert [device.person for device in Device.objects.all()] == [cast.supporter]
    for _ in range(MOST + 2):
        device_for(cast.citizen, a_service.subscribe())
    assert Device.objects.filter(person=cast.citizen).count() == MOST
