"""The demo's door is English for whoever chose it; who the people are is told in Danish."""

from typing import Any

import pytest
from django.test import Client

from backend.demo import cast
from tests.pages.leftovers import danish_left

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def test_the_door_speaks_english_beside_the_peoples_own_words(settings: Any, client: Client) -> None:
    settings.TAVLEN_DEMO = True
    client.post("/settings/", {"language": "en"})
    people = [person for group in cast.everyone() for person in group.people]
    own = {said for one in people for said in (one.name, one.line, one.name.split()[0], one.initials)}
    assert not danish_left(client.get("/demo/").content.decode(), own)
    assert not danish_left(client.post("/demo/enter", {"as": "nobody"}).content.decode(), own)
