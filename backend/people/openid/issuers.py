"""Whom we believe, what we ask of them, and what their answer must say. From settings, never from a request.

The brokers' ways, as they document them: docs.idura.app/verify/e-ids/danish-mitid (Idura, formerly Criipto);
signaturgruppen-a-s.github.io/signaturgruppen-broker-documentation/idps/mitid.html (Signaturgruppen, formerly Nets
eID Broker); learn.microsoft.com/entra/identity-platform/id-token-claims-reference (Entra ID). The levels are those of
NSIS, the Danish standard for assurance: Low, Substantial, High.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

MITID, STAFF = "mitid", "staff"
IDURA, SIGNATURGRUPPEN = "idura", "signaturgruppen"
NSIS = "https://data.gov.dk/concept/core/nsis/"
Accepted = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """One OpenID provider. `address` is its name in tokens and where its metadata lie, exactly so."""

    name: str
    address: str
    client_id: str
    client_secret: str = field(repr=False)
    scope: tuple[str, ...]
    asks: Mapping[str, str] = field(default_factory=dict)  # beside what OpenID Connect itself asks
    level: Accepted = field(
        default_factory=dict
    )  # claims of the level: the first must be there, and each that is there must be one of
    scheme: Accepted = field(default_factory=dict)  # claims that must be there, and be one of
    subject: str = "sub"
    number: str = ""  # the claim with the social security number
    is_fresh: bool = False  # proven now: nobody else's earlier sign-in on this phone may count


def issuer_named(name: str) -> Issuer | None:
    """The issuer that the operator has set up by this name."""
    if name == STAFF:
        return _entra() if settings.TAVLEN_STAFF_TENANT else None
    make = _BROKERS.get(settings.TAVLEN_MITID_BROKER)
    return make() if make and name == MITID else None


def _idura() -> Issuer:
    levels = ("substantial", "high")
    said = frozenset(level.upper() for level in levels)
    return Issuer(
        **_mitid(),
        scope=("openid", "ssn"),
        asks={"acr_values": "urn:grn:authn:dk:mitid:substantial", "prompt": "login"},
        scheme={"identityscheme": frozenset({"dkmitid"})},
        level={
            "authenticationtype": frozenset(f"urn:grn:authn:dk:mitid:{level}" for level in levels),
            "loA": said,
            "loa": said,
        },
        number="cprNumberIdentifier",
    )


def _signaturgruppen() -> Issuer:
    said = frozenset({f"{NSIS}Substantial", f"{NSIS}High"})
    params = json.dumps({"mitid": {"loa_value": "substantial"}}, separators=(",", ":"))
    return Issuer(
        **_mitid(),
        scope=("openid", "mitid", "ssn"),
        asks={"idp_values": "mitid", "idp_params": params, "prompt": "login"},
        scheme={"idp": frozenset({"mitid"}), "identity_type": frozenset({"private"})},
        level={"loa": said, "acr": said},
        number="dk.cpr",
    )


def _mitid() -> dict[str, Any]:
    return {
        "name": MITID,
        "address": settings.TAVLEN_MITID_ISSUER,
        "client_id": settings.TAVLEN_MITID_CLIENT_ID,
        "client_secret": settings.TAVLEN_MITID_CLIENT_SECRET,
        "is_fresh": True,
    }


def _entra() -> Issuer:
    """One tenant. `oid` is the person's number there; e-mail and sign-in name can be given to somebody else."""
    tenant = settings.TAVLEN_STAFF_TENANT
    return Issuer(
        name=STAFF,
        address=settings.TAVLEN_STAFF_ISSUER or f"https://login.microsoftonline.com/{tenant}/v2.0",
        client_id=settings.TAVLEN_STAFF_CLIENT_ID,
        client_secret=settings.TAVLEN_STAFF_CLIENT_SECRET,
        scope=("openid", "profile"),
        scheme={"tid": frozenset({tenant}), "ver": frozenset({"2.0"})},
        subject="oid",
    )


_BROKERS: dict[str, Callable[[], Issuer]] = {IDURA: _idura, SIGNATURGRUPPEN: _signaturgruppen}
BROKERS = tuple(_BROKERS)
