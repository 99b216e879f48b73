"""Make, end and recognise the secret address of a calendar. The secret itself is told once and never kept."""

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.db import transaction

from backend.common import clock
from backend.common.in_line import in_line
from backend.people.models import Calendar

BYTES = 24  # 192 bits


@dataclass(frozen=True, slots=True)
class CalendarOf:
    """Whose calendar an address opens, and in which language they read."""

    person_id: int
    language: str


def make_calendar(person_id: int) -> str:
    """A new secret for this person, 32 letters; an older one opens nothing from now on."""
    secret = secrets.token_urlsafe(BYTES)
    with in_line(), transaction.atomic():
        Calendar.objects.update_or_create(
            person_id=person_id, defaults={"digest": _digest(secret), "made_at": clock.now()}
        )
    return secret


def end_calendar(person_id: int) -> None:
    """The address opens nothing any more."""
    with in_line():
        Calendar.objects.filter(person_id=person_id).delete()


def calendar_of(secret: str) -> CalendarOf | None:
    """Whose it is, while it stands and their account is open."""
    open_ones = Calendar.objects.filter(digest=_digest(secret), person__is_active=True)
    row = open_ones.values_list("person_id", "person__language").first()
    return CalendarOf(*row) if row else None


def _digest(secret: str) -> str:
    """Keyed, so that a copy of the table opens nobody's calendar."""
    key = sha256(b"tavlen.calendar" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, secret.encode(), sha256).hexdigest()
