"""With which fingers and phones somebody can come in: what they are shown of it, and nobody else."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator

from backend.common import clock
from backend.people.devices import Device


@dataclass(frozen=True, slots=True)
class Passkey:
    """One passkey: made on which device, since which day, last used on which."""

    passkey_id: int
    device: Device
    since: date
    used: date | None


def read_passkeys(person_id: int) -> tuple[Passkey, ...]:
    """This person's, oldest first; one query."""
    mine = Authenticator.objects.filter(user_id=person_id, type=Authenticator.Type.WEBAUTHN).order_by("created_at")
    return tuple(
        Passkey(
            passkey_id=one.pk,
            device=Device(*one.data["name"].split(",", 1)),
            since=clock.day_of(one.created_at),
            used=clock.day_of(one.last_used_at) if one.last_used_at else None,
        )
        for one in mine
    )
