"""A citizen comes in with MitID: at level Substantial or above, found by a number that nobody can read."""

import json
from typing import Any

import jwt
import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client

from backend.people.identities import hash_of_number, know_number
from backend.people.models import Identity, Person, Session
from tests.cast import Cast, person
from tests.openid.conftest import NUMBER
from tests.openid.issuer import LocalIssuer, new_key
from tests.openid.walking import come_back, is_in, set_out, walk, why

LOW = "urn:grn:authn:dk:mitid:low"
NO_KEY: Any = None


def everything_stored() -> str:
    return json.dumps([serializers.serialize("json", model._base_manager.all()) for model in apps.get_models()])


def test_the_citizen_comes_in_to_their_own_day(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    answer = walk(client, mitid)
    assert answer.headers["Location"] == f"/plans/{cast.plan_id}/today/"
    assert client.get(answer.headers["Location"]).status_code == 200


def test_what_is_asked_stands_in_settings_alone(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    lower = f"?auth_params=acr_values%3D{LOW}%26prompt%3Dnone&acr_values={LOW}&scope=profile&process=connect"
    mitid.consent(set_out(client, query=lower, acr_values=LOW, prompt="none", auth_params=f"acr_values={LOW}"))
    assert mitid.asked["acr_values"] == "urn:grn:authn:dk:mitid:substantial"
    assert (mitid.asked["prompt"], set(mitid.asked["scope"].split())) == ("login", {"openid", "ssn"})
    assert (mitid.asked["code_challenge_method"], len(mitid.asked["nonce"])) == ("S256", 43)


def test_nothing_that_was_told_is_stored(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    walk(client, mitid)
    stored = everything_stored()
    assert is_in(client) and hash_of_number(NUMBER) in stored
    assert not [told for told in (NUMBER, "Canary", "a-secret-access-token", "SUBSTANTIAL") if told in stored]


def test_the_second_time_the_number_is_not_needed(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    walk(client, mitid)
    again = Client()
    walk(again, mitid, cprNumberIdentifier=None)
    assert is_in(again)
    assert Identity.objects.filter(person=cast.citizen).count() == 2


@pytest.mark.parametrize("number", ["0101010101", "not a number", ""])
def test_who_is_not_registered_gets_no_account(client: Client, cast: Cast, mitid: LocalIssuer, number: str) -> None:
    people = Person.objects.count()
    assert why(walk(client, mitid, sub="another", cprNumberIdentifier=number)) == "unknown"
    assert Person.objects.count() == people and not is_in(client)
    assert "Din kommune" in client.get("/sign-in/?why=unknown").content.decode()


LIES: dict[str, tuple[dict[str, Any], str]] = {
    "low level": ({"authenticationtype": LOW}, "level"),
    "no level": ({"authenticationtype": None}, "level"),
    "low level beside the asked": ({"loA": "LOW"}, "level"),
    "level that is no word": ({"authenticationtype": ["urn:grn:authn:dk:mitid:substantial"]}, "level"),
    "another eID": ({"identityscheme": "sebankid"}, "wrong"),
    "no nonce": ({"nonce": None}, "wrong"),
    "another's nonce": ({"nonce": "x" * 43}, "wrong"),
    "another issuer": ({"iss": "https://broker.example/op"}, "wrong"),
    "another audience": ({"aud": "another-client"}, "wrong"),
    "other audiences, too": ({"aud": ["urn:tavlen:test", "another-client"]}, "wrong"),
    "for another client's use": ({"azp": "another-client"}, "wrong"),
    "run out": ({"exp": 1_700_000_000}, "wrong"),
    "made long ago": ({"iat": 1_700_000_000}, "wrong"),
    "made tomorrow": ({"iat": 4_000_000_000, "exp": 4_000_000_300}, "wrong"),
    "proven long ago": ({"auth_time": 1_700_000_000}, "wrong"),
    "no end": ({"exp": None}, "wrong"),
    "nobody": ({"sub": ""}, "wrong"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_lets_nobody_in(client: Client, cast: Cast, mitid: LocalIssuer, lie: str) -> None:
    told, reason = LIES[lie]
    assert why(walk(client, mitid, **told)) == reason
    assert not is_in(client) and Identity.objects.filter(person=cast.citizen).count() == 1


@pytest.mark.parametrize("how", ["another's key", "unknown key", "no algorithm", "our secret"])
def test_a_signature_that_is_not_the_issuers_lets_nobody_in(
    client: Client, cast: Cast, mitid: LocalIssuer, how: str
) -> None:
    sign = {
        "another's key": lambda claims: mitid.sign(claims, key=new_key()),
        "unknown key": lambda claims: mitid.sign(claims, kid="two"),
        "no algorithm": lambda claims: jwt.encode(claims, NO_KEY, algorithm="none", headers={"kid": "one"}),
        "our secret": lambda claims: mitid.sign(claims, key="of-the-client-alone" * 2, algorithm="HS256"),
    }[how]
    brought = mitid.consent(set_out(client), sign=sign)
    assert why(come_back(client, brought)) == "wrong" and not is_in(client)


def test_an_answer_serves_once_and_only_the_browser_that_asked(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    brought = mitid.consent(set_out(client))
    assert why(come_back(Client(), brought)) == "late"
    assert come_back(client, {**brought, "iss": "https://evil.example"}).headers["Location"].endswith("wrong")
    assert why(come_back(client, brought)) == "late"
    assert not Session.objects.filter(person__isnull=False).exists()


def test_metadata_of_another_issuer_are_not_followed(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    mitid.metadata = {"issuer": "https://evil.example"}
    assert why(client.post("/sign-in/mitid/")) == "wrong"


def test_stopping_on_the_way_is_no_fault(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    state = mitid.consent(set_out(client))["state"]
    assert why(come_back(client, {"error": "access_denied", "state": state})) == "cancelled"


def test_a_broker_that_is_away_is_told_so(client: Client, cast: Cast, settings: Any, mitid: LocalIssuer) -> None:
    settings.TAVLEN_MITID_ISSUER = "http://127.0.0.1:9/op"
    assert why(client.post("/sign-in/mitid/")) == "away"


@pytest.mark.parametrize("reason", ["cancelled", "late", "away", "level", "wrong", "unknown", "no-role"])
def test_each_no_is_a_sentence_in_both_languages(client: Client, db: None, reason: str) -> None:
    plain = [client.get("/sign-in/", headers={"Cookie": f"language={one}"}).content for one in ("da", "en")]
    told = [
        client.get(f"/sign-in/?why={reason}", headers={"Cookie": f"language={one}"}).content for one in ("da", "en")
    ]
    assert all(b'id="not-in"' in page for page in told) and not any(b'id="not-in"' in page for page in plain)
    assert told[0] != told[1]


def test_a_shared_phone_and_the_way_on_are_kept_on_the_road(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    on = f"/plans/{cast.plan_id}/life-goal/"
    answer = walk(client, mitid, form={"next": on, "shared": "1"})
    assert answer.headers["Location"] == on
    assert "shared" in client.session and client.session.get_expire_at_browser_close()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_the_way_on_is_our_own(client: Client, cast: Cast, mitid: LocalIssuer, elsewhere: str) -> None:
    answer = walk(client, mitid, form={"next": elsewhere})
    assert answer.headers["Location"] == f"/plans/{cast.plan_id}/today/"


def test_the_session_gets_a_new_key_and_ends_whoever_was_here(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    client.force_login(cast.supporter)
    before = client.session.session_key
    walk(client, mitid)
    assert client.session.session_key != before and not Session.objects.filter(session_key=before).exists()
    assert int(client.session["_auth_user_id"]) == cast.citizen.pk


def test_who_sets_out_and_never_comes_back_is_soon_forgotten(client: Client, db: None, mitid: LocalIssuer) -> None:
    set_out(client)
    assert client.session.get_expiry_age() <= 900


def test_staff_and_those_who_have_ended_do_not_come_by_mitid(client: Client, cast: Cast, mitid: LocalIssuer) -> None:
    know_number(person_id=person("leader", "Leder", staff_role="leader").pk, number="0101010101")
    assert why(walk(client, mitid, sub="of-the-leader", cprNumberIdentifier="0101010101")) == "unknown"
    Person.objects.filter(pk=cast.citizen.pk).update(is_active=False)
    assert why(walk(client, mitid)) == "unknown" and not is_in(client)


def test_the_other_brokers_way(client: Client, cast: Cast, settings: Any, mitid: LocalIssuer) -> None:
    """Signaturgruppen: the level in `idp_params` and as an NSIS address, the number at the userinfo endpoint alone."""
    settings.TAVLEN_MITID_BROKER = "signaturgruppen"
    nsis = "https://data.gov.dk/concept/core/nsis/"
    mitid.claims = {"sub": "s", "idp": "mitid", "identity_type": "private", "loa": f"{nsis}High", "acr": f"{nsis}High"}
    mitid.userinfo = {"sub": "s", "dk.cpr": NUMBER}
    assert why(walk(client, mitid, loa=f"{nsis}Low")) == "level"
    assert json.loads(mitid.asked["idp_params"]) == {"mitid": {"loa_value": "substantial"}}
    mitid.userinfo = {"sub": "another", "dk.cpr": NUMBER}
    assert why(walk(client, mitid)) == "wrong"
    mitid.userinfo = {"sub": "s", "dk.cpr": NUMBER}
    walk(client, mitid)
    assert is_in(client)


def test_a_way_that_is_not_set_up_is_not_there(client: Client, db: None) -> None:
    assert [client.post(f"/sign-in/{way}/").status_code for way in ("mitid", "staff")] == [404, 404]
    assert [client.get(f"/sign-in/{way}/back/").status_code for way in ("mitid", "staff")] == [404, 404]
    assert client.get("/sign-in/mitid/").status_code == 405


def test_no_claim_and_no_token_reaches_the_log(
    client: Client, cast: Cast, mitid: LocalIssuer, caplog: pytest.LogCaptureFixture
) -> None:
    walk(client, mitid, authenticationtype=LOW)
    walk(client, mitid, sub="another", cprNumberIdentifier="0101010101")
    walk(client, mitid)
    told = " ".join(str(vars(record)) for record in caplog.records)
    assert "not let in" in told
    assert not [word for word in ("Canary", NUMBER, "0101010101", "eyJ", "pseudonym") if word in told]


def test_an_invitation_opened_on_the_way_is_still_to_be_answered(cast: Cast, mitid: LocalIssuer) -> None:
    nobody, carl = Client(), Client()
    carl.force_login(cast.supporter)
    for client in (nobody, carl):
        session = client.session
        session["invited"] = "an-invitation"
        session.save()
        walk(client, mitid)
        assert is_in(client)
    assert nobody.session.get("invited") == "an-invitation"
    assert "invited" not in carl.session, "what another had opened is theirs"
