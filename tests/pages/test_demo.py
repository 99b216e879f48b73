"""The demo's front door opens in the demo alone, and leads everybody to their own first page."""

from typing import Any

import pytest
from django.test import Client

from backend.demo import cast as demo_cast
from citizen_app.viewer import SCREEN_ID
from tests.cast import Cast


@pytest.fixture
def demo(settings: Any, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """The demo is open, and the small cast of the tests plays in it."""
    settings.TAVLEN_DEMO = True
    roles = ("citizen", "consultant", "supporter", "professional")
    monkeypatch.setattr(demo_cast, "main_cast", lambda: {role: cast.person_of(role).pk for role in roles})
    return cast


@pytest.mark.parametrize(
    ("role", "first"),
    [("citizen", "/plans/{}/today/"), ("consultant", "/desk/"), ("supporter", "/plans/{}/")],
)
def test_a_button_leads_to_that_roles_first_page(demo: Cast, role: str, first: str) -> None:
    client = Client()
    entered = client.post("/demo/enter", {"as": role})
    assert (entered.status_code, entered.headers["Location"]) == (303, first.format(demo.plan_id))
    assert client.get(entered.headers["Location"]).status_code in (200, 302)


def test_anyone_can_be_entered_by_number(demo: Cast) -> None:
    client = Client()
    assert client.post("/demo/enter", {"person": demo.professional.pk}).status_code == 303
    assert client.session["_auth_user_id"] == str(demo.professional.pk)


def test_whoever_enters_gets_a_session_of_their_own(demo: Cast) -> None:
    client = Client()
    client.post("/demo/enter", {"as": "citizen"})
    before = client.session.session_key
    client.post("/demo/enter", {"as": "consultant"})
    assert client.session.session_key != before
    assert not Client(headers={"Cookie": f"sessionid={before}"}).session.keys()


@pytest.mark.parametrize("sent", [{}, {"as": "king"}, {"person": "0"}, {"person": "9" * 30}, {"person": "x"}])
def test_nobody_by_that_name_is_told_what_to_do(demo: Cast, sent: dict[str, str]) -> None:
    answer = Client().post("/demo/enter", sent)
    assert answer.status_code == 422
    assert 'href="/demo/"' in answer.content.decode()


@pytest.mark.parametrize(("method", "address"), [("get", "/demo/"), ("post", "/demo/enter"), ("get", "/demo/enter")])
def test_outside_the_demo_there_is_nothing(cast: Cast, method: str, address: str) -> None:
    assert getattr(Client(), method)(address, {"person": cast.citizen.pk}).status_code in (404, 405)
    assert SCREEN_ID not in Client().session
