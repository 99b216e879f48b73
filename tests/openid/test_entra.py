"""Staff come in by the municipality's own tenant: known by object id, and as what the tenant says they are."""

from typing import Any

import pytest
from django.test import Client

from backend.people.identities import know_person
from backend.people.models import Identity, Person, Session
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
