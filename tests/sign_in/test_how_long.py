"""How long somebody stays signed in: staff a working day, guests a week unused, citizens two; by every road."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from backend.common import clock
from backend.people.models import Session
from citizen_app.passes import Pass, still_good
from citizen_app.viewer import Viewer
from tests.cast import Cast

BEGAN = datetime(2026, 11, 20, 8, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LONGEST = {
    "consultant": (HOUR, 12 * HOUR),
    "supporter": (7 * DAY, 30 * DAY),
    "professional": (7 * DAY, 30 * DAY),
    "citizen": (14 * DAY, 90 * DAY),
}
LITTLE = timedelta(minutes=5)


def come_in(cast: Cast, role: str) -> Client:
    client = Client()
    with clock.standing_at(BEGAN):
        client.force_login(cast.person_of(role))
        client.post("/devices/stay/")
    return client


def is_in(client: Client, cast: Cast, role: str, at: datetime) -> list[bool]:
    """By page, by API and by an open socket; without it counting as use of the other."""
    key = str(client.cookies[settings.SESSION_COOKIE_NAME].value)
    held = Pass(key, Viewer(person_id=cast.person_of(role).pk))
    row = Session.objects.filter(session_key=key).values().first()
    answers = []
    with clock.standing_at(at):
        answers.append(bool(still_good([held])))
        answers.append(client.get(f"/api/plans/{cast.plan_id}/catch-up?after=0").status_code == 200)
        if row:
            Session.objects.filter(session_key=key).update(expire_date=row["expire_date"], used_at=row["used_at"])
        answers.append(client.get("/devices/").status_code == 200)
    return answers


@pytest.mark.parametrize("role", LONGEST)
def test_unused_it_ends_by_itself(cast: Cast, role: str) -> None:
    idle, _ = LONGEST[role]
    client = come_in(cast, role)
    assert is_in(client, cast, role, BEGAN + idle - LITTLE) == [True] * 3
    assert is_in(client, cast, role, BEGAN + idle - LITTLE + idle + LITTLE) == [False] * 3


@pytest.mark.parametrize("role", LONGEST)
def test_used_all_the_time_it_ends_all_the_same(cast: Cast, role: str) -> None:
    idle, at_most = LONGEST[role]
    client, at = come_in(cast, role), BEGAN
    while at + idle * 0.9 < BEGAN + at_most:
        at += idle * 0.9
        assert is_in(client, cast, role, at) == [True] * 3, at - BEGAN
    assert is_in(client, cast, role, BEGAN + at_most + LITTLE) == [False] * 3


def test_a_shared_phone_is_the_shorter_of_the_two_for_staff_too(cast: Cast) -> None:
    client = come_in(cast, "consultant")
    with clock.standing_at(BEGAN):
        client.post("/devices/share/")
    assert is_in(client, cast, "consultant", BEGAN + timedelta(minutes=16)) == [False] * 3


def test_the_browser_is_told_when_and_whether_staying_helps(cast: Cast) -> None:
    client = come_in(cast, "consultant")
    assert told(client) == {"tavlen_in": ("longer", 3600), "tavlen_awake": ("longer", 3360)}
    with clock.standing_at(BEGAN + timedelta(minutes=59)):
        client.post("/devices/stay/")
        assert told(client)["tavlen_in"] == ("longer", 3600)
    for minutes in range(100, 710, 50):
        with clock.standing_at(BEGAN + timedelta(minutes=minutes)):
            assert client.get("/devices/").status_code == 200
    with clock.standing_at(BEGAN + timedelta(minutes=710)):
        client.post("/devices/stay/")
        assert told(client)["tavlen_in"] == ("over", 600)


def told(client: Client) -> dict[str, Any]:
    names = ("tavlen_in", "tavlen_awake")
    return {name: (client.cookies[name].value, client.cookies[name]["max-age"]) for name in names}


@pytest.mark.parametrize("way_out", ["/sign-out/", "/leave/"])
def test_whoever_goes_out_leaves_none_of_it_in_the_browser(cast: Cast, way_out: str) -> None:
    client = come_in(cast, "citizen")
    with clock.standing_at(BEGAN):
        answer = client.post(way_out)
    assert {name for name, cookie in answer.cookies.items() if cookie["max-age"] == 0} >= {"tavlen_in", "tavlen_awake"}


def test_who_is_still_looking_for_their_code_leaves_no_long_session_behind(cast: Cast, client: Client) -> None:
    with clock.standing_at(BEGAN):
        client.post("/sign-in/ask/", {"address": "nobody@example.dk"})
    assert Session.objects.get().expire_date == BEGAN + timedelta(minutes=15)
