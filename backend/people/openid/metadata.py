"""What an issuer publishes of itself: where to send people, where to change a code, and the keys it signs with."""

import time
from typing import Any
from urllib.parse import urlsplit

from allauth.socialaccount.adapter import get_adapter
from jwt import PyJWK
from requests import RequestException

from backend.people.openid.issuers import Issuer
from backend.people.openid.refusal import NotIn, Why

KEPT_SECONDS = 600
BETWEEN_KEYS_SECONDS = 30  # so that made-up key names do not make us ask all day
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_kept: dict[str, tuple[float, dict[str, Any]]] = {}


def metadata_of(issuer: Issuer) -> dict[str, Any]:
    """The discovery document, which must be this issuer's own and lead nowhere less safe than it. Raises NotIn."""
    told = _read(f"{issuer.address}/.well-known/openid-configuration", KEPT_SECONDS)
    if told.get("issuer") != issuer.address:
        raise NotIn(Why.WRONG, "metadata of another issuer")
    for name in ENDPOINTS:
        if urlsplit(str(told.get(name))).scheme != urlsplit(issuer.address).scheme:
            raise NotIn(Why.WRONG, f"{name} is not as safe as the issuer")
    return told


def key_named(issuer: Issuer, name: str) -> PyJWK:
    """The issuer's public key of this name; asked for anew when it is not among those we know. Raises NotIn."""
    address = metadata_of(issuer)["jwks_uri"]
    for seconds in (KEPT_SECONDS, BETWEEN_KEYS_SECONDS):
        for key in _read(address, seconds).get("keys", []):
            if key.get("kid") == name and key.get("use", "sig") == "sig":
                return PyJWK(key)
    raise NotIn(Why.WRONG, "signed with an unknown key")


def _read(address: str, seconds: int) -> dict[str, Any]:
    """A JSON document, kept in this process for so long."""
    kept = _kept.get(address)
    if kept and time.monotonic() - kept[0] < seconds:
        return kept[1]
    try:
        with get_adapter().get_requests_session() as session:
            answer = session.get(address)
            answer.raise_for_status()
            told = answer.json()
    except (RequestException, ValueError):
        raise NotIn(Why.AWAY, "no metadata") from None
    if not isinstance(told, dict):
        raise NotIn(Why.WRONG, "metadata that are none")
    _kept[address] = (time.monotonic(), told)
    return told


def forget() -> None:
    """Ask the issuers anew: the next who signs in waits for it."""
    _kept.clear()
