"""Besked på denne enhed: a plain form for each choice, and a device that ends with its session, whatever ends it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from backend.common.ids import new_id
from backend.people.closing import end_sessions_of
from backend.people.models import Person
from backend.people.sessions import SHARED
from backend.reach import jobs
from backend.reach.models import Device
from backend.reach.subscribe import Subscription
from tests.cast import Cast
from tests.reach.services import PushService

HERE = "/push/"


def browser_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def given(subscription: Subscription) -> dict[str, str]:
    return {"endpoint": subscription.endpoint, "p256dh": subscription.p256dh, "auth": subscription.auth}


@pytest.fixture
def on(cast: Cast, a_service: PushService) -> tuple[Client, Subscription]:
    """Amina's phone, which is told when there is news."""
    phone, subscription = browser_of(cast.citizen), a_service.subscribe()
    assert phone.post(HERE, given(subscription)).headers["Location"] == HERE
    return phone, subscription


def test_it_is_asked_for_chosen_tried_and_stopped(on: tuple[Client, Subscription], a_service: PushService) -> None:
    phone, subscription = on
    assert "Du får besked her" in phone.get(HERE).content.decode()
    phone.post(HERE, {"says": "kind"})
    phone.post(HERE, {"trial": "yes"})
    jobs.do_jobs(new_id())
    (told,) = a_service.told(subscription)
    assert told["notification"]["title"] == "Sådan ser en besked ud"
    assert told["notification"]["navigate"].endswith("/push/")
    phone.post(HERE, {"off": "yes"})
    assert not Device.objects.exists()
    assert "Vil du have besked her?" in phone.get(HERE).content.decode()


def test_a_trial_is_had_a_few_times_and_only_of_ones_own(on: tuple[Client, Subscription], cast: Cast) -> None:
    phone, _ = on
    for _ in range(9):
        phone.post(HERE, {"trial": "yes"})
    assert DBTaskResult.objects.count() == 5
    stranger = browser_of(cast.stranger)
    assert [stranger.post(HERE, sent).status_code for sent in ({"trial": "yes"}, {"says": "kind"})] == [404, 404]
    stranger.post(HERE, {"off": "yes"})
    assert Device.objects.get().says == "neutral"


def test_what_is_no_push_service_is_refused_with_a_sentence(cast: Cast, on: tuple[Client, Subscription]) -> None:
    phone, subscription = on
    for wrong in ({"endpoint": "https://10.0.0.7/"}, {"p256dh": "AAAA"}, {"auth": ""}):
        answer = phone.post(HERE, {**given(subscription), **wrong})
        assert answer.status_code == 409
        assert "Din browser kan ikke få besked" in answer.content.decode()
    assert phone.post(HERE, {"says": "everything"}).status_code == 404
    assert Device.objects.get().endpoint == subscription.endpoint


def test_another_address_is_taken_quietly_and_only_where_there_was_one(
    on: tuple[Client, Subscription], cast: Cast, a_service: PushService
) -> None:
    phone, _ = on
    phone.post(HERE, {"says": "kind"})
    renewed = {**given(a_service.subscribe()), "quietly": "yes", "renews": "yes"}
    assert browser_of(cast.citizen).post(HERE, renewed).status_code == 404
    assert phone.post(HERE, renewed).status_code == 204
    assert [(one.endpoint, one.says) for one in Device.objects.all()] == [(renewed["endpoint"], "kind")]


def sign_out(phone: Client, cast: Cast) -> None:
    phone.post("/sign-out/")


def quick_exit(phone: Client, cast: Cast) -> None:
    phone.post("/leave/")


def say_it_is_shared(phone: Client, cast: Cast) -> None:
    phone.post("/devices/share/")


def end_it_elsewhere(phone: Client, cast: Cast) -> None:
    browser_of(cast.citizen).post("/devices/end/")


def close_the_account(phone: Client, cast: Cast) -> None:
    end_sessions_of(cast.citizen.pk)


def sign_in_as_another(phone: Client, cast: Cast) -> None:
    phone.force_login(cast.supporter)


@pytest.mark.parametrize(
    "act", [sign_out, quick_exit, say_it_is_shared, end_it_elsewhere, close_the_account, sign_in_as_another]
)
def test_it_ends_with_the_session(
    on: tuple[Client, Subscription], cast: Cast, act: Callable[[Client, Cast], None]
) -> None:
    act(on[0], cast)
    assert not Device.objects.exists()


def test_a_shared_phone_is_never_told_anything(cast: Cast, a_service: PushService) -> None:
    phone = browser_of(cast.citizen)
    session = phone.session
    session[SHARED] = "2026-01-01T00:00:00+00:00"
    session.save()
    page = phone.get(HERE).content.decode()
    assert "flere har telefonen" in page and "data-push-key" not in page
    assert phone.post(HERE, given(a_service.subscribe())).status_code == 404
