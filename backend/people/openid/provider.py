"""allauth's OpenID Connect provider, with what it leaves open closed (docs/decisions/0055-others-vouch.md).

Of allauth: the walk to the authorization endpoint, the state kept meanwhile, the changing of the code. Ours:
the nonce, PKCE always, what is asked (from settings alone), and what is believed. Nothing that came back is stored.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from requests import RequestException

from backend.people.openid.issuers import Issuer
from backend.people.openid.metadata import metadata_of
from backend.people.openid.refusal import NotIn, Why
from backend.people.openid.token import Claims, claims_of

NOT_NOW = ("access_denied", "login_required", "interaction_required", "consent_required")  # the person said no
BROKER_AWAY = ("temporarily_unavailable", "server_error")


@dataclass(frozen=True, slots=True)
class Vouched:
    """What an issuer says of somebody, believed, and what they asked for when they set out.

    `number` asks for their social security number; some brokers tell it apart, and then only who needs it fetches it.
    """

    claims: Claims
    asked: dict[str, Any]
    number: Callable[[], str]


class _Adapter(OpenIDConnectOAuth2Adapter):
    """allauth's, on the issuer that settings name and the address that we come back to."""

    def __init__(self, request: HttpRequest, provider: "Provider") -> None:
        super().__init__(request, provider.issuer.name)
        self._provider = provider

    def get_provider(self) -> "Provider":
        return self._provider

    @property
    def openid_config(self) -> dict[str, Any]:
        return metadata_of(self._provider.issuer)

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return self._provider.back


class Provider(OpenIDConnectProvider):
    """One issuer, for one request."""

    def __init__(self, request: HttpRequest, issuer: Issuer, *, back: str) -> None:
        self.issuer, self.back = issuer, back
        named = {"provider_id": issuer.name, "client_id": issuer.client_id, "secret": issuer.client_secret}
        super().__init__(request, app=SocialApp(provider=self.id, name=issuer.name, **named))

    def get_oauth2_adapter(self, request: HttpRequest) -> _Adapter:
        return _Adapter(request, self)

    def get_pkce_params(self) -> dict[str, Any]:
        return dict(generate_code_challenge())

    def get_scope(self) -> list[str]:
        return list(self.issuer.scope)

    def set_out(self, *, asked: dict[str, Any], language: str) -> str:
        """The address at the issuer that the person goes to now. `asked` is ours again when they are back."""
        nonce = secrets.token_urlsafe(32)
        params = {**self.issuer.asks, "ui_locales": language, "nonce": nonce}
        led = self.redirect(self.request, AuthProcess.LOGIN, data=asked, auth_params=params, nonce=nonce)
        return str(led["Location"])

    def come_back(self) -> Vouched:
        """Who the person has proven to be; each state serves once. Raises NotIn."""
        given = self.request.GET
        state = statekit.unstash_state(self.request, provider_id=self.sub_id, state_id=given.get("state", ""))
        if state is None:
            raise NotIn(Why.LATE, "state")
        if given.get("iss", self.issuer.address) != self.issuer.address:  # RFC 9207
            raise NotIn(Why.WRONG, "iss")
        if "error" in given or "code" not in given:
            raise NotIn(self._why(given.get("error", "")), "no code")
        answer = self._change_code(state)
        claims = claims_of(str(answer.get("id_token")), issuer=self.issuer, nonce=state["nonce"])
        return Vouched(claims, dict(state["data"]), lambda: self._number(answer, claims))

    def _change_code(self, state: dict[str, Any]) -> dict[str, Any]:
        adapter = self.get_oauth2_adapter(self.request)
        client = adapter.get_client(self.request, self.app)
        try:
            answer: dict[str, Any] = client.get_access_token(
                self.request.GET["code"], pkce_code_verifier=state["pkce_code_verifier"]
            )
        except OAuth2Error:
            raise NotIn(Why.WRONG, "code") from None
        except (RequestException, ValueError):
            raise NotIn(Why.AWAY, "code") from None
        return answer

    def _number(self, answer: dict[str, Any], claims: Claims) -> str:
        """From the token, or from the userinfo endpoint, if that speaks of the same person; empty if untold."""
        told = claims
        if self.issuer.number not in claims:
            try:
                told = self.get_oauth2_adapter(self.request)._fetch_user_info(answer["access_token"])
            except (RequestException, ValueError, KeyError):
                raise NotIn(Why.AWAY, "userinfo") from None
            if not isinstance(told, dict) or told.get("sub") != claims["sub"]:
                raise NotIn(Why.WRONG, "userinfo")
        return str(told.get(self.issuer.number, ""))

    def _why(self, error: str) -> Why:
        if error in NOT_NOW:
            return Why.CANCELLED
        return Why.AWAY if error in BROKER_AWAY else Why.WRONG
