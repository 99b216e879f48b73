"""A mail address or mobile number as people write it, and whom it leads to: whoever has proven that it is theirs."""

import re
from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import F, Value
from django.db.models.functions import Replace
from django.utils.crypto import salted_hmac

from backend.common.in_line import in_line
from backend.people.identities import know_person
from backend.people.models import Identity, Person
from backend.people.openid.issuers import MITID, STAFF, issuer_named

LONGEST = 254
_APART = re.compile(r"[\s().\-/]")
_NUMBER = re.compile(r"\+[1-9]\d{7,14}")
_DANISH = re.compile(r"\d{8}")
_LAST_DIGITS = 8
_PROVEN = {
    "email": "proven-email",
    "phone": "proven-phone",
}  # stands as issuer where the subject is an address's digest
NEWCOMER = "guest-"  # how the handle of a person begins who was invited and made themself known


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
    """Whom a code that is sent there may let in; of several (`people_at`) any, until they have said who they are."""
    return next(iter(people_at(address)), None)


def people_at(address: Address) -> list[Person]:
    """The active people whom a code sent to this address may let in: at most one, once somebody has proven it.

    An address that somebody typed themself as a newcomer is their word alone. It counts for nothing beside one that
    the office wrote, or that another has entered a code from. Whoever comes in through a broker (MitID, Entra)
    proves more than an address, and so never gets in with less.
    """
    found = _without_broker([person for person in _with(address) if person.is_active])
    proven = Identity.objects.filter(issuer=_PROVEN[address.kind], subject=_digest(address))
    holder = proven.values_list("person_id", flat=True).first()
    known = [person for person in found if not person.handle.startswith(NEWCOMER)]
    return [person for person in found if person.pk == holder] or known or found


def prove(person: Person, address: Address) -> bool:
    """A code that was sent there has been entered: from now on it is this person's; False if it is another's by now."""
    try:
        with in_line(), transaction.atomic():
            if person not in people_at(address):
                return False
            mine = {"issuer": _PROVEN[address.kind], "subject": _digest(address)}
            Identity.objects.filter(**mine).exclude(person=person).delete()  # of somebody who has it no more
            know_person(person_id=person.pk, **mine)
            return True
    except IntegrityError:  # two windows at once: the other one was first
        return False


def _without_broker(people: list[Person]) -> list[Person]:
    mitid, staff = issuer_named(MITID), issuer_named(STAFF)
    if not (mitid or staff):
        return people
    vouched = Identity.objects.filter(person__in=people).exclude(issuer__in=_PROVEN.values())
    others = set(vouched.values_list("person_id", flat=True))
    return [person for person in people if person.pk not in others and not (staff and person.staff_role)]


def _digest(address: Address) -> str:
    return salted_hmac("tavlen.proven", address.spelt).hexdigest()


def _with(address: Address) -> list[Person]:
    if address.kind == "email":
        return list(Person.objects.filter(email__iexact=address.spelt).order_by("pk"))
    bare: F | Replace = F("phone")
    for apart in " ().-/":
        bare = Replace(bare, Value(apart))
    alike = Person.objects.annotate(bare=bare).filter(bare__endswith=address.spelt[-_LAST_DIGITS:])
    return [person for person in alike.order_by("pk") if read_number(person.phone) == address.spelt]
