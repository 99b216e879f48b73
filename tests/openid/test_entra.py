"""Staff come in by the municipality's own tenant: known by object id, and as what the tenant says they are."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from backend.people import passkeys
from backend.people.identities import know_person
from backend.people.models import Identity, Person, Session
from backend.plans import access
from citizen_app import hub
from tests.cast import Cast
from tests.openid.issuer import LocalIssuer
from tests.openid.walking import come_back, is_in, set_out, walk, why

KONSULENT, LEDER = "Tavlen.Konsulent", "Tavlen.Leder"


def test_a_colleague_with_a_role_comes_in_to_their_desk(client: Client, db: None, entra: LocalIssuer) -> None:
    answer = walk(client, entra, "staff", roles=[KONSULENT])
    assert answer.headers["Location"] == "/desk/"
    made = Person.objects.get()
    assert (made.name, made.staff_role, made.email) == ("Bente Lund", "consultant", "")
    assert not made.has_usable_password()


def test_of_several_roles_the_first_of_the_settings_counts(client: Client, db: None, entra: LocalIssuer) -> None:
    walk(client, entra, "staff", roles=["Something else", KONSULENT, LEDER])
    assert Person.objects.get().staff_role == "leader"


def test_the_same_object_id_is_the_same_person_whatever_else_is_told(
    client: Client, db: None, entra: LocalIssuer
) -> None:
    walk(client, entra, "staff", roles=[KONSULENT])
    walk(Client(), entra, "staff", roles=[LEDER], sub="another", name="Married", email="new@example.dk")
    assert Person.objects.get().staff_role == "leader"


def test_a_name_or_an_address_finds_nobody(client: Client, cast: Cast, entra: LocalIssuer) -> None:
    Person.objects.filter(pk=cast.consultant.pk).update(email="bente@example.dk")
    known: Any = {"email": "bente@example.dk", "upn": "bente@example.dk", "preferred_username": cast.consultant.handle}
    walk(client, entra, "staff", roles=[KONSULENT], name=cast.consultant.name, **known)
    assert int(client.session["_auth_user_id"]) != cast.consultant.pk


def test_who_was_registered_by_object_id_keeps_their_citizens(client: Client, cast: Cast, entra: LocalIssuer) -> None:
    know_person(person_id=cast.consultant.pk, issuer=entra.address, subject="an-object-id")
    walk(client, entra, "staff", roles=[KONSULENT])
    assert client.get(f"/plans/{cast.plan_id}/").status_code == 200


@pytest.mark.parametrize("roles", [None, [], ["Something else"], KONSULENT, {"0": KONSULENT}])
def test_without_a_role_there_is_no_way_in(client: Client, db: None, entra: LocalIssuer, roles: Any) -> None:
    assert why(walk(client, entra, "staff", roles=roles)) == "no-role"
    assert not Person.objects.exists() and not is_in(client)


def test_a_role_that_was_taken_ends_where_they_are_signed_in(client: Client, db: None, entra: LocalIssuer) -> None:
    walk(client, entra, "staff", roles=[KONSULENT])
    assert why(walk(Client(), entra, "staff", roles=[])) == "no-role"
    assert Person.objects.get().staff_role == ""
    assert not Session.objects.filter(person__isnull=False).exists()


def passkey_of(person: Person) -> Authenticator:
    return Authenticator.objects.create(user=person, type="webauthn", data={"name": "Chrome,Android", "credential": {}})


@pytest.fixture
def bente(cast: Cast, entra: LocalIssuer) -> Person:
    """Amina's consultant; the tenant calls her by the object id that comes back."""
    know_person(person_id=cast.consultant.pk, issuer=entra.address, subject="an-object-id")
    return cast.consultant


def shows_passkey(client: Client, key: Authenticator, monkeypatch: pytest.MonkeyPatch) -> Any:
    """As if the finger had been held to the phone: what answers the challenge is theirs."""
    monkeypatch.setattr(passkeys, "passkey_of", lambda credential: key)
    return client.post("/sign-in/passkey/", {"credential": "x"})


@pytest.mark.parametrize("had", ["a role", "a role once"])
def test_no_passkey_leads_past_the_tenant(
    cast: Cast, bente: Person, client: Client, monkeypatch: pytest.MonkeyPatch, had: str
) -> None:
    key = passkey_of(bente)
    if had == "a role once":
        Person.objects.filter(pk=bente.pk).update(staff_role="")
    answer = shows_passkey(client, Authenticator.objects.get(pk=key.pk), monkeypatch)
    assert answer.headers["Location"].startswith("/sign-in/?as_staff=1")
    assert not is_in(client)
    assert "kommunens login" in client.get(answer.headers["Location"]).content.decode()


def test_without_a_tenant_a_consultants_passkey_is_as_good_as_anybodys(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    shows_passkey(client, passkey_of(cast.consultant), monkeypatch)
    assert is_in(client)


def test_staff_of_a_tenant_are_told_why_they_add_no_passkey(client: Client, cast: Cast, bente: Person) -> None:
    client.force_login(bente)
    assert client.post("/passkeys/options/").status_code == 403
    page = client.get("/devices/").content.decode()
    assert "/passkeys/options/" not in page and "kommunens login" in page
    others = Client()
    others.force_login(cast.citizen)
    assert others.post("/passkeys/options/").status_code == 200


def test_a_role_that_was_taken_takes_desk_seat_and_passkeys(
    client: Client, cast: Cast, bente: Person, entra: LocalIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    dark: list[str | None] = []
    monkeypatch.setattr(hub, "session_ended", dark.append)
    passkey_of(bente)
    walk(client, entra, "staff", roles=[KONSULENT])
    assert client.get(f"/plans/{cast.plan_id}/").status_code == 200
    there = client.session.session_key
    assert why(walk(Client(), entra, "staff", roles=[])) == "no-role"
    assert there in dark
    assert not Authenticator.objects.exists()
    assert access.places_of(person_id=bente.pk) == [] and bente.pk not in access.people_at(cast.plan_id)
    client.force_login(bente)  # however they should have come in
    assert client.get(f"/plans/{cast.plan_id}/").status_code == 404


def test_who_becomes_a_leader_is_no_consultant_any_more(cast: Cast, bente: Person, entra: LocalIssuer) -> None:
    desk = Client()
    walk(desk, entra, "staff", roles=[KONSULENT])
    walk(Client(), entra, "staff", roles=[LEDER])
    assert not is_in(desk)
    walk(desk, entra, "staff", roles=[LEDER])
    assert is_in(desk) and desk.get(f"/plans/{cast.plan_id}/").status_code == 404


def test_a_role_taken_in_the_same_window_is_told_like_any_other(client: Client, db: None, entra: LocalIssuer) -> None:
    walk(client, entra, "staff", roles=[KONSULENT])
    assert why(walk(client, entra, "staff", roles=[])) == "no-role"
    assert not is_in(client)


LIES: dict[str, dict[str, Any]] = {
    "another tenant": {"tid": "99999999-2222-4333-8444-555555555555"},
    "another tenant's issuer": {"iss": "https://login.microsoftonline.com/9999/v2.0"},
    "any tenant": {"tid": None},
    "an old token": {"ver": "1.0"},
    "nobody": {"oid": None},
    "no nonce": {"nonce": None},
    "another application": {"aud": "another"},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_lets_nobody_in(client: Client, db: None, entra: LocalIssuer, lie: str) -> None:
    assert why(walk(client, entra, "staff", roles=[KONSULENT], **LIES[lie])) == "wrong"
    assert not Identity.objects.exists()


def test_what_one_way_brought_back_does_not_serve_at_the_other(
    client: Client, cast: Cast, mitid: LocalIssuer, entra: LocalIssuer
) -> None:
    brought = mitid.consent(set_out(client, "mitid"))
    assert why(come_back(client, brought, "staff")) == "late"
