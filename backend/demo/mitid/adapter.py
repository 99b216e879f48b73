"""What the demo's MitID says of somebody: the claims that Idura's broker tells of a Danish MitID."""

from collections.abc import Iterable
from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.contrib.auth.models import User

from backend.demo.mitid.people import EVERYBODY


class MitId(DefaultOIDCAdapter):
    """Knows people by their key in the stories, which stays the same from one start to the next."""

    scope_display = {"openid": "openid", "ssn": "ssn"}

    def get_user_sub(self, client: Any, user: Any) -> str:
        return str(user.username)

    def get_user_by_sub(self, client: Any, sub: str) -> User | None:
        return User.objects.filter(username=sub).first()

    def get_claims(
        self, purpose: Any, user: Any, client: Any, scopes: Iterable[str], email: Any = None, **_: Any
    ) -> dict[str, Any]:
        person = EVERYBODY[user.username]
        claims = {
            "sub": self.get_user_sub(client, user),
            "name": person.name,
            "identityscheme": "dkmitid",
            "authenticationtype": f"urn:grn:authn:dk:mitid:{person.level}",
            "loA": person.level.upper(),
            "auth_time": int(user.last_login.timestamp()),
        }
        return {**claims, "cprNumberIdentifier": person.number} if "ssn" in scopes else claims
