"""Each weakness of allauth's stock OpenID provider, asked of it and of ours: it has them, ours has not.

Should the stock provider lose one, the test tells, and ours may shrink.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.apps import apps
from django.core import serializers
from django.test import Client
from django.urls import set_urlconf

from tests.cast import Cast
from tests.openid.conftest import CITIZEN, NUMBER
from tests.openid.issuer import CLIENT, SECRET, LocalIssuer, new_key
from tests.openid.walking import is_in, set_out

SUBSTANTIAL, LOW = "urn:grn:authn:dk:mitid:substantial", "urn:grn:authn:dk:mitid:low"


@dataclass
class Way:
    """One road to the same issuer: `out` gives the address there, `back` is where the browser brings its answer."""

    issuer: LocalIssuer
    client: Client
    out: Callable[[str], str]
    back: str

    def walk(self, *, query: str = "", sign: Any = None, **lies: Any) -> bool:
        """Whether somebody is signed in at the end."""
        self.client.get(self.back, self.issuer.consent(self.out(query), sign=sign, **lies))
        return is_in(self.client)


@pytest.fixture
def ours(client: Client, cast: Cast, mitid: LocalIssuer) -> Way:
    return Way(mitid, client, lambda query: set_out(client, query=query), "/sign-in/mitid/back/")


@pytest.fixture
def stock(client: Client, cast: Cast, mitid: LocalIssuer, settings: Any) -> Iterator[Way]:
    """As allauth's manual sets it up, for somebody who has signed in this way before."""
    asked = {"server_url": mitid.address, "fetch_userinfo": False, "auth_params": {"acr_values": SUBSTANTIAL}}
    app = {"provider_id": "stock", "name": "MitID", "client_id": CLIENT, "secret": SECRET, "settings": asked}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    settings.SOCIALACCOUNT_ADAPTER = "allauth.socialaccount.adapter.DefaultSocialAccountAdapter"
    settings.SOCIALACCOUNT_LOGIN_ON_GET = True
    settings.ROOT_URLCONF = "tests.openid.stock_urls"
    registry.register(OpenIDConnectProvider)
    SocialAccount.objects.create(user=cast.citizen, provider="stock", uid=str(CITIZEN["sub"]))
    yield Way(
        mitid,
        client,
        lambda query: str(client.get(f"/stock/oidc/stock/login/{query}").headers["Location"]),
        "/stock/oidc/stock/login/callback/",
    )
    del registry.provider_map[OpenIDConnectProvider.id]
    set_urlconf(None)


def lets_the_address_lower_the_level(way: Way) -> bool:
    way.walk(query=f"?auth_params=acr_values%3D{LOW}")
    return way.issuer.asked["acr_values"] == LOW


def believes_any_level(way: Way) -> bool:
    return way.walk(authenticationtype=LOW, loA="LOW")


def sends_no_nonce(way: Way) -> bool:
    way.walk()
    return "nonce" not in way.issuer.asked


def believes_an_answer_to_another_question(way: Way) -> bool:
    return way.walk(nonce="another's")


def leaves_pkce_off(way: Way) -> bool:
    way.walk()
    return way.issuer.asked.get("code_challenge_method") != "S256"


def stores_what_it_was_told(way: Way) -> bool:
    way.walk()
    rows = [serializers.serialize("json", model._base_manager.all()) for model in apps.get_models()]
    return NUMBER in json.dumps(rows)


def believes_any_signature(way: Way) -> bool:
    return way.walk(sign=lambda claims: way.issuer.sign(claims, key=new_key()))


WEAKNESSES = [
    lets_the_address_lower_the_level,
    believes_any_level,
    sends_no_nonce,
    believes_an_answer_to_another_question,
    leaves_pkce_off,
    stores_what_it_was_told,
    believes_any_signature,
]


@pytest.mark.parametrize("weakness", WEAKNESSES, ids=lambda weakness: weakness.__name__)
def test_the_stock_provider_has_it(stock: Way, weakness: Callable[[Way], bool]) -> None:
    assert weakness(stock)


@pytest.mark.parametrize("weakness", WEAKNESSES, ids=lambda weakness: weakness.__name__)
def test_ours_has_not(ours: Way, weakness: Callable[[Way], bool]) -> None:
    assert not weakness(ours)


def test_both_let_in_who_has_proven_it(stock: Way, ours: Way) -> None:
    """Otherwise the refusals above would prove nothing."""
    assert ours.walk()
    stock.client.logout()
    assert stock.walk()
