"""Is this ID token to be believed? Signature, issuer, audience, age, nonce and level, each asked every time.

OpenID Connect Core 3.1.3.7 lets a client skip the signature when the token came straight from the issuer; we do not:
the claims let somebody into a plan.
"""

from typing import Any

import jwt
from django.utils.crypto import constant_time_compare

from backend.common import clock
from backend.people.openid.issuers import Accepted, Issuer
from backend.people.openid.metadata import key_named
from backend.people.openid.refusal import NotIn, Why

ALGORITHMS = ("RS256", "PS256", "ES256")  # never HS256 (our secret would be a signing key) nor none
REQUIRED = ["iss", "aud", "exp", "iat", "nonce"]
LEEWAY_SECONDS = 30
OLDEST_SECONDS = 600
Claims = dict[str, Any]


def claims_of(id_token: str, *, issuer: Issuer, nonce: str) -> Claims:
    """What a token says that is ours, fresh, and proven well enough; raises NotIn."""
    claims = _signed(id_token, issuer)
    _ask_for_whom(claims, issuer)
    if not constant_time_compare(str(claims["nonce"]), nonce):
        raise NotIn(Why.WRONG, "nonce")
    _ask_age(claims, issuer)
    for name, accepted in issuer.scheme.items():
        if _word(claims, name) not in accepted:
            raise NotIn(Why.WRONG, name)
    _ask_level(claims, issuer.level)
    if not _word(claims, issuer.subject):
        raise NotIn(Why.WRONG, "no subject")
    return claims


def _signed(id_token: str, issuer: Issuer) -> Claims:
    try:
        header = jwt.get_unverified_header(id_token)
        if header.get("alg") not in ALGORITHMS:
            raise NotIn(Why.WRONG, "algorithm")
        claims: Claims = jwt.decode(
            id_token,
            key_named(issuer, str(header.get("kid"))),
            algorithms=[header["alg"]],
            issuer=issuer.address,
            audience=issuer.client_id,
            leeway=LEEWAY_SECONDS,
            options={"require": REQUIRED},
        )
    except jwt.PyJWTError as wrong:
        raise NotIn(Why.WRONG, type(wrong).__name__) from None
    return claims


def _ask_for_whom(claims: Claims, issuer: Issuer) -> None:
    """For us alone: a token that others may use, too, could be brought here by one of them."""
    if claims["aud"] not in (issuer.client_id, [issuer.client_id]):
        raise NotIn(Why.WRONG, "other audiences")
    if claims.get("azp", issuer.client_id) != issuer.client_id:
        raise NotIn(Why.WRONG, "azp")


def _ask_age(claims: Claims, issuer: Issuer) -> None:
    """Made now; and where it must be, proven now (`auth_time`, when it is told), not by an earlier session."""
    oldest = clock.now().timestamp() - OLDEST_SECONDS
    made, proven = claims["iat"], str(claims.get("auth_time", claims["iat"]))
    if not isinstance(made, int | float) or made < oldest:
        raise NotIn(Why.WRONG, "iat")
    if issuer.is_fresh and not (proven.isdecimal() and int(proven) >= oldest):
        raise NotIn(Why.WRONG, "auth_time")


def _ask_level(claims: Claims, level: Accepted) -> None:
    for number, (name, accepted) in enumerate(level.items()):
        if (number == 0 or name in claims) and _word(claims, name) not in accepted:
            raise NotIn(Why.LEVEL, name)


def _word(claims: Claims, name: str) -> str:
    """A claim that is one word; anything else counts as nothing."""
    said = claims.get(name)
    return said if isinstance(said, str) else ""
