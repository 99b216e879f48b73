"""Whatever happens at a table: nothing of what stands there, and no name, is in anything that leaves for a phone."""

from datetime import timedelta

import pytest

from backend.common import clock
from backend.people.models import Person, Session
from backend.reach.deliver import deliver_due
from backend.reach.follow import follow
from backend.reach.models import Device
from tests.access.rich import plant
from tests.reach.conftest import device_for
from tests.reach.owed import at
from tests.reach.services import PushService


def test_no_word_of_the_plan_leaves_for_a_phone(
    db: None, a_service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at():
        rich = plant()
        people = list(Person.objects.all())
        phones = {person.pk: a_service.subscribe() for person in people}
        for person in people:
            device_for(person, phones[person.pk])
        Device.objects.update(says="kind")
        Session.objects.update(expire_date=clock.now() + timedelta(days=3))
        follow()
        deliver_due()
    told = [message for phone in phones.values() for message in a_service.told(phone)]
    assert len(told) >= 3, "nobody was told anything"
    assert {message["notification"]["title"] for message in told} != {"Der er nyt"}
    spoken = str(told)
    assert "kanarie" not in spoken
    assert not [person.name for person in people if person.name in spoken or person.first_name in spoken]
    assert {message["notification"].keys() >= {"title", "navigate", "tag"} for message in told} == {True}
    assert rich.exactly
