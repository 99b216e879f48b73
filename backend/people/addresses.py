"""A mail address or mobile number as people write it, and the one person whom it leads to."""

import re
from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import F, Value
from django.db.models.functions import Replace

from backend.people.identities import comes_as_staff
from backend.people.models import Identity, Person
from backend.people.openid.issuers import MITID, STAFF, issuer_named

LONGEST = 254
_APART = re.compile(r"[\s().\-/]")
_NUMBER = re.compile(r"\+[1-9]\d{7,14}")
_DANISH = re.compile(r"\d{8}")
_LAST_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Address:
    """Spelt in one way only: a mail address in small letters, a number as `+4512345678`."""

    kind: Literal["email", "phone"]
    spelt: str


def read_address(given: str) -> Address | None:
    """What somebody typed; None when it is neither."""
    given = given.strip()[: LONGEST + 1]
    if "@" not in given:
        number = read_number(given)
        return Address("phone", number) if number else None
    try:
        validate_email(given)
    except ValidationError:
        return None
    return Address("email", given.lower())


def read_number(given: str) -> str:
    """Eight digits are Danish; empty when it is no number."""
    bare = _APART.sub("", given)
    number = f"+45{bare}" if _DANISH.fullmatch(bare) else re.sub(r"^00", "+", bare)
    return number if _NUMBER.fullmatch(number) else ""


def person_at(address: Address) -> Person | None:
    """The one active person with this address who may come in by a code.

    Where two have the same, it leads to nobody. Whoever comes in through a broker (MitID, Entra) proves more than an
    address, and so never gets in with less.
    """
    found = [person for person in _with(address) if person.is_active]
    return found[0] if len(found) == 1 and not _is_vouched_for(found[0]) else None


def _is_vouched_for(person: Person) -> bool:
    if comes_as_staff(person):
        return True
    return bool(issuer_named(MITID) or issuer_named(STAFF)) and Identity.objects.filter(person=person).exists()


def _with(address: Address) -> list[Person]:
    if address.kind == "email":
        return list(Person.objects.filter(email__iexact=address.spelt)[:2])
    bare: F | Replace = F("phone")
    for apart in " ().-/":
        bare = Replace(bare, Value(apart))
    alike = Person.objects.annotate(bare=bare).filter(bare__endswith=address.spelt[-_LAST_DIGITS:])
    return [person for person in alike if read_number(person.phone) == address.spelt]
