"""Which of our people this is. Nobody is found by name or e-mail, and a citizen nobody registered is not made up."""

from collections.abc import Callable

from django.conf import settings
from django.db import IntegrityError, transaction

from backend.people.end_sessions import end_other_sessions
from backend.people.identities import know_person, person_called, person_numbered
from backend.people.models import Person
from backend.people.openid.issuers import STAFF, Issuer
from backend.people.openid.provider import Vouched
from backend.people.openid.refusal import NotIn, Why
from backend.people.openid.token import Claims
from backend.people.passkeys import remove_passkeys_of

GoDark = Callable[[str], None]  # with the key of a session that has ended: whatever it has open


def person_vouched(issuer: Issuer, vouched: Vouched, go_dark: GoDark) -> Person:
    """The person these claims are about; raises NotIn."""
    person = _colleague(issuer, vouched.claims, go_dark) if issuer.name == STAFF else _citizen(issuer, vouched)
    if not person.is_active:
        raise NotIn(Why.UNKNOWN, "ended")
    return person


def _citizen(issuer: Issuer, vouched: Vouched) -> Person:
    """Known by the broker's own name for them, and the first time by the number that the municipality registered."""
    subject = vouched.claims[issuer.subject]
    person = person_called(issuer=issuer.address, subject=subject)
    if person is None:
        person = _numbered(vouched.number())
        know_person(person_id=person.pk, issuer=issuer.address, subject=subject)
    if person.staff_role:
        raise NotIn(Why.UNKNOWN, "staff come by another way")
    return person


def _numbered(number: str) -> Person:
    try:
        person = person_numbered(number)
    except ValueError:
        raise NotIn(Why.UNKNOWN, "no number") from None
    if person is None:
        raise NotIn(Why.UNKNOWN, "number")
    return person


def _colleague(issuer: Issuer, claims: Claims, go_dark: GoDark) -> Person:
    """The tenant says who works here, and as what: what is given or taken there counts from the next sign-in."""
    role, subject = _role(claims), claims[issuer.subject]
    person = person_called(issuer=issuer.address, subject=subject)
    if not role:
        if person:
            _change_role(person, "", go_dark)
        raise NotIn(Why.NO_ROLE)
    if person is None:
        return _new_colleague(issuer, subject, role, str(claims.get("name", "")))
    if person.staff_role != role:
        _change_role(person, role, go_dark)
    return person


def _role(claims: Claims) -> str:
    """Of several roles the one that stands first in TAVLEN_STAFF_ROLES."""
    given = claims.get("roles")
    held = given if isinstance(given, list) else []
    return next((ours for theirs, ours in settings.TAVLEN_STAFF_ROLES if theirs in held), "")


def _change_role(person: Person, role: str, go_dark: GoDark) -> None:
    """What they were is over everywhere: no session goes on as it, and no passkey of theirs is left."""
    person.staff_role = role
    with transaction.atomic():
        person.save(update_fields=["staff_role"])
        remove_passkeys_of(person.pk)
        ended = end_other_sessions(person_id=person.pk, here=None)
    for key in ended:
        go_dark(key)


def _new_colleague(issuer: Issuer, subject: str, role: str, name: str) -> Person:
    """Made at their first sign-in; which team they are in, and whose consultant, is the administrator's to say."""
    try:
        with transaction.atomic():
            named = {"handle": f"staff-{subject}"[:80], "name": name.strip()[:120] or subject[:8]}
            person = Person.objects.create_person(**named, staff_role=role)
            know_person(person_id=person.pk, issuer=issuer.address, subject=subject)
            return person
    except IntegrityError:  # two windows at once: the other one was first
        found = person_called(issuer=issuer.address, subject=subject)
        if found is None:
            raise
        return found
