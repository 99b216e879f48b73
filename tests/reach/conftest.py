"""Amina's table, and the push services that its people's phones are subscribed with."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backend.common import clock
from backend.people.models import Person, Session
from backend.reach.models import Device
from backend.reach.pushed import Push
from backend.reach.subscribe import Subscription, subscribe
from tests.cast import Cast, gather
from tests.reach.services import Moody, PushService, moody, push_service


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


@pytest.fixture(scope="session")
def service() -> Iterator[PushService]:
    with push_service() as running:
        yield running


@pytest.fixture
def a_service(service: PushService, settings: Any) -> PushService:
    """The real one, let through."""
    settings.TAVLEN_PUSH_TRIAL = service.origin
    return service


@pytest.fixture
def moods(settings: Any) -> Iterator[Moody]:
    with moody() as server:
        settings.TAVLEN_PUSH_TRIAL = server.origin
        yield server


def signed_in(person: Person) -> Session:
    """A session of theirs."""
    client = Client()
    client.force_login(person)
    return Session.objects.get(pk=client.session.session_key)


def device_for(person: Person, subscription: Subscription, language: str = "da") -> Device:
    """On a new session of theirs."""
    session = signed_in(person)
    return subscribe(person_id=person.pk, session_key=session.session_key, subscription=subscription, language=language)


def on(origin: str, service: PushService, name: str = "one") -> Subscription:
    """Keys that are right, at an address of another's."""
    keys = service.subscribe()
    return Subscription(endpoint=f"{origin}/{name}", p256dh=keys.p256dh, auth=keys.auth)


def news_for(person: Person, **but: Any) -> Push:
    given = {"words": "Ny besked", "url": "/today/", "group": "messages", "ttl": timedelta(hours=4), **but}
    return Push(person_id=person.pk, **given)


def in_ten_minutes() -> Any:
    return clock.standing_at(clock.now() + timedelta(minutes=10))
