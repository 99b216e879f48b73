"""An issuer that plays MitID's broker, and one that plays Entra ID, with Tavlen set up to believe them."""

from collections.abc import Iterator
from typing import Any

import pytest

from backend.people.identities import know_number
from backend.people.openid import metadata
from tests.cast import Cast, gather
from tests.openid.issuer import CLIENT, SECRET, LocalIssuer, issuing

NUMBER = "0107921234"
TENANT = "11111111-2222-4333-8444-555555555555"
CITIZEN = {
    "sub": "{a-pseudonym}",
    "identityscheme": "dkmitid",
    "authenticationtype": "urn:grn:authn:dk:mitid:substantial",
    "loA": "SUBSTANTIAL",
    "cprNumberIdentifier": NUMBER,
    "name": "Amina Haddad Canary",
}
COLLEAGUE = {"sub": "pairwise", "oid": "an-object-id", "tid": TENANT, "ver": "2.0", "name": "Bente Lund"}


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina's plan; the municipality has told Tavlen who she is to MitID."""
    cast = gather()
    know_number(person_id=cast.citizen.pk, number=NUMBER)
    return cast


@pytest.fixture
def mitid(settings: Any) -> Iterator[LocalIssuer]:
    """A broker of Idura's kind."""
    with issuing(CITIZEN) as issuer:
        metadata.forget()
        settings.TAVLEN_MITID_BROKER = "idura"
        settings.TAVLEN_MITID_ISSUER = issuer.address
        settings.TAVLEN_MITID_CLIENT_ID, settings.TAVLEN_MITID_CLIENT_SECRET = CLIENT, SECRET
        yield issuer


@pytest.fixture
def entra(settings: Any) -> Iterator[LocalIssuer]:
    """The municipality's tenant."""
    with issuing(COLLEAGUE) as issuer:
        metadata.forget()
        settings.TAVLEN_STAFF_TENANT, settings.TAVLEN_STAFF_ISSUER = TENANT, issuer.address
        settings.TAVLEN_STAFF_CLIENT_ID, settings.TAVLEN_STAFF_CLIENT_SECRET = CLIENT, SECRET
        settings.TAVLEN_STAFF_ROLES = (("Tavlen.Leder", "leader"), ("Tavlen.Konsulent", "consultant"))
        yield issuer
