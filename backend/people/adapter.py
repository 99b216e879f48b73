"""How allauth behaves here: nobody signs up by themselves, and signing in leads to a path of our own."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from backend.common import clock
from backend.people import known_devices
from backend.people.addresses import Address, person_at
from backend.people.code_letter import new_code, post_code
from backend.people.sessions import SHARED

WISHES_SHARED = "wishes_shared"


class Adapter(DefaultAccountAdapter):
    """Deny by default: what is not said here is allauth's own, and none of its pages can be reached."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        """A passkey stands in for a code or a broker; it is never asked for on top of them."""
        return ["allauth.account.stages.LoginByCodeStage"]

    def post_login(self, request: HttpRequest, user: Any, **told: Any) -> HttpResponse:
        """Every way in ends here. On a shared phone the session is short, and the device is not remembered."""
        response: HttpResponse = super().post_login(request, user, **told)
        if request.session.pop(WISHES_SHARED, None):
            request.session[SHARED] = clock.now().isoformat()
        else:
            known_devices.remember(request, response, user)
        return response

    def is_safe_url(self, url: str | None) -> bool:
        """A path of ours, never another site."""
        return bool(url) and str(url).startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def is_reauthentication_required(self, app: str) -> bool:
        """Our pages ask for a fresh sign-in where one is needed."""
        return False

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Somebody who has ended is told no more than a stranger."""
        return HttpResponseRedirect(settings.LOGIN_URL)

    def add_message(self, *arguments: Any, **named: Any) -> None:
        """Our pages say it themselves."""

    # Codes

    def generate_login_code(self) -> str:
        return new_code()

    def generate_phone_verification_code(self, *, user: Any, phone: str) -> str:
        return self.generate_login_code()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Of allauth's letters only the one with a code leaves the house."""
        if template_prefix == "account/email/login_code":
            post_code(Address("email", email), context["code"])

    def send_verification_code_sms(self, user: Any, phone: str, code: str, **_: Any) -> None:
        post_code(Address("phone", phone), code)

    def get_user_by_phone(self, phone: str) -> Any:
        return person_at(Address("phone", phone))

    def get_phone(self, user: Any) -> None:
        return None

    def set_phone(self, user: Any, phone: str, verified: bool) -> None:
        """Numbers are kept by administrators and by people themselves, not by signing in."""

    def set_phone_verified(self, user: Any, phone: str) -> None:
        """As `set_phone`."""
