"""Who may add and take away a passkey: the person alone, and only soon after they have signed in."""

from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.test import Client

from backend.common import clock
from backend.people.sessions import FRESH
from tests.cast import Cast
from tests.sign_in.conftest import MAIL, Letters, ask, code_in, is_in, try_code


def inside(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def passkey_of(person: Any) -> Authenticator:
    return Authenticator.objects.create(user=person, type="webauthn", data={"name": "Chrome,Android", "credential": {}})


def test_an_open_phone_does_not_lend_a_way_in(cast: Cast) -> None:
    client = inside(cast.citizen)
    assert client.post("/passkeys/options/").status_code == 200
    with clock.standing_at(clock.now() + FRESH + timedelta(seconds=1)):
        assert client.post("/passkeys/options/").status_code == 403
        page = client.get("/devices/").content.decode()
    assert "/passkeys/options/" not in page
    assert "log ud og ind igen" in page


def test_on_a_shared_phone_there_is_none(cast: Cast) -> None:
    client = inside(cast.citizen)
    client.post("/devices/share/")
    assert client.post("/passkeys/options/").status_code == 403


def test_only_its_person_sees_it_and_takes_it_away(cast: Cast) -> None:
    key = passkey_of(cast.citizen)
    consultant, citizen = inside(cast.consultant), inside(cast.citizen)
    assert "Chrome på Android" not in consultant.get("/devices/").content.decode().partition("Her er du")[0]
    for one in (key.pk, 10**9, "x", ""):
        assert consultant.post("/passkeys/remove/", {"passkey": one}).status_code == 404
    assert "Chrome på Android" in citizen.get(f"/plans/{cast.plan_id}/me/").content.decode()
    assert citizen.post("/passkeys/remove/", {"passkey": key.pk}).headers["Location"] == "/devices/"
    assert not Authenticator.objects.exists()


def test_it_is_instead_of_a_code_and_never_on_top_of_one(cast: Cast, client: Client, letters: Letters) -> None:
    passkey_of(cast.supporter)
    ask(client, MAIL)
    try_code(client, code_in(letters()[0]))
    assert is_in(client)


def test_what_the_browser_is_asked_tells_nothing_about_who_has_one(cast: Cast, client: Client) -> None:
    passkey_of(cast.citizen)
    told = client.post("/sign-in/passkey/options/").json()["publicKey"]
    assert not told.get("allowCredentials")
    assert told["userVerification"] == "required"
    for credential in ("", "{}", "[]", '{"id": "x", "response": {"userHandle": "MQ"}}', '{"response": 1}'):
        answer = client.post("/sign-in/passkey/", {"credential": credential})
        assert answer.headers["Location"].startswith("/sign-in/?no_passkey=1")
    assert not is_in(client)
