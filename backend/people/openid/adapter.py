"""How allauth behaves where others vouch: it has no app of its own, makes nobody, and is led nowhere by an answer."""

import functools
from typing import Any
from urllib.parse import urlsplit

import requests
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

PATIENCE_SECONDS = 5
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


class BrokerSession(requests.Session):
    """Never led elsewhere by a redirect; and this machine is not asked through a proxy."""

    def request(self, method: str, url: str, *args: Any, **named: Any) -> requests.Response:  # type: ignore[override]
        self.trust_env = urlsplit(url).hostname not in THIS_MACHINE
        send = functools.partial(super().request, method, url, *args)
        answer = send(**{**named, "timeout": PATIENCE_SECONDS, "allow_redirects": False})
        if answer.is_redirect:
            raise requests.TooManyRedirects
        return answer


class SocialAdapter(DefaultSocialAccountAdapter):
    """Deny by default: allauth's stock providers find no app, so none of them can be reached."""

    def list_apps(self, request: HttpRequest, provider: Any = None, client_id: Any = None) -> list[Any]:
        return []

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def get_requests_session(self) -> requests.Session:
        return BrokerSession()
