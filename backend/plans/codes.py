"""The two ways into an invitation: a link's secret, and a code that can be said aloud. Neither is kept anywhere.

Both are made from the invitation's id with the server's key, so that the citizen can show them again while the
invitation is open, and whoever reads the tables alone can open none (docs/decisions/0060).
"""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from uuid import UUID

from django.conf import settings

from backend.common import spoken
from backend.common.spoken import ALPHABET

HALF = 4


def new_place() -> str:
    """The first half of a code: by it the invitation is found. 20 bits, by chance."""
    return "".join(secrets.choice(ALPHABET) for _ in range(HALF))


def key_of(invitation_id: UUID) -> str:
    """The second half of the code, 20 bits: guarded by few tries."""
    return spoken.spelt(_digest("code", invitation_id)[:HALF])


def link_of(invitation_id: UUID) -> str:
    """What stands after # in the link: the id and 128 bits that only the server can make."""
    return urlsafe_b64encode(invitation_id.bytes + _digest("link", invitation_id)[:16]).decode().rstrip("=")


def read_link(told: str) -> UUID | None:
    """The invitation that a link is of; None when the server never made it."""
    try:
        raw = urlsafe_b64decode(told.encode("ascii") + b"=" * (-len(told) % 4))
        invitation_id = UUID(bytes=raw[:16])
    except ValueError:
        return None
    return invitation_id if hmac.compare_digest(link_of(invitation_id), told) else None


def read_code(told: str) -> tuple[str, str]:
    """Both halves of a code as somebody wrote or heard it; small letters, spaces and o for 0 do no harm."""
    plain = spoken.read(told)
    return plain[:HALF], plain[HALF:]


def is_key(invitation_id: UUID, told: str) -> bool:
    """Is that the second half?"""
    return hmac.compare_digest(key_of(invitation_id).encode(), told.encode())


def _digest(what: str, invitation_id: UUID) -> bytes:
    key = sha256(b"tavlen.invitation." + what.encode() + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, invitation_id.bytes, sha256).digest()
