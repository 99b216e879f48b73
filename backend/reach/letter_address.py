"""An address for letters: given by its person, and kept when they have typed in the code that was sent there.

It is no way in: signing in knows nothing of it. So whoever borrows an open phone gains only letters
without words.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import Refused
from backend.common.in_line import in_line
from backend.people.addresses import Address, read_address, read_number
from backend.people.code_letter import new_code, post_code
from backend.people.limits import may_try
from backend.people.models import Person
from backend.people.postman import can_reach
from backend.reach.models import LetterAddress, Wishes

Kind = Literal["email", "phone"]
KINDS: tuple[Kind, ...] = ("email", "phone")
HOLDS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Asked:
    """A code is on its way there. Kept in the session that asked, and in no other."""

    to: Address
    code: str
    at: datetime


def ask(person: Person, given: str) -> Asked:
    """Sends a code to what somebody typed. Raises Refused for no address, for one we cannot reach, and too often."""
    address = read_address(given)
    if address is None:
        raise Refused(_("Skriv en mailadresse eller et mobilnummer."), code="no_address")
    if not can_reach(address.kind):
        raise Refused(_("Vi kan ikke skrive dertil herfra. Prøv med den anden slags adresse."), code="no_way")
    if not (may_try("letter_by", str(person.pk)) and may_try("letter_to", address.spelt)):
        raise Refused(_("Du har bedt om mange koder. Vent en time, og prøv igen."), code="too_often")
    asked = Asked(address, new_code(), clock.now())
    post_code(address, asked.code)
    return asked


def confirm(person: Person, asked: Asked, code: str) -> None:
    """The address is theirs, and letters are wished for from now on if none were. Raises Refused; counted first."""
    is_old = clock.now() >= asked.at + HOLDS
    if is_old or not may_try("letter_code", f"{person.pk} {asked.to.spelt} {asked.at.isoformat()}"):
        raise Refused(_("Koden gælder ikke mere. Bed om en ny."), code="spent")
    if not constant_time_compare("".join(code.split()), asked.code):
        raise Refused(_("Koden passer ikke. Se efter i beskeden, og prøv igen."), code="wrong_code")
    with in_line(), transaction.atomic():
        LetterAddress.objects.update_or_create(person=person, kind=asked.to.kind, defaults={"spelt": asked.to.spelt})
        Wishes.objects.get_or_create(person=person)
        Wishes.objects.filter(person=person, fall_back="").update(fall_back=asked.to.kind)


def forget(person: Person, kind: str) -> None:
    """It goes, and so does the wish for letters there when nothing else is known."""
    with in_line(), transaction.atomic():
        LetterAddress.objects.filter(person=person, kind=kind).delete()
        if kind not in addresses_of(person):
            Wishes.objects.filter(person=person, fall_back=kind).update(fall_back="")


def addresses_of(person: Person) -> dict[str, str]:
    """Where letters can go, by kind: what the person gave, else what the office knows."""
    known = {"email": person.email, "phone": read_number(person.phone)}
    given = own_addresses_of(person)
    return {kind: to for kind in KINDS if can_reach(kind) and (to := given.get(kind) or known[kind])}


def own_addresses_of(person: Person) -> dict[str, str]:
    """Those that the person gave themself, and may take back."""
    return dict(LetterAddress.objects.filter(person=person).values_list("kind", "spelt"))
