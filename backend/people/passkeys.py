"""Passkeys: fingerprint, face or the phone's own lock instead of a code. allauth keeps them and checks them.

What it checks them with is loaded with the first: an idle server holds 3 MB less.
"""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest

from backend.common.errors import NotHere
from backend.people.devices import device_of
from backend.people.models import Person


class PasskeyAdapter(DefaultMFAAdapter):
    """What the phone shows of us when it asks for a finger."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": settings.TAVLEN_APP_NAME}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return {**entity, "name": user.name, "display_name": user.name}


def options_to_add(person: Person) -> dict[str, Any]:
    """What a browser needs to make one; the challenge is kept in the session."""
    from allauth.mfa.webauthn.internal import auth

    return dict(auth.begin_registration(person, passwordless=True))


def add_passkey(request: HttpRequest, credential: str) -> None:
    """Keep it, if it answers the challenge. It is called by the browser it was made in."""
    from allauth.mfa.webauthn.forms import AddWebAuthnForm
    from allauth.mfa.webauthn.internal import flows

    device = device_of(request.headers.get("User-Agent", ""))
    told = {"credential": credential, "passwordless": "on", "name": f"{device.browser},{device.system}"}
    form = AddWebAuthnForm(told, user=request.user)
    if _is_good(form):
        flows.add_authenticator(request, name=form.cleaned_data["name"], credential=form.cleaned_data["credential"])


def remove_passkey(*, person_id: int, passkey_id: int) -> None:
    """A person removes their own, and nobody else's: or NotHere."""
    gone, _ = Authenticator.objects.filter(user_id=person_id, pk=passkey_id).delete()
    if not gone:
        raise NotHere


def remove_passkeys_of(person_id: int) -> None:
    """All of them."""
    Authenticator.objects.filter(user_id=person_id).delete()


def options_to_sign_in() -> dict[str, Any]:
    """For whoever is there: the browser offers what it has for this site."""
    from allauth.mfa.webauthn.internal import auth

    return dict(auth.begin_authentication(user=None))


def passkey_of(credential: str) -> Authenticator | None:
    """The passkey with which this challenge was answered; its `user` is who they are."""
    from allauth.mfa.webauthn.forms import LoginWebAuthnForm

    form = LoginWebAuthnForm({"credential": credential})
    return form.cleaned_data["credential"] if _is_good(form) else None


def _is_good(form: Form) -> bool:
    """allauth's parser trips over what no browser would send."""
    try:
        return form.is_valid()
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
