"""How a broker's word becomes a person of ours: by what it called them before, or by a number nobody can read."""

import hashlib
import hmac

from django.conf import settings

from backend.people.models import Identity, Person
from backend.people.openid.issuers import STAFF, issuer_named

PERSON_NUMBER = "person-number"  # stands as issuer where the subject is the keyed hash of a social security number
DIGITS = 10


def person_called(*, issuer: str, subject: str) -> Person | None:
    """The person whom this issuer calls so."""
    known = Identity.objects.filter(issuer=issuer, subject=subject).select_related("person").first()
    return known.person if known else None


def person_numbered(number: str) -> Person | None:
    """The person with this social security number, if the municipality has told it (`know_number`)."""
    return person_called(issuer=PERSON_NUMBER, subject=hash_of_number(number))


def comes_as_staff(person: Person) -> bool:
    """Where Entra ID is set up, staff come in there alone; so do those who had a role there once."""
    staff = issuer_named(STAFF)
    if staff is None:
        return False
    return bool(person.staff_role) or Identity.objects.filter(person=person, issuer=staff.address).exists()


def know_person(*, person_id: int, issuer: str, subject: str) -> None:
    """From now on, this issuer's `subject` is this person; what it called them before is forgotten."""
    Identity.objects.update_or_create(person_id=person_id, issuer=issuer, defaults={"subject": subject})


def know_number(*, person_id: int, number: str) -> None:
    """Keep the keyed hash of a social security number, so that MitID finds this person. ValueError if it is none."""
    know_person(person_id=person_id, issuer=PERSON_NUMBER, subject=hash_of_number(number))


def hash_of_number(number: str) -> str:
    """HMAC-SHA256 under a key of its own: ten digits can be guessed by whoever has the key, and only by them.

    Blanks and the hyphen before the last four digits do not count. ValueError unless ten digits are left.
    """
    digits = number.replace("-", "").replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) == DIGITS):
        raise ValueError("a social security number has ten digits")
    return hmac.new(settings.TAVLEN_PERSON_NUMBER_KEY.encode(), digits.encode(), hashlib.sha256).hexdigest()
