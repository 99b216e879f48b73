"""How allauth behaves here: nobody signs up by themselves, and signing in leads to a path of our own."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


class Adapter(DefaultAccountAdapter):
    """Deny by default: what is not said here is allauth's own, and none of its pages can be reached."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        """A passkey stands in for a code or a broker; it is never asked for on top of them."""
        return ["allauth.account.stages.LoginByCodeStage"]

    def is_safe_url(self, url: str | None) -> bool:
        """A path of ours, never another site."""
        return bool(url) and str(url).startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Somebody who has ended is told no more than a stranger."""
        return HttpResponseRedirect(settings.LOGIN_URL)

    def add_message(self, *arguments: Any, **named: Any) -> None:
        """Our pages say it themselves."""
