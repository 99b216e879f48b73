"""Somebody who is invited and was never here before: they say their name, and how they can get in again."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.common.ids import new_id
from backend.people.addresses import NEWCOMER
from backend.people.models import Organisation, Person


def welcome(*, name: str, email: str = "", phone: str = "", workplace: str = "", language: str = "") -> Person:
    """A new person. All is as given, proven by nobody yet; `workplace`: an organisation's number. Raises Refused."""
    name = " ".join(name.split())
    if not name or len(name) > 60 or not name.isprintable():
        raise Refused(_("Skriv dit navn."), code="empty")
    given = {"email": _email(email.strip()), "phone": _phone(phone), "organisation": _workplace(workplace)}
    return Person.objects.create_person(handle=f"{NEWCOMER}{new_id().hex}", name=name, language=language, **given)


def _email(email: str) -> str:
    try:
        if email:
            validate_email(email)
    except ValidationError:
        raise Refused(_("Mailadressen ser ikke rigtig ud. Ret den, eller lad feltet stå tomt."), code="bad") from None
    return email


def _phone(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign in "+0123456789")
    if phone.strip() and not 8 <= len(digits.lstrip("+")) <= 15:
        raise Refused(_("Nummeret ser ikke rigtigt ud. Ret det, eller lad feltet stå tomt."), code="bad")
    return digits


def _workplace(number: str) -> Organisation | None:
    """None for whoever works where the municipality has nobody on its list."""
    if not number:
        return None
    is_number = number.isascii() and number.isdecimal() and len(number) < 10
    found = Organisation.objects.filter(pk=int(number)).first() if is_number else None
    if found is None:
        raise Refused(_("Vælg på listen, hvor du arbejder."), code="bad")
    return found
