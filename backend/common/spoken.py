"""Codes that are said aloud or typed from a wall: letters that nobody hears or writes as others."""

# Crockford's letters: without I, L, O and U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HEARD_AS = str.maketrans({"O": "0", "Ø": "0", "I": "1", "L": "1", "U": "V"})


def spelt(digest: bytes) -> str:
    """One letter a byte, 5 bits each."""
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest)


def read(told: str) -> str:
    """The letters of a code as somebody wrote or heard it; small letters, spaces and o for 0 do no harm."""
    return "".join(sign for sign in told.upper().translate(_HEARD_AS) if sign in ALPHABET)
