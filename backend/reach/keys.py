"""The key that proves to push services who sends (VAPID, RFC 8292), in the shapes that are asked for."""

import base64
from dataclasses import dataclass
from functools import cache

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Keys:
    """`public` is what a browser subscribes with: 65 bytes in base64url."""

    public: str
    private_pem: bytes
    public_pem: bytes


def keys() -> Keys:
    """Those of this installation."""
    return _keys_of(settings.TAVLEN_PUSH_KEY)


@cache
def _keys_of(private: str) -> Keys:
    from cryptography.hazmat.primitives.asymmetric import ec  # with the first that asks: a server starts without it
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

    key = ec.derive_private_key(int.from_bytes(decoded(private)), ec.SECP256R1())
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return Keys(
        public=base64.urlsafe_b64encode(point).decode().rstrip("="),
        private_pem=key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        public_pem=key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )


def decoded(text: str) -> bytes:
    """base64url as browsers write it, without its padding; raises ValueError."""
    return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True)
